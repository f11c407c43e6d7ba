import { type Fields, fields } from "../narrow.ts";
import type { PartCounts } from "../source.ts";
import type { ShownCodeMark } from "../shown_code.ts";
import type { ToolDraft } from "../tool_call.ts";
import type { CallMark } from "./call_log.ts";
import type { PromptMark } from "./prompt_log.ts";

/** What a parser must know to go on in the middle of a thread's file: JSON without any text of the log. */
export interface ParserMark extends PartCounts {
  /** `keptMeta` of the file's own `session_meta`. */
  readonly meta: Fields;
  readonly cwd: string | null;
  readonly model: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly firstRecordMs: number | null;
  readonly copiesLeftOut: number;
  readonly promptLog: PromptMark;
  readonly callLog: CallMark;
  /** Calls of which something may still be told. */
  readonly open: readonly ToolDraft[];
  /** Of them those whose output has not come. */
  readonly awaited: readonly string[];
  /** Open poll -> what it polls; what still runs -> the open call that started it. */
  readonly polls: readonly (readonly [string, string])[];
  readonly running: readonly (readonly [string, string])[];
  readonly unparsedCommands: number;
  readonly code: ShownCodeMark;
}

/** What is read of a `session_meta`, which also holds all that the model is told. */
export function keptMeta(meta: Fields): Fields {
  const { id, cwd, thread_source, parent_thread_id, forked_from_id, history_mode } = meta;
  const { subagent } = fields(meta.source);
  const spawn = fields(fields(subagent).thread_spawn);
  return {
    ...{ id, cwd, thread_source, parent_thread_id, forked_from_id, history_mode },
    history_base: { thread_id: fields(meta.history_base).thread_id },
    source: subagent === undefined ? {} : { subagent: { thread_spawn: { parent_thread_id: spawn.parent_thread_id } } },
  };
}
