import { count, type Fields, fields, fieldsOrNull, list, number, parseFields, text, timeMs } from "../narrow.ts";
import type { ParseContext, ParsedFile, Parser } from "../source.ts";
import { largerUsage, totalTokens } from "../../trace/tokens.ts";
import { endToolCall, isProvidersId, type ToolDraft } from "../tool_call.ts";
import { CLAUDE_NEEDS } from "./needs.ts";
import { isSince, mayHaveBeenStopped, serverOutcome } from "./outcome.ts";
import { claudeMetaFile, ownIdOfPath, sessionIdOfPath, subagentIdOf } from "./paths.ts";
import { classifyUser, contentText, isNotice, isSlash, queuedCommand, typedWords } from "./prompt.ts";
import { type CallDraft, NO_REQUESTS, type TakenPrompt, Thread, type ThreadMark, TITLE_KINDS } from "./thread.ts";
import { nameOfCall, ToolLog, type ToolLogMark } from "./tool_log.ts";
import { billedUsage, claudeUsage, resultUsage, tellsWhole } from "./usage.ts";

/** Tools that the provider itself runs, and counts in a response's usage. */
const SERVED: readonly string[] = ["web_search", "web_fetch"];

/** What the program puts into the queue when a session is resumed in the midst of a turn (2.1.150). */
const GO_ON = "Continue from where you left off.";

/** Versions that gave copies of records a new `uuid`. */
const BEFORE_1_0_90 = /^(0\.|1\.0\.[1-8]?\d$)/;

/** What a parser must know to go on in the middle of a file. */
interface ParserMark {
  readonly threads: readonly ThreadMark[];
  readonly tools: ToolLogMark;
  readonly logsAttachments: boolean;
}

/** Reads one file of Claude Code: a session, a subagent, or a session with its subagents inside (README). */
export class ClaudeParser implements Parser {
  readonly #file: string;
  /** By the file's name, until a record names the agent. */
  #subagentId: string | null;
  /** The session whose file it is, where the file's name is a session's id: copied records may say another. */
  readonly #ownId: string | null;
  readonly #spawnKey: string | null;
  readonly #tools: ToolLog;
  readonly #threads = new Map<string, Thread>();
  /** Of records of subagents inside the file: record -> thread. */
  readonly #sideThreads = new Map<string, Thread>();
  readonly #summaries = new Map<string, string>();
  /** Results that stand before their calls, by call id: until the session's next prompt. */
  readonly #early = new Map<
    string,
    { readonly block: Fields; readonly record: Fields; readonly tsMs: number | null }
  >();
  /** What was typed while the agent was busy, until it is taken. */
  #queue: string[] = [];
  /** Whether anything was put into the queue since a turn began with what was taken out. */
  #hasQueued = false;
  #logsAttachments = false;
  /** Whether the file is of such a version: prompts are known by the answers beside them. */
  #renamesCopies = false;
  /** Calls whose result has not come, or came without saying how they ended. */
  readonly #open = new Map<ToolDraft, Thread>();
  readonly #mark: ParseContext["mark"];
  readonly #mayMark: ParseContext["mayMark"];
  readonly #wantsMark: ParseContext["wantsMark"];
  readonly #makeText: ParseContext["makeText"];

  constructor(context: ParseContext) {
    this.#mark = context.mark;
    this.#mayMark = context.mayMark;
    this.#wantsMark = context.wantsMark;
    this.#makeText = context.makeText;
    this.#file = context.file;
    this.#subagentId = subagentIdOf(context.file);
    this.#ownId = this.#subagentId === null ? ownIdOfPath(context.file) : null;
    this.#spawnKey = this.#subagentId === null ? null : spawnKeyOf(context);
    this.#tools = new ToolLog(context);
    if (context.resumed === null) return;
    const mark: ParserMark = JSON.parse(context.resumed);
    this.#resume(mark);
  }

