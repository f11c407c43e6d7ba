/** Files that the program carries as text, as only modules can be imported from a folder, over http and compiled alike. */

const ROOT = new URL("../../", import.meta.url);

/** Text of a file below the project's root. */
export function sourceText(path: string): string {
  return Deno.readTextFileSync(new URL(path, ROOT));
}

/** A script of ours with all that it imports, as one that a page can hold. Throws where it cannot be made. */
export function bundle(path: string): string {
  const { success, stdout, stderr } = new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", "--platform", "browser", "--format", "iife", "--minify", path],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).outputSync();
  const decoder = new TextDecoder();
  if (!success) throw new Error(`Cannot bundle "${path}"`, { cause: decoder.decode(stderr) });
  return decoder.decode(stdout).trim();
}

/** A module whose one export is a text. */
export function textModule(source: string, name: string, text: string): string {
  return `/** Text of \`${source}\`. Written by \`deno task bless\`: change what it is made of, not this copy. */\n` +
    `export const ${name} = ${JSON.stringify(text)};\n`;
}
