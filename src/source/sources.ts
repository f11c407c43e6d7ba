import { claude } from "./claude/claude.ts";
import { codex } from "./codex/codex.ts";
import type { Source } from "./source.ts";

/** Every agent whose logs can be read. */
export const SOURCES: readonly Source[] = [codex, claude];

/** The files beside a session file that its reader may ask for, whose agent is not known. */
export function filesBeside(file: string): readonly string[] {
  return SOURCES.flatMap((source) => source.filesBeside(file));
}
