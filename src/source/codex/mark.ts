import { type Fields, fields } from "../narrow.ts";
import type { Review } from "../part.ts";
import type { PartCounts } from "../source.ts";
import type { ShownCodeMark } from "../shown_code.ts";
import type { CallMark } from "./call_log.ts";
import type { PromptMark } from "./prompt_log.ts";
import type { ToolMark } from "./tool_log.ts";

/** What a parser must know to go on in the middle of a thread's file: JSON without any text of the log. */
export interface ParserMark extends PartCounts, ToolMark {
  /** `keptMeta` of the file's own `session_meta`. */
  readonly meta: Fields;
  readonly cwd: string | null;
  readonly model: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly firstRecordMs: number | null;
  readonly copiesLeftOut: number;
  readonly review: Review | null;
  readonly reviews: readonly Review[];
  readonly goals: Goals;
  readonly tellsTurns: boolean;
  readonly promptLog: PromptMark;
  readonly callLog: CallMark;
  readonly repeats: readonly PartCounts[];
  readonly unparsedCommands: number;
  readonly code: ShownCodeMark;
}

/** Hashes of a thread's newest goal, and of the newest one that its model set. */
export interface Goals {
  readonly newest: string | null;
  readonly models: string | null;
}

/** The terminal's program: `originator`. */
export const TERMINAL = "codex-tui";

/** A thread that decides whether a call may be made: `source.subagent.other`. */
export const GUARDIAN = "guardian";

/** What is read of a `session_meta`, which also holds all that the model is told. */
export function keptMeta(meta: Fields): Fields {
  const { id, cwd, originator, thread_source, parent_thread_id, forked_from_id, history_mode } = meta;
  const { subagent } = fields(meta.source);
  const { other } = fields(subagent);
  const { parent_thread_id: spawnedBy, agent_path } = spawnOf(meta);
  return {
    ...{ id, cwd, originator, thread_source, parent_thread_id, forked_from_id, history_mode },
    history_base: { thread_id: fields(meta.history_base).thread_id },
    source: subagent === undefined ? {} : {
      subagent: {
        other: other === GUARDIAN ? other : undefined,
        thread_spawn: { parent_thread_id: spawnedBy, agent_path },
      },
    },
  };
}

/** What a `session_meta` says of how another thread started this one. */
export function spawnOf(meta: Fields): Fields {
  return fields(fields(fields(meta.source).subagent).thread_spawn);
}
