/** A file that a patch names. `move` is the new name of the file that an `update` before it names. */
export interface PatchedFile {
  readonly path: string;
  readonly change: "add" | "update" | "delete" | "move";
}

const DIRECTIVES = { "Add File": "add", "Update File": "update", "Delete File": "delete", "Move to": "move" } as const;
const DIRECTIVE = /^\*\*\* (Add File|Update File|Delete File|Move to): (.+)$/;

/** The files of an `apply_patch` text (`*** Begin Patch` …) or of a unified diff, in order; none for another text. */
export function patchPaths(patch: string): readonly PatchedFile[] {
  const lines = patch.split(/\r?\n/);
  const files = patch.includes("*** ") ? directivePaths(lines) : [];
  return files.length > 0 ? files : diffPaths(lines);
}

/** A file that an `apply_patch` text adds or updates, with the lines that it adds. */
export interface PatchedCode {
  readonly path: string;
  readonly isNew: boolean;
  readonly added: string;
}

/** The files of an `apply_patch` text with what is added to them; none for another text. */
export function patchedCode(patch: string): readonly PatchedCode[] {
  const files: (PatchedFile & { readonly added: string[] })[] = [];
  for (const line of patch.split(/\r?\n/)) {
    const file = directiveOf(line);
    if (file?.change === "add" || file?.change === "update") files.push({ ...file, added: [] });
    else if (line.startsWith("+")) files.at(-1)?.added.push(line.slice(1));
  }
  return files.map(({ path, change, added }) => ({ path, isNew: change === "add", added: added.join("\n") }));
}

function directivePaths(lines: readonly string[]): readonly PatchedFile[] {
  return lines.map(directiveOf).filter((file) => file !== null);
}

/** The file that a line of an `apply_patch` text names; null for a line of another kind. */
function directiveOf(line: string): PatchedFile | null {
  const [, directive, path] = DIRECTIVE.exec(line) ?? [];
  const change = Object.entries(DIRECTIVES).find(([name]) => name === directive)?.[1];
  return change === undefined || path === undefined ? null : { path: path.trim(), change };
}

/** Pairs of `--- a/x` and `+++ b/x`, where each follows the other, so that a removed line `-- x` is none. */
function diffPaths(lines: readonly string[]): readonly PatchedFile[] {
  const files: PatchedFile[] = [];
  lines.forEach((line, index) => {
    const renamed = /^rename (from|to) (.+)$/.exec(line);
    if (renamed?.[2] !== undefined) {
      files.push({ path: renamed[2].trim(), change: renamed[1] === "from" ? "update" : "move" });
    }
    const next = lines[index + 1];
    if (!line.startsWith("--- ") || next?.startsWith("+++ ") !== true) return;
    const [old, fresh] = [diffName(line), diffName(next)];
    if (fresh === null) {
      if (old !== null) files.push({ path: old, change: "delete" });
    } else if (!files.some((file) => file.path === fresh)) {
      files.push({ path: fresh, change: old === null ? "add" : "update" });
    }
  });
  return files;
}

/** null for `/dev/null`. The prefixes `a/` and `b/` and a time after a tab are no part of the name. */
function diffName(line: string): string | null {
  const name = (line.slice(4).split("\t")[0] ?? "").trim().replace(/^"(.*)"$/, "$1");
  return name === "/dev/null" ? null : name.replace(/^[abciow]\//, "");
}