  #resume({ threads, tools, logsAttachments }: ParserMark): void {
    this.#logsAttachments = logsAttachments;
    if (this.#subagentId !== null) this.#subagentId = threads[0]?.id ?? this.#subagentId;
    for (const mark of threads) {
      const thread = Thread.resumed(mark, this.#file, this.#makeText);
      this.#threads.set(mark.id, thread);
      for (const draft of thread.tools.values()) this.#open.set(draft, thread);
    }
    this.#tools.resume(tools, [...this.#open.keys()]);
  }

  /** A turn of the session begins, or a response: what came before is complete but for calls that are open. */
  #turn(): void {
    if (!this.#mayMark()) return;
    // Records of 1.0 and 2.0 that point to others far away: their files are read whole.
    if (this.#sideThreads.size + this.#summaries.size + this.#queue.length + this.#early.size > 0) return;
    if (this.#renamesCopies) return;
    // Saved output, which does not grow; or a prompt that the next record may tell.
    const threads = this.#threads.values();
    if (threads.some(({ totals, handed, begun }) => totals !== null || handed.length + begun.length > 0)) return;
    for (const draft of this.#open.keys()) {
      if (draft.status !== "unknown") this.#open.delete(draft);
    }
    const open = [...this.#open];
    const state: ParserMark = {
      threads: [...this.#threads.values()].map((thread) =>
        thread.mark(open.filter(([, owner]) => owner === thread).map(([draft]) => draft))
      ),
      tools: this.#tools.mark(new Set(this.#open.keys())),
      logsAttachments: this.#logsAttachments,
    };
    this.#mark(state, state.threads);
  }

  record(written: Fields): void {
    if (typeof written.type !== "string" || CLAUDE_NEEDS.types?.has(written.type) !== true) return;
    const record = asInLog(written);
    if (record.type === "summary") return this.#summary(record);
    if (record.type === "progress") return this.#progress(record);
    const thread = this.#threadOf(record);
    const tsMs = timeMs(record.timestamp);
    thread.seen(tsMs);
    thread.cwd ??= text(record.cwd);
    thread.forkOf ??= text(fields(record.forkedFrom).sessionId);
    if (this.#summaries.size > 0) {
      const summary = this.#summaries.get(text(record.uuid) ?? "");
      if (summary !== undefined) thread.title("summary", summary);
    }
    if (record.type === "user" || record.type === "system") thread.begun = [];
    this.#renamesCopies ||= BEFORE_1_0_90.test(text(record.version) ?? "");
    switch (record.type) {
      case "user":
        return this.#user(thread, record, tsMs);
      case "assistant":
        return this.#assistant(thread, record, tsMs);
      case "attachment": {
        this.#logsAttachments = true;
        thread.handed = [];
        const queued = queuedCommand(record, thread.role === "subagent");
        if (isNotice(queued)) this.#notified(thread, queued);
        else if (queued !== "") {
          thread.slash = null;
          thread.prompt(text(record.uuid) ?? `queued:${tsMs}`, queued, tsMs);
        }
        return;
      }
      case "queue-operation":
        return this.#queueOperation(thread, record, tsMs);
      case "result":
        return this.#runEnd(thread, record);
      case "system":
        return this.#system(thread, record);
      case "cost-state":
        thread.bill(billedUsage(record), number(record.startTime), number(record.totalDuration));
        return;
      default:
        for (const kind of TITLE_KINDS) {
          if (kind === record.type) {
            thread.title(kind, text(record.customTitle) ?? text(record.aiTitle) ?? text(record.agentName));
          }
        }
    }
  }

  finish(): ParsedFile {
    const threads = [...this.#threads.values()];
    for (const thread of threads) {
      this.#acceptHanded(thread);
      this.#acceptBegun(thread);
      this.#serverCalls(thread);
      if (this.#renamesCopies) thread.keyPrompts(null);
    }
    leaveTotalsOut(threads);
    return { parts: threads.map((thread) => thread.part()), unparsedCommands: this.#tools.unparsedCommands };
  }

  /** What saved output ends with. */
  #runEnd(thread: Thread, record: Fields): void {
    const used = resultUsage(record, thread.totals);
    thread.bill(used, null, null, tellsWhole(record));
    const usage = claudeUsage(record.usage);
    thread.totals = used ?? (usage === null ? thread.totals : new Map([[null, usage]]));
  }

  #summary(record: Fields): void {
    const leaf = text(record.leafUuid);
    const summary = text(record.summary);
    if (leaf !== null && summary !== null) this.#summaries.set(leaf, summary);
  }

  /** A subagent's response, told by its parent's file: the copy of the subagent's own file is the better one. */
  #progress(record: Fields): void {
    const data = fields(record.data);
    const agent = agentOf(data.agentId);
    if (data.type !== "agent_progress" || agent === null) return;
    const message = fields(data.message);
    if (message.type !== "assistant") return;
    const sessionId = text(record.sessionId) ?? sessionIdOfPath(this.#file);
    const spawnedBy = text(record.parentToolUseID);
    const thread = this.#thread(agent, sessionId, spawnedBy === null ? null : this.#toolKey(spawnedBy));
    const tsMs = timeMs(message.timestamp) ?? timeMs(record.timestamp);
    thread.seen(tsMs);
    this.#call(thread, { ...message, isSidechain: true }, tsMs);
  }

  #threadOf(record: Fields): Thread {
    const sessionId = this.#ownId ?? text(record.sessionId) ?? sessionIdOfPath(this.#file);
    const agent = agentOf(record.agentId);
    if (this.#subagentId !== null) {
      if (this.#threads.size === 0) this.#subagentId = agent ?? this.#subagentId;
      const thread = this.#thread(this.#subagentId, sessionId, this.#spawnKey);
      // A warm-up of 2.0 begins under an id of its own until it is known which session is resumed.
      thread.parentId = sessionId;
      return thread;
    }
    const spawnedBy = text(record.parent_tool_use_id);
    if (record.isSidechain !== true && spawnedBy === null) return this.#thread(sessionId, null, null);
    const uuid = text(record.uuid) ?? "";
    const known = agent === null ? this.#sideThreads.get(spawnedBy ?? text(record.parentUuid) ?? "") : undefined;
    const spawnKey = spawnedBy === null ? null : this.#toolKey(spawnedBy);
    const thread = known ?? this.#thread(agent ?? `${sessionId}.${uuid.slice(0, 8)}`, sessionId, spawnKey);
    thread.cwd ??= this.#threads.get(sessionId)?.cwd ?? null;
    this.#sideThreads.set(spawnedBy ?? uuid, thread);
    return thread;
  }

  /** The key of a call in this file that another record names. */
  #toolKey(id: string): string {
    if (isProvidersId(id)) return id;
    return this.#threads.values().map((thread) => thread.toolOf(id)?.key).find((key) => key !== undefined) ?? id;
  }

  #thread(id: string, parentId: string | null, spawnKey: string | null): Thread {
    let thread = this.#threads.get(id);
    if (thread === undefined) {
      thread = new Thread(id, parentId === null ? "top" : "subagent", parentId, this.#file, spawnKey, this.#makeText);
      this.#threads.set(id, thread);
    }
    return thread;
  }

  #user(thread: Thread, record: Fields, tsMs: number | null): void {
    const user = classifyUser(record, thread.role === "subagent");
    const key = text(record.uuid) ?? `${this.#file}:${tsMs}`;
    switch (user.is) {
      case "prompt":
        thread.slash = null;
        this.#acceptHanded(thread);
        this.#serverCalls(thread);
        // 2.1.61 may write a subagent's first result before its prompt.
        if (thread.role === "top") {
          this.#early.clear();
          this.#turn();
        }
        thread.prompt(key, user.text, tsMs);
        return;
      case "slash":
        thread.slash = { ...user, key, tsMs, promptId: text(record.promptId), hasPrinted: false };
        return;
      case "expansion":
        this.#unwrittenCall(thread, text(record.refusedMessageId), record, tsMs);
        return this.#expansion(thread, key, user.text, record);
      case "results":
        thread.slash = null;
        for (const block of list(fields(record.message).content)) this.#result(thread, fields(block), record, tsMs);
        return;
      case "notification":
        return this.#notified(thread, user.text);
      case "output":
        return thread.slashPrinted(user.text);
      case "summary":
      case "other":
        thread.slash = null;
        if (isInterruption(record)) {
          const isPersons = isStop(record);
          for (const draft of thread.mayBeStopped.splice(0)) {
            // What has an exit code ran, and was not refused.
            if (isPersons || draft.exitCode !== null) draft.status = "interrupted";
          }
        }
        return this.#cutCall(thread, record, tsMs);
      default:
        user satisfies never;
    }
  }

  /** What a slash command was expanded to, or the words of a skill: a subagent that one started has no other task. */
  #expansion(thread: Thread, key: string, words: string, record: Fields): void {
    const { slash, role } = thread;
    if (slash === null && role === "subagent" && words !== "" && thread.isEmpty()) {
      return thread.prompt(key, words, timeMs(record.timestamp));
    }
    // What comes behind a command's output may be of something else.
    const isOfSlash = slash?.hasPrinted !== true || (slash.promptId !== null && slash.promptId === record.promptId);
    if (isOfSlash) thread.acceptSlash();
  }

  #notified(thread: Thread, words: string): void {
    thread.endTasks(this.#tools.notified(words));
  }

  /**
   * What is taken out of the queue comes again as a record of its own, but for what 2.0 hands to an agent at work: that
   * stands only where it was put into the queue.
   */
  #queueOperation(thread: Thread, record: Fields, tsMs: number | null): void {
    const words = typedWords(record.content);
    if (record.operation === "enqueue") {
      this.#queue.push(words);
      this.#hasQueued = true;
      return this.#notified(thread, words);
    }
    if (record.operation === "popAll") this.#queue = [];
    const place = words === "" ? nextPlace(this.#queue, record.operation) : this.#queue.indexOf(words);
    const [taken] = this.#queue.splice(Math.max(0, place), 1);
    if (record.operation === "dequeue") {
      // What is taken together may come as one record.
      if (this.#hasQueued) this.#acceptBegun(thread);
      this.#hasQueued = false;
    }
    if (taken === undefined || isNoPrompt(taken)) return;
    if (record.operation === "dequeue" && taken !== GO_ON) thread.begun.push({ words: taken, tsMs });
    if (record.operation !== "remove" || this.#logsAttachments) return;
    thread.slash = null;
    thread.handed.push({ words: taken, tsMs });
  }

  /** No record has told the prompt with which a turn began: there was no answer, or the program ended. */
  #acceptBegun(thread: Thread): void {
    if (thread.begun.length > 0) thread.slash = null;
    this.#accept(thread, "begun", thread.begun.splice(0));
  }

  /** No attachment has told what was handed to the agent at work. */
  #acceptHanded(thread: Thread): void {
    this.#accept(thread, "queued", thread.handed.splice(0));
  }

  #accept(thread: Thread, how: string, taken: readonly TakenPrompt[]): void {
    for (const [index, { words, tsMs }] of taken.entries()) {
      this.#serverCalls(thread);
      thread.prompt(`${thread.id}:${how}:${tsMs}:${index}`, words, tsMs);
    }
  }

  #system(thread: Thread, record: Fields): void {
    if (record.subtype === "local_command") this.#localCommand(thread, text(record.content) ?? "");
    else this.#tools.system(record);
  }

