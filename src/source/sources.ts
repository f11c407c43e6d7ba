import { claude } from "./claude/claude.ts";
import { codex } from "./codex/codex.ts";
import type { Source } from "./source.ts";

/** Every agent whose logs can be read. */
export const SOURCES: readonly Source[] = [codex, claude];
