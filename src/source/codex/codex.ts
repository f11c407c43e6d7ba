import { type Fields, fields, text } from "../narrow.ts";
import type { Source } from "../source.ts";
import { CODEX_NEEDS } from "./needs.ts";
import { CodexParser } from "./parse.ts";
import { codexRoots, codexRootsIn, isCodexSessionFile } from "./paths.ts";

/** Codex, 0.47 to 0.169, and the form without an envelope before it (README). */
export const codex: Source = {
  agent: "codex",
  defaultRoots: codexRoots,
  rootsIn: codexRootsIn,
  isSessionFile: isCodexSessionFile,
  detect: isCodexRecord,
  cwdOf: (record: Fields): string | null => text(fields(record.payload).cwd) ?? cwdOfContext(record),
  needs: CODEX_NEEDS,
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
  if (ENVELOPES.has(text(record.type) ?? "") && typeof record.payload === "object") return true;
  return record.type === undefined && text(record.id) !== null && text(record.timestamp) !== null;
}

/** The oldest form tells the folder only in the words that the program gave the model. */
function cwdOfContext(record: Fields): string | null {
  const content = Array.isArray(record.content) ? record.content : [];
  return /<cwd>([^<]+)<\/cwd>/.exec(text(fields(content[0]).text) ?? "")?.[1] ?? null;
}