  /** What a slash command printed, or another one. */
  #localCommand(thread: Thread, words: string): void {
    if (words.startsWith("<local-command-std")) thread.slashPrinted(words);
    else thread.slash = null;
  }

  #result(thread: Thread, block: Fields, record: Fields, tsMs: number | null): void {
    if (block.type !== "tool_result") return;
    const id = text(block.tool_use_id) ?? "";
    const draft = thread.toolOf(id);
    if (draft === undefined) return void this.#early.set(id, { block, record, tsMs });
    const outcome = this.#tools.end(draft, block, record, text(record.cwd) ?? thread.cwd, tsMs);
    if (mayHaveBeenStopped(record, outcome)) thread.mayBeStopped.push(draft);
    if (draft.status !== "unknown") this.#open.delete(draft);
    const agent = agentOf(fields(record.toolUseResult).agentId) ?? agentInWords(draft, block, record);
    // The subagent's own file may not say who started it.
    if (agent !== null) this.#thread(agent, thread.id, draft.key);
  }

  #assistant(thread: Thread, record: Fields, tsMs: number | null): void {
    const call = this.#call(thread, record, tsMs);
    if (call === null) return;
    for (const item of list(fields(record.message).content)) {
      const block = fields(item);
      const served = thread.toolOf(text(block.tool_use_id) ?? "");
      if (served !== undefined) endToolCall(served, serverOutcome(block), tsMs);
      const id = text(block.id);
      const name = nameOfCall(block);
      const scope = text(record.uuid) ?? this.#file;
      if (id === null || name === null || thread.tools.has(this.#tools.key(id, scope))) continue;
      const { promptKey } = thread;
      const cwd = text(record.cwd) ?? thread.cwd;
      const draft = this.#tools.begin({ name, id, scope, input: fields(block.input), cwd, tsMs, promptKey });
      thread.addTool(draft);
      this.#open.set(draft, thread);
      call.toolKeys = call.toolKeys.concat(draft.key);
      const early = this.#early.get(id);
      if (early !== undefined) this.#result(thread, early.block, early.record, early.tsMs);
      this.#early.delete(id);
      if (SERVED.includes(name)) call.told = new Map([...call.told, [name, (call.told.get(name) ?? 0) + 1]]);
    }
  }

  /** Searches and fetches of the provider that a response's usage counts and none of its blocks tells. */
  #serverCalls(thread: Thread): void {
    const call = thread.newestCall;
    thread.newestCall = null;
    if (call === null) return;
    for (const [name, requests] of call.requests) {
      for (let index = call.told.get(name) ?? 0; index < requests; index++) {
        const id = `${call.key}:${name}:${index}`;
        const { key: scope, tsMs } = call;
        const { cwd, promptKey } = thread;
        const draft = this.#tools.begin({ name, id, scope, input: {}, cwd, tsMs, promptKey });
        thread.addTool(draft);
        call.toolKeys = call.toolKeys.concat(draft.key);
      }
    }
  }

  /** The LLM call that an `assistant` record is a line of; null for what no model said. */
  #call(thread: Thread, record: Fields, tsMs: number | null): CallDraft | null {
    const message = fieldsOrNull(record.message);
    if (message === null) return null;
    const model = thread.sameModel(text(message.model));
    const hasFailed = record.isApiErrorMessage === true;
    if (model === "<synthetic>" && !hasFailed) return null;
    if (thread.slash?.hasPrinted === true) thread.slash = null;
    thread.acceptSlash();
    if (hasFailed) return null;
    const uuid = text(record.uuid) ?? `${this.#file}:${tsMs}`;
    const messageId = text(message.id) ?? uuid;
    const key = this.#callKey(thread, messageId, record, tsMs);
    let call = thread.calls.get(key);
    if (call === undefined) {
      this.#acceptHanded(thread);
      this.#serverCalls(thread);
      if (this.#renamesCopies) thread.keyPrompts(key);
      // Beside another conversation a response may go on behind the next one.
      if (this.#threads.size === 1 && this.#wantsMark()) this.#turn();
      call = {
        key,
        replayKey: key === messageId ? null : messageId,
        isSide: record.isSidechain === true,
        tsMs,
        promptKey: thread.promptKey,
        model,
        text: null,
        toolKeys: [],
        lines: key === messageId && messageId !== uuid ? null : new Set(),
        usage: null,
        requests: NO_REQUESTS,
        told: NO_REQUESTS,
      };
      thread.addCall(call);
      thread.newestCall = call;
    }
    call.lines?.add(uuid);
    thread.hasEnded = text(message.stop_reason) !== null;
    const usage = fields(message.usage);
    const served = fieldsOrNull(usage.server_tool_use);
    for (const name of served === null ? [] : SERVED) {
      const requests = count(served?.[`${name}_requests`]);
      if (requests > 0) call.requests = new Map([...call.requests, [name, requests]]);
    }
    this.#advisors(thread, call, message);
    const told = claudeUsage(message.usage);
    const more = (told === null ? -1 : totalTokens(told)) - (call.usage === null ? -1 : totalTokens(call.usage));
    // Of lines with equal tokens the one counts that tells its speed.
    if (more > 0 || (more === 0 && usage.speed !== undefined)) {
      call.model = usage.speed === "fast" && model !== null ? `${model}-fast` : model;
      call.usage = told;
    }
    for (const item of list(message.content)) {
      const block = fields(item);
      const said = block.type === "text" ? text(block.text) : null;
      if (said !== null) thread.say(call, said);
    }
    return call;
  }

  /** A response that was stopped while it came; no line of it may have been written (2.1.181). */
  #cutCall(thread: Thread, record: Fields, tsMs: number | null): void {
    const id = text(record.interruptedMessageId);
    const cut = thread.calls.get(id ?? "");
    if (cut !== undefined && !thread.hasEnded && billsNoCutAnswer(record)) thread.leaveUnbilled(cut);
    this.#unwrittenCall(thread, id, record, tsMs);
  }

  /** A response that another record names, where no line of it was written. */
  #unwrittenCall(thread: Thread, id: string | null, record: Fields, tsMs: number | null): void {
    if (id === null || thread.calls.has(id) || thread.callsOf.has(id)) return;
    this.#call(thread, { ...record, message: { id } }, tsMs);
  }

  /**
   * One response is one call: the provider's own `message.id` tells it, in any file (a fork of 1.0 copies no request
   * ids). A gateway may use an id again, or give none: there the request id tells, else the response whose line a line
   * follows; a new one is known by its first line, which forks copy with its `uuid`.
   */
  #callKey(thread: Thread, messageId: string, record: Fields, tsMs: number | null): string {
    const uuid = text(record.uuid);
    if (/^msg_\w{16,}$/.test(messageId)) return messageId;
    const parent = text(record.parentUuid) ?? "";
    if (messageId === uuid) return thread.newestCall?.lines?.has(parent) === true ? thread.newestCall.key : uuid;
    const requestId = text(record.requestId);
    if (requestId !== null) return `${messageId} ${requestId}`;
    for (const call of thread.callsOf.get(messageId) ?? []) {
      if (messageId.startsWith("msg_") || call.lines?.has(parent) || call.tsMs === tsMs) return call.key;
    }
    return `${messageId} ${uuid ?? `${text(record.sessionId) ?? thread.id} ${tsMs}`}`;
  }

  /** Calls to a second model inside a response, which its own usage does not count. */
  #advisors(thread: Thread, call: CallDraft, message: Fields): void {
    list(fields(message.usage).iterations).map(fields).forEach((iteration, index) => {
      if (iteration.type !== "advisor_message") return;
      const key = `${call.key}:advisor:${index}`;
      const known = thread.calls.get(key)?.usage ?? null;
      thread.calls.set(key, {
        ...call,
        key,
        replayKey: null,
        model: text(iteration.model) ?? call.model,
        text: null,
        toolKeys: [],
        lines: null,
        requests: NO_REQUESTS,
        told: NO_REQUESTS,
        usage: largerUsage(known, claudeUsage(iteration)),
      });
    });
  }
}

