/** The grammar of bash. */
export const bash: WebAssembly.Module;
/** The engine that runs grammars. */
export const core: WebAssembly.Module;
