import type { PartCounts } from "../source.ts";
import { endToolCall, settle, type ToolDraft, type ToolReader, withoutText } from "../tool_call.ts";
import { outcomeOf, printedBy } from "./outcome.ts";
import type { CodexCall } from "./tools.ts";

/** A place at which no script runs: the counts of tool calls, and what may still be told of them. */
export interface ToolMark extends Pick<PartCounts, "toolCalls" | "openCalls"> {
  /** Calls of which something may still be told. */
  readonly open: readonly ToolDraft[];
  /** Of them those whose output has not come. */
  readonly awaited: readonly string[];
  /** Open poll -> what it polls; what still runs -> the open call that started it. */
  readonly polls: readonly (readonly [string, string])[];
  readonly running: readonly (readonly [string, string])[];
  readonly turn: string | null;
}

/** A script of code mode that may still run commands. */
interface Script {
  readonly callId: string;
  readonly tsMs: number | null;
  readonly turn: string | null;
}

/** A thread's tool calls as they begin and end, by the rules of the README: code mode, polls, repeated ends. */
export class ToolLog {
  readonly #reader: ToolReader;
  readonly #tools = new Map<string, ToolDraft>();
  /** Scripts of code mode by call id; those that ran commands are no events of their own. */
  readonly #scripts = new Map<string, Script>();
  readonly #replaced = new Set<string>();
  /** What the scripts that run have made so far. */
  readonly #made = new Map<string, ToolDraft[]>();
  /** Scripts of this turn whose output has not come, and those that run on behind their output: in order of beginning. */
  #openScripts: Script[] = [];
  #runningScripts: Script[] = [];
  #turn: string | null = null;
  /** Calls that poll what runs: call id -> session or cell id. */
  readonly #polls = new Map<string, string>();
  /** What still runs, by session or cell id. */
  readonly #running = new Map<string, ToolDraft>();
  /** Calls whose output has not come. */
  readonly #awaited = new Set<string>();
  /** Calls before the place where reading was resumed, but for those that are told again. */
  readonly #before: number;

  constructor(reader: ToolReader, mark: ToolMark | null = null) {
    this.#reader = reader;
    this.#before = mark === null ? 0 : mark.toolCalls - mark.openCalls;
    if (mark === null) return;
    this.#turn = mark.turn;
    for (const draft of mark.open) this.#tools.set(draft.callId, draft);
    for (const callId of mark.awaited) this.#awaited.add(callId);
    for (const [callId, what] of mark.polls) this.#polls.set(callId, what);
    for (const [what, callId] of mark.running) {
      const draft = this.#tools.get(callId);
      if (draft !== undefined) this.#running.set(what, draft);
    }
  }

