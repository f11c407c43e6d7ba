import assert from "node:assert/strict";
import { understandCommand } from "../../src/shell/command.ts";
import { loadShell } from "../../src/shell/grammar.ts";
import { pathGroup } from "../../src/trace/path_group.ts";

const HOME = "/home/dev";
const WORK = `${HOME}/work`;
const DIALECTS = ["posix", "powershell", "cmd"] as const;

const shell = await loadShell();

/** A row of a table of commands: each expectation was written or checked by hand. */
interface Row {
  readonly folder: string;
  /** The language that the call's tool tells; empty where none is told. */
  readonly dialect: string;
  readonly expected: {
    readonly frames: string;
    readonly effect: string;
    readonly groups: string;
    readonly domains: string;
  };
  readonly command: string | readonly string[];
}

const rows = [...readTable("commands.tsv"), ...readTable("real_commands.tsv")];

function readTable(name: string): readonly Row[] {
  const [, ...lines] = Deno.readTextFileSync(new URL(name, import.meta.url)).trimEnd().split("\n");
  return lines.map((line) => {
    const [folder = "", dialect = "", frames = "", effect = "", groups = "", domains = "", text = ""] = line.split(
      "\t",
    );
    return { folder, dialect, expected: { frames, effect, groups, domains }, command: readCommand(unescape(text)) };
  });
}

function unescape(text: string): string {
  return text.replace(/\\(.)/g, (_, char: string) => ({ n: "\n", t: "\t", r: "\r" })[char] ?? char);
}

/** Arguments that are already apart stand in the table as a JSON array. */
function readCommand(text: string): string | readonly string[] {
  return /^\["/.test(text) ? JSON.parse(text) : text;
}

function understand(
  row: Row,
  command: string | readonly string[] = row.command,
): Row["expected"] & { readonly parsed: boolean } {
  const cwd = `${WORK}/${row.folder}`;
  const dialect = DIALECTS.find((known) => known === row.dialect);
  const facts = understandCommand(shell, command, { cwd, home: HOME, ...(dialect === undefined ? {} : { dialect }) });
  const place = { roots: [cwd.split("/").slice(0, 5).join("/")], home: HOME, tempDirs: [], caseInsensitive: false };
  return {
    frames: facts.processChain.join(";"),
    effect: facts.effect,
    groups: [...new Set(facts.paths.map((path) => pathGroup(path, place)))].join(","),
    domains: facts.domains.join(","),
    parsed: facts.parsed,
  };
}

Deno.test("understandCommand() says of each command in the tables its frames, effect, path groups and domains", () => {
  assert.ok(rows.length >= 2_400, `${rows.length} rows`);
  for (const row of rows) {
    assert.deepEqual(understand(row), { ...row.expected, parsed: true }, `in ${row.folder}: ${String(row.command)}`);
  }
});

Deno.test("understandCommand() tells most commands of Windows without being told the language", () => {
  for (const row of rows.filter(({ dialect }) => dialect === "powershell" || dialect === "cmd")) {
    assert.deepEqual(understand({ ...row, dialect: "" }), { ...row.expected, parsed: true }, String(row.command));
  }
});

Deno.test("understandCommand() takes the language that the tool tells, whatever the text looks like", () => {
  const paths = (dialect: typeof DIALECTS[number], command: string | readonly string[]) =>
    understandCommand(shell, command, { cwd: "/work/app", home: HOME, dialect }).paths;
  assert.deepEqual(paths("powershell", "npm test > out\\log.txt"), ["/work/app/out/log.txt"]);
  assert.deepEqual(paths("posix", "npm test > C:\\ a"), ["/work/app//C: a"]);
  assert.deepEqual(paths("posix", "cat a.ts; grep %PATH% b.ts"), ["/work/app/a.ts", "/work/app/b.ts"]);
});

Deno.test("understandCommand() takes a script's language from the shell in its arguments", () => {
  const paths = (...command: string[]) => understandCommand(shell, command, { cwd: "/work/app", home: HOME }).paths;
  assert.deepEqual(paths("/bin/bash", "-lc", "cat a.ts; grep %PATH% b.ts"), ["/work/app/a.ts", "/work/app/b.ts"]);
  assert.deepEqual(paths("C:\\Windows\\pwsh.exe", "-Command", "npm test > out\\log.txt"), ["/work/app/out/log.txt"]);
  assert.deepEqual(paths("pwsh.exe", "-Command", "npm test > out\\log.txt"), ["/work/app/out/log.txt"]);
  assert.deepEqual(paths("C:\\Windows\\cmd.exe", "/c", "type out\\log.txt"), ["/work/app/out/log.txt"]);
});

Deno.test("understandCommand() gives no frame for the shell that an agent adds to its record, and one for the model's own", () => {
  for (const row of rows) {
    const { command } = row;
    if (typeof command !== "string" || row.dialect !== "") continue;
    const facts = understand(row);
    assert.deepEqual(understand(row, ["/bin/bash", "-lc", command]), facts, command);
    if (facts.frames === "") continue;
    assert.equal(
      understand(row, ["bash", "-lc", command]).frames,
      `bash;${facts.frames}`.split(";").slice(0, 6).join(";"),
    );
  }
});

Deno.test("understandCommand() keeps at most 6 frames, the last of which is the principal command", () => {
  const facts = understandCommand(shell, "sudo timeout 5 bash -c 'xargs npx bash -c \"sudo timeout 3 npm test\"'", {
    cwd: "/w",
    home: null,
  });
  assert.deepEqual(facts.processChain, ["sudo", "timeout", "bash", "xargs", "npx", "npm"]);
  assert.equal(facts.effect, "test");
});

Deno.test("understandCommand() resolves nothing against a folder that is not known", () => {
  const facts = understandCommand(shell, "cat src/a.ts /etc/hosts ~/x.md", { cwd: null, home: null });
  assert.deepEqual(facts.paths, ["/etc//hosts"]);
});

Deno.test("understandCommand() takes no heredoc's word for a file", () => {
  const command = "cat <<EOF1 <<EOF2 > o/x.txt\na\nEOF1\nb\nEOF2";
  assert.deepEqual(understandCommand(shell, command, { cwd: "/w", home: null }).paths, ["/w/o/x.txt"]);
});

Deno.test("understandCommand() keeps Windows' folders", () => {
  const context = { cwd: "C:/Users/dev/app", home: "C:/Users/dev", dialect: "powershell" } as const;
  const paths = (command: string) => understandCommand(shell, command, context).paths;
  assert.deepEqual(paths("Get-Content src\\a.ts"), ["C:/Users/dev/app/src/a.ts"]);
  assert.deepEqual(paths("Get-Content D:\\data\\a.csv"), ["D:/data/a.csv"]);
  assert.deepEqual(paths("Get-Content \\\\server\\share\\a.csv"), ["//server/share/a.csv"]);
  assert.deepEqual(paths("cd ..\\lib; Get-Content ~\\notes.md, x.ts"), [
    "C:/Users/dev/notes.md",
    "C:/Users/dev/lib/x.ts",
  ]);
});
