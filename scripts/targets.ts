/** What programs are made for, and what is baked into them. */

/** As `deno compile --target` names them. */
export const TARGETS: readonly string[] = [
  "x86_64-unknown-linux-gnu",
  "aarch64-unknown-linux-gnu",
  "x86_64-apple-darwin",
  "aarch64-apple-darwin",
  "x86_64-pc-windows-msvc",
];

/** The variables that the program may ask for. */
export const NAMES_OF_ENV: readonly string[] = [
  "AGENTPPROF_*",
  "APPDATA",
  "BROWSER",
  "CLAUDE_CONFIG_DIR",
  "CODEX_HOME",
  "HOME",
  "LOCALAPPDATA",
  "NO_PROXY",
  "PATH",
  "SOURCE_DATE_EPOCH",
  "TEMP",
  "TMP",
  "TMPDIR",
  "USERPROFILE",
  "XDG_CACHE_HOME",
  "XDG_CONFIG_HOME",
];

/**
 * What suits a program that ends after a second (docs/performance.md). Memory: short-lived objects in 1 MB (V8 takes 16),
 * so that they die in the processor's cache, a heap that grows by 30 % at a time, and pages that go back to the system
 * when they are free; garbage can be collected on demand. Reading 400 MB of logs takes little more time and half of the
 * memory. Up to 20 MB nothing but short-lived objects is looked through: most runs that find their logs in the cache end
 * before. Code: all functions are compiled when a module is loaded, and so stand in the code that Deno keeps from the
 * first run on; the optimizing compilers, which take the second core from who reads, come in later.
 */
export const V8_FLAGS: readonly string[] = [
  "--max-semi-space-size=1",
  "--heap-growing-percent=30",
  "--initial-heap-size=20",
  "--no-memory-pool",
  "--expose-gc",
  "--no-lazy",
  "--invocation-count-for-maglev=1600",
  "--invocation-count-for-turbofan=300000",
];
