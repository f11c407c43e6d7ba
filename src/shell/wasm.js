// @ts-self-types="./wasm.d.ts"
// Source-phase imports: the modules come through the module graph, so that no permission to read is needed and they are in a
// compiled program too. In JavaScript because TypeScript 6 does not know this form of import.
import source bash from "tree-sitter-bash/tree-sitter-bash.wasm";
import source core from "web-tree-sitter/web-tree-sitter.wasm";

export { bash, core };