/** What saved output tells of a whole session counts only where no answer's usage does, nor that of a subagent's. */
function leaveTotalsOut(threads: readonly Thread[]): void {
  const measured = threads.filter(({ calls }) => calls.values().some(({ usage }) => usage !== null));
  const measuredIds = new Set(measured.flatMap(({ id, parentId }) => [id, parentId]));
  const workers = new Map(measured.map((thread) => [thread.parentId, thread]));
  for (const thread of threads) {
    if (thread.totals === null || !measuredIds.has(thread.id)) continue;
    thread.totals = null;
    const worker = workers.get(thread.id);
    // Of a skill on which a subagent worked it holds nothing of the session itself but its bill.
    if (worker === undefined || !thread.isEmpty()) continue;
    worker.bills = [...worker.bills, ...thread.bills];
    thread.bills = [];
  }
}

/** The session of the agent that has this id; null of what is none. */
function agentOf(id: unknown): string | null {
  return typeof id === "string" && /^[\w-]{1,64}$/.test(id) ? `agent-${id}` : null;
}

/** The agent that a result names with the words for its parent alone, as in files of subagents before 2.1.181. */
function agentInWords({ kind }: ToolDraft, block: Fields, { toolUseResult }: Fields): string | null {
  if (kind !== "subagent" || toolUseResult !== undefined) return null;
  const words = text(fields(list(block.content).at(-1)).text) ?? "";
  return agentOf(/^agentId: ([0-9a-f]+)\b/.exec(words)?.[1]);
}

