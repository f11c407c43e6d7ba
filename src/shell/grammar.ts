import { Language, Parser, type Tree } from "web-tree-sitter";
import type { Shell } from "./command.ts";

/** Steps of the parser, told by it in batches; a script of a hundred kilobytes takes some thousand. */
const MAX_PROGRESS_CALLS = 20_000;

let loading: Promise<Parser> | null = null;

/** Loads the grammar when it is first asked for: some 30 ms, without any permission. Throws where WebAssembly is not to be had. */
export async function loadShell(): Promise<Shell> {
  const parser = await (loading ??= loadParser());
  return {
    known: new Map(),
    parse(script): Tree | null {
      let calls = 0;
      const tree = parser.parse(script, null, { progressCallback: () => ++calls > MAX_PROGRESS_CALLS });
      if (tree === null) parser.reset();
      return tree;
    },
  };
}

async function loadParser(): Promise<Parser> {
  const { bash, core } = await import("./wasm.js");
  await Parser.init({
    instantiateWasm(
      imports: WebAssembly.Imports,
      onInstance: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object {
      const instance = new WebAssembly.Instance(core, imports);
      onInstance(instance, core);
      return instance.exports;
    },
  });
  return new Parser().setLanguage(Language.loadSync(bash));
}
