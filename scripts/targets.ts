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