/** The tool call that started a subagent, as the file beside its log says. */
function spawnKeyOf(context: ParseContext): string | null {
  const meta = context.readBeside(claudeMetaFile(context.file));
  return meta === null ? null : text(parseFields(meta)?.toolUseId);
}

/** Whether the record is written where a tool's call was refused, or stopped while it ran. */
function isInterruption(record: Fields): boolean {
  return contentText(fields(record.message).content).startsWith("[Request interrupted by user for tool use]");
}

/**
 * Whether a person stopped the agent while a tool ran, and did not refuse what it asked for: with `-p` nobody can be
 * asked.
 */
function isStop(interruption: Fields): boolean {
  return text(interruption.interruptedMessageId) !== null || interruption.entrypoint === "sdk-cli";
}

/** Whether the version that wrote the record bills no answer that was cut while it came. */
function billsNoCutAnswer(record: Fields): boolean {
  return isSince(record, "2.1.250") && !isSince(record, "2.1.326");
}

/** A command of the program, or of the shell, or what the program itself put into the queue. */
function isNoPrompt(queued: string): boolean {
  return queued === "" || queued.startsWith("!") || isSlash(queued) || isOfTask(queued);
}

/** What 2.1.47 and 2.1.50 queue, for those who read what they print, when a task starts. */
function isTaskStarted(queued: string): boolean {
  return queued.startsWith('{"task_id":"') && text(parseFields(queued)?.task_type) !== null;
}

function isOfTask(queued: string): boolean {
  return isNotice(queued) || isTaskStarted(queued);
}

/** The place of what a record without words takes: that a task has started is only removed, then persons come first. */
function nextPlace(queue: readonly string[], operation: unknown): number {
  const started = operation === "remove" ? queue.findIndex(isTaskStarted) : -1;
  return started >= 0 ? started : queue.findIndex((words) => !isOfTask(words));
}

/** A record of saved `--output-format stream-json`, with the names that the logs use. */
function asInLog(record: Fields): Fields {
  if (record.sessionId !== undefined || record.session_id === undefined) return record;
  const result = fields(list(record.tool_result_meta)[0]);
  return {
    ...record,
    sessionId: record.session_id,
    agentId: record.agent_id,
    requestId: record.request_id,
    toolUseResult: record.tool_use_result,
    toolDenialKind: result.non_execution_kind,
    permissionDecision: result.permission_decision,
    isMeta: record.isSynthetic,
    entrypoint: "sdk-cli",
  };
}
