/**
 * Checks the architecture: which room of `src/` may import which (src/README.md), and that the pure rooms touch neither
 * the machine nor the clock. Exits with 1 where a rule is broken.
 */
import { fromFileUrl, relative } from "./paths.ts";

/** From a room to the places that it may import, besides itself, npm packages and `node:` built-ins. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "main.ts": ["cli/", "host/", "version.ts"],
  "worker.ts": ["history/", "host/"],
  "mod.ts": ["history/", "host/", "profile/", "render/", "source/", "view/"],
  "version.ts": [],
  "cli/": [
    "bench/",
    "history/",
    "host/host.ts",
    "host/power.ts",
    "model/",
    "profile/",
    "render/",
    "shell/",
    "snapshot/",
    "source/",
    "tagging/",
    "trace/",
    "version.ts",
    "view/",
  ],
  "history/": ["host/host.ts", "host/power.ts", "shell/", "source/", "tagging/", "trace/", "version.ts"],
  "engine/": [],
  "bench/": ["host/host.ts", "tagging/", "trace/"],
  "host/": [],
  "model/": ["host/host.ts", "tagging/"],
  "profile/": [],
  "render/": ["profile/"],
  "shell/": ["trace/"],
  "snapshot/": ["trace/"],
  "source/": ["host/host.ts", "host/power.ts", "shell/", "trace/"],
  "tagging/": ["host/host.ts", "host/power.ts", "shell/", "trace/"],
  "trace/": [],
  "view/": ["profile/", "trace/"],
};

/** Files that alone may import an agent's folder. */
const MEETING_POINT = "source/sources.ts";

/** Rooms (and files) that hold neither the machine nor the clock. */
const PURE = /^(trace|shell|snapshot|profile|view|render)\/|\/parse\.ts$/;
const IMPURE = /\b(Deno\.|console\.|Date\.now\b|Math\.random\b|(?<![.\w])fetch\()/;

/** Strings and regular expressions: the names of other programs' calls stand in tables. */
const LITERALS = /"(?:\\.|[^"\\])*"|(?<=[(\[,=:]\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\])+\/[a-z]*/g;

interface Module {
  readonly specifier: string;
  readonly dependencies?: readonly {
    readonly code?: { readonly specifier?: string };
    readonly type?: { readonly specifier?: string };
  }[];
}

const root = fromFileUrl(new URL("../", import.meta.url));
const troubles: string[] = [];
for (const module of await modules()) {
  const from = place(module.specifier);
  if (from === null) continue;
  for (const { code, type } of module.dependencies ?? []) {
    const to = place(code?.specifier ?? type?.specifier ?? "");
    if (to !== null && !isAllowed(from, to)) troubles.push(`${from} imports ${to}`);
  }
  Deno.readTextFileSync(fromFileUrl(new URL(module.specifier))).split("\n").forEach((line, index) => {
    const code = line.replace(LITERALS, "").replace(/\/\/.*|^\s*\/?\*.*/, "");
    // Without its literals: what is left in the brackets was computed. Such an import needs no permission when compiled.
    // The engine is a program of its own, which finds its library in the folder that it was fetched into.
    if (!from.startsWith("engine/") && /\bimport\((?!\))|\bimport\(\s*$/.test(code)) {
      troubles.push(`${from}:${index + 1} imports what it computed`);
    }
    if (!PURE.test(from)) return;
    const found = IMPURE.exec(code)?.[0];
    if (found !== undefined) troubles.push(`${from}:${index + 1} uses ${found.trim()}`);
  });
}
for (const trouble of troubles) console.error(`arrows: ${trouble}`);
if (troubles.length > 0) Deno.exit(1);

/** Every module that the program or a test reaches, and every file of `src/`. */
async function modules(): Promise<readonly Module[]> {
  const files = [...sourceFiles(`${root}src`), `${root}main.ts`, `${root}worker.ts`, `${root}mod.ts`];
  const found = new Map<string, Module>();
  const { stdout, success } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", ...await entry(files)],
    stderr: "inherit",
  }).output();
  if (!success) Deno.exit(1);
  const graph: { modules: Module[] } = JSON.parse(new TextDecoder().decode(stdout));
  for (const module of graph.modules) found.set(module.specifier, module);
  return [...found.values()];
}

/** `deno info` takes one entry: a module that imports all others. */
async function entry(files: readonly string[]): Promise<readonly string[]> {
  const path = await Deno.makeTempFile({ suffix: ".ts" });
  await Deno.writeTextFile(path, files.map((file) => `import "file://${file}";`).join("\n"));
  addEventListener("unload", () => Deno.removeSync(path));
  return ["--config", `${root}deno.json`, path];
}

function sourceFiles(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) => {
    const path = `${folder}/${name}`;
    if (isDirectory) return sourceFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** The path below `src/` (or `main.ts`) of a module of the project; null of any other. */
function place(specifier: string): string | null {
  if (!specifier.startsWith("file://")) return null;
  const path = relative(root, fromFileUrl(new URL(specifier)));
  if (path === "main.ts" || path === "worker.ts") return path;
  return path?.startsWith("src/") === true ? path.slice("src/".length) : null;
}

function isAllowed(from: string, to: string): boolean {
  const room = roomOf(from);
  if (to === "host/deno.ts") return from === "main.ts" || from === "worker.ts";
  const agent = agentOf(to);
  if (agent !== null && agent !== agentOf(from) && from !== MEETING_POINT) return false;
  if (roomOf(to) === room) return true;
  return MAY_IMPORT[room]?.some((allowed) => to === allowed || (allowed.endsWith("/") && to.startsWith(allowed))) ===
    true;
}

function roomOf(path: string): string {
  const end = path.indexOf("/");
  return end < 0 ? path : path.slice(0, end + 1);
}

function agentOf(path: string): string | null {
  return /^source\/([^/]+)\//.exec(path)?.[1] ?? null;
}
