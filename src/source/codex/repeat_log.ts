import type { SessionPart } from "../part.ts";
import type { PartCounts } from "../source.ts";
import type { ToolReader } from "../tool_call.ts";
import { type Ended, ToolLog } from "./tool_log.ts";
import type { CodexCall } from "./tools.ts";

/** The calls of one other thread. */
interface Repeated {
  readonly log: ToolLog;
  /** How many came before the place where reading was resumed. */
  readonly before: number;
}

/** What a file tells of the calls of its review threads, of which some are told nowhere else (README, "Copies"). */
export class RepeatLog {
  readonly #makeReader: () => ToolReader;
  readonly #threads: Map<string, Repeated>;

  constructor(makeReader: () => ToolReader, before: readonly PartCounts[] = []) {
    this.#makeReader = makeReader;
    this.#threads = new Map(
      before.map(({ id, toolCalls }) => [id, { log: new ToolLog(makeReader()), before: toolCalls }]),
    );
  }

  call(thread: string, callId: string, call: CodexCall, cwd: string | null, ended: Ended): void {
    const { log } = this.#threads.getOrInsertComputed(
      thread,
      () => ({ log: new ToolLog(this.#makeReader()), before: 0 }),
    );
    if (log.get(callId) === undefined) log.inner(callId, null, call, cwd, ended);
  }

  mark(): readonly PartCounts[] {
    return [...this.#threads].map(([id, { log, before }]) => ({
      id,
      prompts: 0,
      llmCalls: 0,
      toolCalls: before + log.calls((key) => key).length,
      openCalls: 0,
    }));
  }

  /** `part` is the file's own. */
  parts(part: SessionPart): readonly SessionPart[] {
    return [...this.#threads].map(([id, { log }]): SessionPart => ({
      ...part,
      id,
      parentId: part.id,
      isRepeat: true,
      prompts: [],
      llmCalls: [],
      toolCalls: log.calls((key) => key),
    }));
  }
}
