/**
 * Makes programs of one file: `deno task compile [TARGET …]`, for this machine or for the targets named, `all` for all.
 *
 * What runs is bundled first, so that of the packages only what is used is inside, and parsed once. The runtime of a
 * target comes from the network, or from where `DENORT_BIN` says (this machine's alone). Prints what it made and the
 * size of its parts.
 */
import { build, type Plugin } from "rolldown";
import config from "../deno.json" with { type: "json" };
import { fromFileUrl } from "./paths.ts";
import { NAMES_OF_ENV, TARGETS, V8_FLAGS } from "./targets.ts";

const ROOT = fromFileUrl(new URL("../", import.meta.url));
const DIST = `${ROOT}dist`;
const BUNDLE = `${DIST}/bundle`;

/**
 * What is always loaded together is one module, since each takes its time to load: what every command needs, what
 * threads that read need, and what most commands do; each with all that it imports.
 */
const GROUPS = [
  { name: "host", test: /\/src\/(host\/deno|version)\.ts$/, priority: 3 },
  { name: "reading", test: /\/src\/history\/threads\.ts$/, priority: 2 },
  { name: "run", test: /\/src\/cli\/(main|run)\.ts$/, priority: 1 },
];

/** Packages that the program imports, as `deno.json` states them: name -> version. */
const PACKAGES = new Map(
  Object.values(config.imports).flatMap((specifier) => {
    const [, name, version] = /^npm:((?:@[^/]+\/)?[^@/]+)@([^/]+)$/.exec(specifier) ?? [];
    return name === undefined || version === undefined ? [] : [[name, version] as const];
  }),
);

if (import.meta.main) {
  const targets = targetsOf(Deno.args);
  await bundle();
  for (const target of targets) {
    const path = await compile(target);
    const whole = Deno.statSync(path).size;
    console.log(`${path}: ${megabytes(whole)}, of these ${megabytes(bundleSize())} the program and its grammars`);
  }
}

function targetsOf(args: readonly string[]): readonly string[] {
  if (args.length === 0) return [Deno.build.target];
  if (args.length === 1 && args[0] === "all") return TARGETS;
  const unknown = args.find((target) => !TARGETS.includes(target));
  if (unknown === undefined) return args;
  console.error(`compile: unknown target "${unknown}": expected all or some of ${TARGETS.join(" ")}`);
  Deno.exit(2);
}

/** Writes the modules that go into the program below `dist/bundle`, at the places where they have theirs in the sources. */
async function bundle(): Promise<void> {
  await Deno.remove(BUNDLE, { recursive: true }).catch(() => {});
  const packages = await linkPackages();
  await build({
    cwd: ROOT,
    input: ["main.ts", "worker.ts"],
    platform: "node",
    resolve: {
      modules: [packages],
      // A package that has both forms: the one that can be bundled.
      mainFields: ["module", "main"],
    },
    transform: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [grammars(packages), threads()],
    // web-tree-sitter can link grammars at run time: ours are linked already.
    checks: { eval: false, ineffectiveDynamicImport: false },
    output: {
      dir: BUNDLE,
      format: "esm",
      minify: true,
      // The module of threads is two folders above the one that starts them.
      chunkFileNames: "src/host/[name]-[hash].js",
      codeSplitting: { groups: GROUPS },
    },
  });
}

/** A `node_modules` folder of links to the packages in the cache. */
async function linkPackages(): Promise<string> {
  const { npmCache } = JSON.parse(await output(Deno.execPath(), ["info", "--json"]));
  const folder = `${DIST}/packages`;
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(folder, { recursive: true });
  for (const [name, version] of PACKAGES) {
    if (name.includes("/")) await Deno.mkdir(`${folder}/${name.split("/")[0]}`, { recursive: true });
    await Deno.symlink(`${npmCache}/registry.npmjs.org/${name}/${version}`, `${folder}/${name}`);
  }
  return folder;
}

/**
 * The WebAssembly modules of `src/shell/wasm.js` as text in a module of their own: nothing then is read from a file when a
 * command is first understood, and threads that may read nothing of the program have them too.
 */
function grammars(packages: string): Plugin {
  return {
    name: "grammars",
    load: {
      filter: { id: /\/shell\/wasm\.js$/ },
      async handler(path): Promise<string> {
        let text = await Deno.readTextFile(path);
        for (const [line, name, specifier] of text.matchAll(/^import source (\w+) from "([^"]+\.wasm)";$/gm)) {
          const bytes = await Deno.readFile(`${packages}/${specifier}`);
          const module = `new WebAssembly.Module(Uint8Array.fromBase64("${bytes.toBase64()}"))`;
          text = text.replace(line, () => `const ${name} = ${module};`);
        }
        return text;
      },
    },
  };
}

/** The module of threads has another name here: JavaScript is kept once in a program, TypeScript twice. */
function threads(): Plugin {
  return {
    name: "threads",
    load: {
      filter: { id: /\/host\/deno\.ts$/ },
      handler: async (path) => (await Deno.readTextFile(path)).replace("../../worker.ts", "../../worker.js"),
    },
  };
}

/** Answers the path of the program. */
async function compile(target: string): Promise<string> {
  const path = `${DIST}/${target}/agentpprof${target.includes("windows") ? ".exe" : ""}`;
  await output(Deno.execPath(), [
    "compile",
    "--quiet",
    "--no-check",
    "--no-config",
    "--no-lock",
    "--no-prompt",
    "--unstable-worker-options",
    `--v8-flags=${V8_FLAGS.join(",")}`,
    // All that some command needs; each gives up what it does not when it begins.
    "--allow-read",
    "--allow-write",
    "--allow-net",
    "--allow-run",
    `--allow-env=${NAMES_OF_ENV.join(",")}`,
    "--target",
    target,
    "--include",
    `${BUNDLE}/worker.js`,
    "--output",
    path,
    `${BUNDLE}/main.js`,
  ]);
  return path;
}

async function output(program: string, args: readonly string[]): Promise<string> {
  const { code, stdout } = await new Deno.Command(program, { args: [...args], stderr: "inherit" }).output();
  if (code !== 0) throw new Error(`Cannot compile: "${program} ${args[0]}" ended with ${code}`);
  return new TextDecoder().decode(stdout);
}

function bundleSize(folder = BUNDLE): number {
  return [...Deno.readDirSync(folder)].reduce(
    (sum, { name, isDirectory }) =>
      sum + (isDirectory ? bundleSize(`${folder}/${name}`) : Deno.statSync(`${folder}/${name}`).size),
    0,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
