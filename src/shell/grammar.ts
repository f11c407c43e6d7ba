import { Language, Parser, type Tree } from "web-tree-sitter";
import { type Shell, understandCommand } from "./command.ts";

let loading: Promise<Language> | null = null;

/** Loads the grammar when it is first asked for: some 30 ms, without any permission. Throws where WebAssembly is not to be had. */
export async function loadShell(): Promise<Shell> {
  const language = await (loading ??= loadLanguage());
  let parser = new Parser().setLanguage(language);
  const shell: Shell = {
    known: new Map(),
    parse(script): Tree | null {
      try {
        return parser.parse(script);
      } catch {
        // The engine ends itself at an input that is too much for it; the parser that did so is of no more use.
        parser = new Parser().setLanguage(language);
        return null;
      }
    },
    understand: (command, context) => understandCommand(shell, command, context),
  };
  return shell;
}

async function loadLanguage(): Promise<Language> {
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
  return Language.loadSync(bash);
}
