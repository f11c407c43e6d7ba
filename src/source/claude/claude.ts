import { type Fields, text } from "../narrow.ts";
import type { Source } from "../source.ts";
import { CLAUDE_COUNT_NEEDS, CLAUDE_NEEDS } from "./needs.ts";
import { ClaudeParser } from "./parse.ts";
import { claudeMetaFile, claudeRoots, claudeRootsIn, isClaudeSessionFile } from "./paths.ts";

/** Claude Code, 1.0 to 2.1 (README). */
export const claude: Source = {
  agent: "claude",
  usualRoot: "~/.claude/projects",
  defaultRoots: claudeRoots,
  rootsIn: claudeRootsIn,
  isSessionFile: isClaudeSessionFile,
  filesBeside: (file) => [claudeMetaFile(file)],
  detect: isClaudeRecord,
  cwdOf: (record: Fields): string | null => text(record.cwd),
  needs: (shell) => shell === null ? CLAUDE_COUNT_NEEDS : CLAUDE_NEEDS,
  parser: (context) => new ClaudeParser(context),
};

/** Record types that only Claude Code writes and that may open a file. */
const OWN_TYPES = new Set([
  "summary",
  "queue-operation",
  "file-history-snapshot",
  "mode",
  "permission-mode",
  "custom-title",
  "ai-title",
]);

/** Record types of saved `--output-format stream-json` or `json`. */
const STREAMED_TYPES = new Set(["system", "user", "assistant", "result", "stream_event"]);

function isClaudeRecord(record: Fields): boolean {
  const type = text(record.type) ?? "";
  if (text(record.session_id) !== null && STREAMED_TYPES.has(type)) return true;
  return OWN_TYPES.has(type) || (text(record.sessionId) !== null && record.payload === undefined);
}
