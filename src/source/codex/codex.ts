import { type Fields, fields, text } from "../narrow.ts";
import type { Source } from "../source.ts";
import { isHeadlessEvent } from "./headless.ts";
import { CODEX_NEEDS } from "./needs.ts";
import { CodexParser } from "./parse.ts";
import { codexRoots, codexRootsIn, isCodexSessionFile } from "./paths.ts";
import { cwdOfContext } from "./prompt.ts";

/** Codex, 0.47 to 0.169, and the form without an envelope before it (README). */
export const codex: Source = {
  agent: "codex",
  usualRoot: "~/.codex/sessions",
  defaultRoots: codexRoots,
  rootsIn: codexRootsIn,
  isSessionFile: isCodexSessionFile,
  filesBeside: () => [],
  detect: isCodexRecord,
  cwdOf: (record: Fields): string | null => text(fields(record.payload).cwd) ?? cwdOfContext(record),
  needs: () => CODEX_NEEDS,
  parser: (context) => new CodexParser(context),
};

const ENVELOPES = new Set([
  "session_meta",
  "turn_context",
  "response_item",
  "event_msg",
  "compacted",
  "token_usage_record",
  "world_state",
]);

function isCodexRecord(record: Fields): boolean {
  if (isHeadlessEvent(record)) return true;
  if (ENVELOPES.has(text(record.type) ?? "") && typeof record.payload === "object") return true;
  return record.type === undefined && text(record.id) !== null && text(record.timestamp) !== null;
}