  /** What must be known to go on from here; null where a script runs. More may be told of the newest tools. */
  mark(newestTools: readonly string[], promptOf: (key: string | null) => string | null): ToolMark | null {
    if (this.#openScripts.length + this.#runningScripts.length > 0) return null;
    const running = [...this.#running.values()].filter(({ status }) => status === "unknown");
    const told = new Set([...newestTools, ...this.#awaited, ...running.map(({ callId }) => callId)]);
    const open = [...told.difference(this.#replaced)].flatMap((callId) => this.#tools.get(callId) ?? []);
    const openDrafts = new Set(open);
    return {
      toolCalls: this.#before + this.#tools.size - this.#replaced.size,
      openCalls: open.length,
      open: open.map((draft) => ({ ...withoutText(draft), promptKey: promptOf(draft.promptKey) })),
      awaited: [...this.#awaited],
      polls: open.flatMap(({ callId }) => {
        const polled = this.#polls.get(callId);
        return polled === undefined ? [] : [[callId, polled]];
      }),
      running: [...this.#running].filter(([, draft]) => openDrafts.has(draft))
        .map(([what, { callId }]) => [what, callId]),
      turn: this.#turn,
    };
  }

  get(callId: string): ToolDraft | undefined {
    return this.#tools.get(callId);
  }

  /** A script that ran commands is no event of its own: its commands are. */
  calls(promptOf: (key: string | null) => string | null): readonly ToolDraft[] {
    return [...this.#tools.values()].filter(({ callId }) => !this.#replaced.has(callId))
      .map((draft) => ({ ...draft, promptKey: promptOf(draft.promptKey) }));
  }

  /** The keys of those of these calls that are events. */
  keysOf(callIds: readonly string[]): readonly string[] {
    return callIds.filter((id) => !this.#replaced.has(id)).map((id) => this.#reader.key(id));
  }

  /** What came so far was another thread's. Answers how many calls that were. */
  leaveOut(): number {
    const { size } = this.#tools;
    this.#tools.clear();
    this.#scripts.clear();
    this.#replaced.clear();
    this.#running.clear();
    this.#awaited.clear();
    this.#runningScripts = [];
    this.turnEnds();
    return size;
  }

  /** A call that the model asked for. */
  start(call: CodexCall, callId: string, tsMs: number | null, promptKey: string | null, cwd: string | null): void {
    this.#draft(call, callId, tsMs, promptKey, cwd);
    this.#awaited.add(callId);
    if (call.polls !== undefined) this.#polls.set(callId, call.polls);
  }

  /** Notes that a call is a script of code mode. */
  noteScript(callId: string): void {
    const script = { callId, tsMs: this.#tools.get(callId)?.tsMs ?? null, turn: this.#turn };
    this.#scripts.set(callId, script);
    this.#openScripts.push(script);
  }

  /** A call that the provider has made: no output comes. */
  served(callId: string, isOk: boolean): void {
    this.#awaited.delete(callId);
    const draft = this.#tools.get(callId);
    if (draft !== undefined && isOk) draft.status = "ok";
  }

  /**
   * The script that made what is told now: one of that turn which had begun by then, that runs or runs on; undefined
   * where none does.
   */
  script(turn: string | null, startedMs: number | null): string | undefined {
    const ofTurn = [...this.#openScripts, ...this.#runningScripts]
      .filter((script) => turn === null || script.turn === null || script.turn === turn);
    const begun = ofTurn.find(({ tsMs }) => tsMs === null || startedMs === null || tsMs <= startedMs);
    return (begun ?? ofTurn[0] ?? this.#openScripts[0])?.callId;
  }

  /** A call that a script made. */
  inner(script: string, call: CodexCall, callId: string, tsMs: number | null, cwd: string | null): ToolDraft {
    this.#replaced.add(script);
    const draft = this.#draft(call, callId, tsMs, this.#tools.get(script)?.promptKey ?? null, cwd);
    const made = this.#made.get(script);
    if (made === undefined) this.#made.set(script, [draft]);
    else made.push(draft);
    return draft;
  }

  #draft(
    call: CodexCall,
    callId: string,
    tsMs: number | null,
    promptKey: string | null,
    threadCwd: string | null,
  ): ToolDraft {
    const cwd = this.#reader.absolutePaths([call.cwd ?? "."], threadCwd)[0] ?? threadCwd;
    const draft = this.#reader.draft({
      id: callId,
      name: call.name,
      row: call.row,
      tsMs,
      promptKey,
      command: call.command,
      request: call.request,
      cwd,
      paths: call.paths,
      urls: call.name === "web_search" && call.request !== null ? [call.request] : [],
      ...(call.effect === undefined ? {} : { effect: call.effect }),
    });
    this.#tools.set(callId, draft);
    if (draft.kind === "edit") this.#reader.patched(draft, call.patch ?? "", cwd);
    return draft;
  }

  output(callId: string, output: unknown, tsMs: number | null): void {
    const draft = this.#tools.get(callId);
    if (draft === undefined) return;
    this.#awaited.delete(callId);
    const outcome = outcomeOf(output, draft.kind);
    if (draft.kind === "shell" && draft.paths.length > 0) this.#reader.printed(draft, printedBy(output));
    this.#reader.edited(draft, outcome);
    // What an item has told stands; the output adds why a command was stopped, or its exit code.
    if (draft.status === "unknown") endToolCall(draft, outcome, tsMs);
    else if (draft.status === "fail" && !["ok", "unknown"].includes(outcome.status)) draft.status = outcome.status;
    draft.exitCode ??= outcome.exitCode;
    const polled = this.#polls.get(callId);
    const started = polled === undefined ? undefined : this.#running.get(polled);
    if (started !== undefined && outcome.status !== "unknown") settle(started, outcome);
    if (outcome.status === "interrupted") this.#interrupt(started?.callId ?? callId);
    this.#openScripts = this.#openScripts.filter((script) => script.callId !== callId);
    if (outcome.running !== null) {
      // An id is used again once its command has ended; a poll of a running one tells its id too.
      if (started === undefined) {
        this.#noLonger(this.#running.get(outcome.running)?.callId);
        this.#running.set(outcome.running, draft);
      }
      const script = this.#scripts.get(callId);
      if (script !== undefined) this.#runningScripts.push(script);
      return;
    }
    this.#made.delete(started?.callId ?? callId);
    if (polled !== undefined) this.#running.delete(polled);
    this.#noLonger(started?.callId);
  }

  #noLonger(runs: string | undefined): void {
    this.#runningScripts = this.#runningScripts.filter(({ callId }) => callId !== runs);
  }

  /** With a script end those of its commands of which no end was told. */
  #interrupt(script: string): void {
    for (const draft of this.#made.get(script) ?? []) settle(draft, { status: "interrupted", exitCode: null });
  }

  /** What is told from now on is of this turn. */
  turnBegins(turn: string): void {
    this.#turn = turn;
  }

  /** A script that was left open ended with its turn; one that was told to run on does. */
  turnEnds(): void {
    this.#openScripts = [];
    const running = new Set(this.#runningScripts.map(({ callId }) => callId));
    for (const callId of this.#made.keys()) if (!running.has(callId)) this.#made.delete(callId);
  }
}
