import type { PartCounts } from "../source.ts";
import { endToolCall, settle, type ToolDraft, type ToolReader, withoutText } from "../tool_call.ts";
import type { Fields } from "../narrow.ts";
import { type Outcome, TIMED_OUT } from "../status.ts";
import { type CodexOutcome, outcomeOf, printedBy } from "./outcome.ts";
import { type CodexCall, mcpCall } from "./tools.ts";

/** A place at which no script runs: the counts of tool calls, and what may still be told of them. */
export interface ToolMark extends Pick<PartCounts, "toolCalls" | "openCalls"> {
  /** Calls of which something may still be told. */
  readonly open: readonly ToolDraft[];
  /** Of them those whose output has not come -> the time that a command was given, in milliseconds; null: none. */
  readonly awaited: readonly (readonly [string, number | null])[];
  /** Open poll -> what it polls; what still runs -> the open call that started it. */
  readonly polls: readonly (readonly [string, string])[];
  readonly running: readonly (readonly [string, string])[];
  readonly turn: string | null;
}

const INTERRUPTED: Outcome = { status: "interrupted", exitCode: null, durationMs: null };

/** A script of code mode. What it ran may be told long after its end. */
interface Script {
  readonly callId: string;
  readonly turn: string | null;
  readonly made: ToolDraft[];
  /** When it was told to run on behind its output; null: it did not. */
  ranOnMs: number | null;
  /** When that ended, or it was interrupted. */
  endMs: number | null;
  isInterrupted: boolean;
}

/** When a call that an item tells began, and how and when it ended. */
export interface Ended {
  readonly startMs: number | null;
  readonly outcome: Outcome;
  readonly endMs: number | null;
}

/** The model waits for a script: from its call, or a poll of it, to the output. */
interface Wait {
  readonly script: Script;
  readonly fromMs: number | null;
  toMs: number | null;
}

/** A thread's tool calls as they begin and end, by the rules of the README: code mode, polls, repeated ends. */
export class ToolLog {
  readonly #reader: ToolReader;
  readonly #tools = new Map<string, ToolDraft>();
  /** Scripts of code mode by call id; those that ran commands are no events of their own. */
  readonly #scripts = new Map<string, Script>();
  readonly #replaced = new Set<string>();
  /** In order of beginning; and those whose output has not come, by call id. */
  readonly #waits: Wait[] = [];
  readonly #openWaits = new Map<string, Wait>();
  /** Scripts that ran on behind their output, and those that still do: in order of beginning. */
  readonly #cells: Script[] = [];
  #runningScripts: Script[] = [];
  #turn: string | null = null;
  /** Calls that poll what runs: call id -> session or cell id. */
  readonly #polls = new Map<string, string>();
  /** What still runs, by session or cell id. */
  readonly #running = new Map<string, ToolDraft>();
  /** Calls whose output has not come -> the time that a command was given, in milliseconds; null: none. */
  readonly #awaited = new Map<string, number | null>();
  /** Calls of this turn that an event may yet tell to be of an MCP server's tool. */
  readonly #namespaced = new Set<string>();
  /** Calls before the place where reading was resumed, but for those that are told again. */
  readonly #before: number;

  constructor(reader: ToolReader, mark: ToolMark | null = null) {
    this.#reader = reader;
    this.#before = mark === null ? 0 : mark.toolCalls - mark.openCalls;
    if (mark === null) return;
    this.#turn = mark.turn;
    for (const draft of mark.open) this.#tools.set(draft.callId, draft);
    for (const [callId, limitMs] of mark.awaited) this.#awaited.set(callId, limitMs);
    for (const [callId, what] of mark.polls) this.#polls.set(callId, what);
    for (const [what, callId] of mark.running) {
      const draft = this.#tools.get(callId);
      if (draft !== undefined) this.#running.set(what, draft);
    }
  }

  /**
   * What must be known to go on from here; null where a script runs, or a call may yet be renamed. More may be told of the
   * newest tools.
   */
  mark(newestTools: readonly string[], promptOf: (key: string | null) => string | null): ToolMark | null {
    if (this.#openWaits.size + this.#runningScripts.length + this.#namespaced.size > 0) return null;
    const running = [...this.#running.values()].filter(({ status }) => status === "unknown");
    const told = new Set([...newestTools, ...this.#awaited.keys(), ...running.map(({ callId }) => callId)]);
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

  /** The id of the turn. */
  get turn(): string | null {
    return this.#turn;
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
    this.#namespaced.clear();
    this.#polls.clear();
    this.#waits.splice(0);
    this.#openWaits.clear();
    this.#cells.splice(0);
    this.#runningScripts = [];
    return size;
  }

  /** A call that the model asked for. */
  start(call: CodexCall, callId: string, tsMs: number | null, promptKey: string | null, cwd: string | null): void {
    this.#draft(call, callId, tsMs, promptKey, cwd);
    this.#awaited.set(callId, call.timeoutMs ?? null);
    if (call.hasNamespace === true) this.#namespaced.add(callId);
    if (call.polls === undefined) return;
    this.#polls.set(callId, call.polls);
    const script = this.#scripts.get(this.#running.get(call.polls)?.callId ?? "");
    if (script !== undefined) this.#waitFor(script, callId, tsMs);
  }

  /** Notes that a call is a script of code mode. */
  noteScript(callId: string): void {
    const script = { callId, turn: this.#turn, made: [], ranOnMs: null, endMs: null, isInterrupted: false };
    this.#scripts.set(callId, script);
    this.#waitFor(script, callId, this.#tools.get(callId)?.tsMs ?? null);
  }

  #waitFor(script: Script, callId: string, fromMs: number | null): void {
    const wait = { script, fromMs, toMs: null };
    this.#waits.push(wait);
    this.#openWaits.set(callId, wait);
  }

  /** An event tells that a call was of an MCP server's tool, whose name may have no prefix (0.142). */
  isMcp(callId: string, told: Fields): void {
    const draft = this.#tools.get(callId);
    const { name, row } = mcpCall(told);
    if (draft === undefined || draft.kind === row.kind) return;
    [draft.toolName, draft.kind, draft.effect] = [name, row.kind, row.effect];
    // Its own name may have been that of a shell.
    [draft.command, draft.commandName, draft.processChain] = [null, null, []];
  }

  /** An item or an event tells how a call ended. One that was interrupted stays so: its command may run on. */
  end(callId: string, outcome: Outcome, endMs: number | null): void {
    const draft = this.#tools.get(callId);
    if (draft !== undefined && draft.status !== "interrupted") endToolCall(draft, outcome, endMs);
  }

  /** A call that the provider has made: no output comes. */
  served(callId: string, ended: unknown): void {
    this.#awaited.delete(callId);
    const draft = this.#tools.get(callId);
    if (draft !== undefined) draft.status = ended === "completed" ? "ok" : ended === "failed" ? "fail" : draft.status;
  }

  /**
   * The script that made what an item tells: of those of its turn the one for which the model waited when it began, of
   * several the first, since they run one after another; else the last one that ran on then. Of an item without that
   * time, the first that now runs or runs on. undefined where there is none.
   */
  script(turn: string | null, startedMs: number | null): string | undefined {
    const isOf = (script: Script): boolean => turn === null || script.turn === null || script.turn === turn;
    if (startedMs === null) {
      const waited = this.#openWaits.values().map(({ script }) => script);
      return [...waited, ...this.#runningScripts].find(isOf)?.callId;
    }
    const isThen = (wait: Wait | undefined): boolean =>
      wait !== undefined && isOf(wait.script) && isWithin(startedMs, wait.fromMs, wait.toMs);
    let at = this.#waits.findLastIndex(isThen);
    while (isThen(this.#waits[at - 1])) at--;
    const script = this.#waits[at]?.script ??
      this.#cells.findLast((cell) => isOf(cell) && isWithin(startedMs, cell.ranOnMs, cell.endMs));
    return script?.callId;
  }

  /** A call that a script made, and how it ended; null: the script stands in another file. */
  inner(
    callId: string,
    script: string | null,
    call: CodexCall,
    cwd: string | null,
    { startMs, outcome, endMs }: Ended,
  ): void {
    if (script !== null) this.#replaced.add(script);
    const draft = this.#draft(call, callId, startMs, this.#tools.get(script ?? "")?.promptKey ?? null, cwd);
    const ran = this.#scripts.get(script ?? "");
    ran?.made.push(draft);
    // It may have run on, as one that was interrupted itself.
    if (ran?.isInterrupted === true) endToolCall(draft, INTERRUPTED, ran.endMs);
    else endToolCall(draft, outcome, endMs);
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
    const outcome = withinLimit(outcomeOf(output, draft.kind), this.#awaited.get(callId) ?? Infinity);
    this.#awaited.delete(callId);
    this.#namespaced.delete(callId);
    if (draft.kind === "shell" && draft.paths.length > 0) this.#reader.printed(draft, printedBy(output));
    this.#reader.edited(draft, outcome);
    // What an item has told stands; the output adds why a command was stopped, or its exit code.
    if (draft.status === "unknown") endToolCall(draft, outcome, tsMs);
    else if (draft.status === "fail" && !["ok", "unknown"].includes(outcome.status)) draft.status = outcome.status;
    draft.exitCode ??= outcome.exitCode;
    const polled = this.#polls.get(callId);
    const started = polled === undefined || isUnheard(outcome) ? undefined : this.#running.get(polled);
    if (started !== undefined && outcome.status !== "unknown") settle(started, outcome);
    if (outcome.status === "interrupted") this.#interrupt(started?.callId ?? callId, tsMs);
    this.#endWait(callId, tsMs);
    if (outcome.running !== null) {
      // An id is used again once its command has ended; a poll of a running one tells its id too.
      if (started === undefined) {
        this.#noLonger(this.#running.get(outcome.running)?.callId, tsMs);
        this.#running.set(outcome.running, draft);
      }
      const script = this.#scripts.get(callId);
      if (script !== undefined) {
        script.ranOnMs = tsMs;
        this.#cells.push(script);
        this.#runningScripts.push(script);
      }
      return;
    }
    if (started !== undefined && polled !== undefined) this.#running.delete(polled);
    this.#noLonger(started?.callId, tsMs);
  }

  #endWait(callId: string, tsMs: number | null): void {
    const wait = this.#openWaits.get(callId);
    if (wait !== undefined) wait.toMs = tsMs;
    this.#openWaits.delete(callId);
  }

  #noLonger(runs: string | undefined, tsMs: number | null): void {
    const script = this.#runningScripts.find(({ callId }) => callId === runs);
    if (script === undefined) return;
    script.endMs = tsMs;
    this.#runningScripts = this.#runningScripts.filter((other) => other !== script);
  }

  /** With a script end those of its commands of which no end was told, or none will be. */
  #interrupt(callId: string, tsMs: number | null): void {
    const script = this.#scripts.get(callId);
    if (script === undefined) return;
    script.isInterrupted = true;
    script.endMs = tsMs;
    for (const draft of script.made) settle(draft, INTERRUPTED);
  }

  /** What is told from now on is of this turn. */
  turnBegins(turn: string): void {
    this.#turn = turn;
    this.#namespaced.clear();
  }

  /** A script that was left open ended with its turn; one that was told to run on does. */
  turnEnds(tsMs: number | null): void {
    for (const callId of this.#openWaits.keys()) this.#endWait(callId, tsMs);
  }
}

/** A command that reached the time that it was given timed out: not every version says so (0.72). */
function withinLimit(outcome: CodexOutcome, limitMs: number): CodexOutcome {
  const isOver = outcome.exitCode === TIMED_OUT && (outcome.durationMs ?? 0) >= limitMs;
  return isOver ? { ...outcome, status: "timeout" } : outcome;
}

/** Whether a poll failed before it came to what it polls: what the program records of that tells a time. */
function isUnheard({ status, exitCode, durationMs }: CodexOutcome): boolean {
  return (status === "fail" || status === "rejected") && exitCode === null && durationMs === null;
}

/** Whether a time is in a span, of which an end that is not told is open. */
function isWithin(ms: number, fromMs: number | null, toMs: number | null): boolean {
  return (fromMs ?? -Infinity) <= ms && ms <= (toMs ?? Infinity);
}
