import { sha256 } from "../../trace/hash.ts";
import type { SessionRole } from "../../trace/session.ts";
import { type Fields, fields, list, text, timeMs } from "../narrow.ts";
import type { Review, SessionPart } from "../part.ts";
import { EarlierCallError, type ParseContext, type ParsedFile, type Parser } from "../source.ts";
import { ShownCode } from "../shown_code.ts";
import { ToolReader } from "../tool_call.ts";
import { CallLog } from "./call_log.ts";
import { HeadlessLog, isHeadlessEvent } from "./headless.ts";
import { type Goals, GUARDIAN, keptMeta, type ParserMark, spawnOf, TERMINAL } from "./mark.ts";
import { outcomeOfItem } from "./outcome.ts";
import { threadIdOfPath } from "./paths.ts";
import {
  activeGoalOfContent,
  contentTexts,
  cwdOfContext,
  goalOfContent,
  IMAGE,
  isOfViewedImage,
  type Mail,
  mailOf,
  personsWords,
  promptOfContent,
  taskOfMail,
  typedWords,
} from "./prompt.ts";
import { PromptLog } from "./prompt_log.ts";
import { RepeatLog } from "./repeat_log.ts";
import { ToolLog } from "./tool_log.ts";
import {
  type CodexCall,
  customCall,
  functionCall,
  goalOfCall,
  goalOfScript,
  innerCall,
  localShellCall,
  otherCall,
  searchCall,
} from "./tools.ts";
import { codexUsage } from "./usage.ts";

/** What `view_image` answered before its image came as a message of the user's role (0.36 to 0.101). */
const IMAGE_VIEWED = "attached local image path";

/** Begins the ids of turns that were another agent's: a session of Claude Code that was imported. */
const IMPORTED = "external-import-turn-";

/** Reads one file of Codex: a thread, or a page of one (README). */
export class CodexParser implements Parser {
  readonly #file: string;
  readonly #reader: ToolReader;
  #prompts: PromptLog;
  #calls: CallLog;
  readonly #mark: ParseContext["mark"];
  readonly #mayMark: ParseContext["mayMark"];
  readonly #wantsMark: ParseContext["wantsMark"];
  readonly #makeText: ParseContext["makeText"];
  #tools: ToolLog;
  #repeats: RepeatLog;
  #id: string | null = null;
  /** The file begins with another thread's records, and where its own begin has not been told. */
  #holdsHistory = false;
  #ownBegan = false;
  /** What stands here: a turn of the thread; what another program put behind one; another agent's turn. */
  #place: "turn" | "between" | "imported" = "turn";
  #headless: HeadlessLog | null = null;
  /** Of that history, events that were left out here. */
  #copiesLeftOut = 0;
  #meta: Fields | null = null;
  #cwd: string | null = null;
  #model: string | null = null;
  #startMs: number | null = null;
  #endMs: number | null = null;
  #firstRecordMs: number | null = null;
  /** The time up to which another parser read the file. */
  #resumedMs: number | null = null;
  /** The next message was written by a parent agent for this thread. */
  #mailForUs = false;
  /** Until the next answer, an image without words is one that a call put before the model. */
  #imageViewed = false;
  /** What the thread is, if it is a review; and those that it asked for. */
  #review: Review | null = null;
  #reviews: readonly Review[] = [];
  #goals: Goals = { newest: null, models: null };
  /** Events repeat those of a review thread, which has a file of its own. */
  #inReview = false;
  /** It has a file of its own: the prompt is repeated too. */
  #isReviewRepeated = false;
  /** Turns begin with an event, by which programs tell all that was typed. */
  #tellsTurns = false;
  /** An event told what was typed, and the model has not answered. */
  #isTold = false;
  /** The next assistant message of this turn repeats what a review thread found. */
  #reviewEnded = false;

  constructor(context: ParseContext) {
    this.#file = context.file;
    this.#reader = new ToolReader(context);
    this.#makeText = context.makeText;
    this.#calls = new CallLog(this.#makeText);
    this.#prompts = new PromptLog(this.#file, this.#makeText);
    this.#tools = new ToolLog(this.#reader);
    const makeReader = () => new ToolReader(context);
    this.#repeats = new RepeatLog(makeReader);
    this.#mark = context.mark;
    this.#mayMark = context.mayMark;
    this.#wantsMark = context.wantsMark;
    if (context.resumed === null) return;
    const mark: ParserMark = JSON.parse(context.resumed);
    this.#resume(mark);
    this.#repeats = new RepeatLog(makeReader, mark.repeats);
  }

  #resume(mark: ParserMark): void {
    this.#id = mark.id;
    this.#meta = mark.meta;
    this.#ownBegan = true;
    this.#cwd = mark.cwd;
    this.#model = mark.model;
    this.#startMs = mark.startMs;
    this.#endMs = mark.endMs;
    this.#resumedMs = mark.endMs;
    this.#firstRecordMs = mark.firstRecordMs;
    this.#copiesLeftOut = mark.copiesLeftOut;
    this.#review = mark.review;
    this.#reviews = mark.reviews;
    this.#tellsTurns = mark.tellsTurns;
    this.#goals = mark.goals;
    this.#prompts = new PromptLog(this.#file, this.#makeText, mark.promptLog);
    this.#calls = new CallLog(this.#makeText, mark.callLog);
    this.#reader.unparsedCommands = mark.unparsedCommands;
    this.#reader.code = new ShownCode(mark.code);
    this.#tools = new ToolLog(this.#reader, mark);
  }

  /** Between two responses what came before is complete, but for what may still be told of some calls. */
  #markHere(): void {
    if (this.#id === null || this.#meta === null || this.#headless !== null || this.#holdsHistory) return;
    if (this.#place !== "turn" || this.#mayHoldHistory()) return;
    if (this.#inReview || this.#reviewEnded || this.#mailForUs || this.#imageViewed || !this.#mayMark()) return;
    const callLog = this.#calls.mark();
    const promptLog = callLog === null ? null : this.#prompts.mark();
    if (callLog === null || promptLog === null) return;
    const toolLog = this.#tools.mark(callLog.newestTools, (key) => this.#prompts.promptOf(key));
    if (toolLog === null) return;
    const repeats = this.#repeats.mark();
    const mark: ParserMark = {
      id: this.#id,
      prompts: promptLog.count,
      llmCalls: callLog.count,
      meta: this.#meta,
      cwd: this.#cwd,
      model: this.#model,
      startMs: this.#startMs,
      endMs: this.#endMs,
      firstRecordMs: this.#firstRecordMs,
      copiesLeftOut: this.#copiesLeftOut,
      review: this.#review,
      reviews: this.#reviews,
      tellsTurns: this.#tellsTurns,
      goals: this.#goals,
      promptLog,
      callLog,
      ...toolLog,
      repeats,
      unparsedCommands: this.#reader.unparsedCommands,
      code: this.#reader.code.mark(),
    };
    this.#mark(mark, [mark, ...repeats]);
  }

  record(record: Fields, line: number): void {
    if (this.#wantsMark()) this.#markHere();
    if (this.#headless !== null || (this.#meta === null && isHeadlessEvent(record))) {
      this.#headless ??= new HeadlessLog(this.#file, this.#reader, this.#makeText);
      return this.#headless.record(record);
    }
    const tsMs = timeMs(record.timestamp);
    if (tsMs !== null) {
      this.#firstRecordMs ??= tsMs;
      this.#startMs = Math.min(this.#startMs ?? tsMs, tsMs);
      this.#endMs = Math.max(this.#endMs ?? tsMs, tsMs);
    }
    const payload = fields(record.payload);
    switch (record.type) {
      case "session_meta":
        return this.#sessionMeta(payload, tsMs);
      case "turn_context":
        this.#prompts.goesOn();
        // A review that was killed is not exited; one in the same thread (0.50) has turns of this file.
        this.#inReview = false;
        this.#turnBegins(payload.turn_id);
        this.#cwd = text(payload.cwd) ?? this.#cwd;
        this.#model = text(payload.model) ?? text(fields(fields(payload.collaboration_mode).settings).model) ??
          this.#model;
        return;
      case "response_item":
        return this.#item(payload, tsMs, line);
      case "event_msg":
        return this.#event(payload, tsMs, line);
      case "token_usage_record":
        return this.#calls.response(
          text(payload.response_id),
          codexUsage(payload.usage),
          codexUsage(payload.thread_token_usage),
          tsMs,
          this.#model,
          this.#prompts.current,
        );
      case "inter_agent_communication_metadata":
      case "inter_agent_communication":
        this.#mailForUs = payload.trigger_turn === true;
        if (this.#mailForUs) this.#leaveHistoryOut();
        return;
      case "compacted":
        if (this.#place === "turn" && isUntoldCompaction(payload)) {
          this.#calls.compaction(tsMs, this.#prompts.current, this.#model);
        }
        return;
      case "world_state": {
        // The model may change in the midst of a turn (0.163).
        const { model } = fields(payload.state);
        this.#model = text(model) ?? text(fields(model).model) ?? this.#model;
        return;
      }
      default:
        if (record.payload === undefined) this.#direct(record, tsMs, line);
    }
  }

  finish(): ParsedFile {
    if (this.#headless !== null) {
      return { parts: [this.#headless.part()], unparsedCommands: this.#reader.unparsedCommands };
    }
    const id = this.#id ?? threadIdOfPath(this.#file);
    const part = id === null ? null : this.#part(id);
    const parts = part === null ? [] : [part, ...this.#repeats.parts(part)];
    return { parts, unparsedCommands: this.#reader.unparsedCommands };
  }

  #part(id: string): SessionPart {
    const meta = this.#meta ?? {};
    const spawn = spawnOf(meta);
    const isSubagent = fields(meta.source).subagent !== undefined || meta.thread_source === "subagent";
    const parentId = text(spawn.parent_thread_id) ?? text(meta.parent_thread_id);
    const role: SessionRole = isSubagent || (parentId !== null && parentId !== id) ? "subagent" : "top";
    const promptOf = (key: string | null): string | null => this.#prompts.promptOf(key);
    return {
      agent: "codex",
      id,
      role,
      parentId: role === "subagent" && parentId !== id ? parentId : null,
      spawnKey: null,
      file: this.#file,
      cwd: text(meta.cwd) ?? this.#cwd,
      title: null,
      ...(this.#review === null || parentId !== null ? {} : { review: this.#review }),
      ...(this.#reviews.length === 0 ? {} : { reviews: this.#reviews }),
      forkOf: text(meta.forked_from_id),
      holdsHistory: this.#holdsHistory,
      copiesLeftOut: this.#copiesLeftOut,
      startMs: this.#startMs,
      endMs: this.#endMs,
      firstRecordMs: this.#firstRecordMs,
      prompts: this.#prompts.prompts(),
      llmCalls: this.#calls.calls().map((call) => ({
        ...call,
        promptKey: promptOf(call.promptKey),
        toolKeys: this.#tools.keysOf(call.toolKeys),
      })),
      toolCalls: this.#tools.calls(promptOf),
      bills: [],
    };
  }

  /** The first one is this thread's; later ones were copied from the threads that it was forked from. */
  #sessionMeta(payload: Fields, tsMs: number | null): void {
    if (this.#meta !== null) {
      if (text(payload.id) === this.#id || this.#ownBegan) return;
      this.#holdsHistory = true;
      // The first of them is the one that was forked, which 0.87 tells nowhere else.
      this.#meta = { ...this.#meta, forked_from_id: text(this.#meta.forked_from_id) ?? payload.id };
      return;
    }
    this.#meta = keptMeta(payload);
    if (fields(payload.source).subagent === "review") {
      this.#review = { turn: null, startMs: timeMs(payload.timestamp) ?? tsMs };
    }
    this.#askedByGuardian();
    if (payload.history_mode !== undefined) this.#calls.tellItemsFirst();
    if (this.#pointsToHistory()) this.#calls.tellHistoryElsewhere();
    this.#id = text(payload.id);
    this.#cwd = text(payload.cwd);
  }

  /** Of a thread that decides whether a call may be made no event tells the first task (0.159). */
  #askedByGuardian(): void {
    if (fields(fields(this.#meta?.source).subagent).other === GUARDIAN) this.#prompts.takeUntold();
  }

  /** A turn whose id is not older than the thread is its own: what came before it was copied. */
  #turnBegins(turnId: unknown): void {
    const id = text(turnId);
    this.#place = id?.startsWith(IMPORTED) === true ? "imported" : "turn";
    if (id === null) return;
    const [turn, thread] = [timeOfId(id), timeOfId(this.#id)];
    if (this.#mayHoldHistory()) this.#holdsHistory = true;
    if (turn !== null && thread !== null && turn >= thread) this.#leaveHistoryOut();
    if (this.#review?.turn === null) this.#review = { ...this.#review, turn: uniqueId(id) };
    this.#tools.turnBegins(id);
    this.#prompts.turnBegins();
  }

  /**
   * A fork that copied what it points to, before its own turns: `migrate-rollouts` takes out the `session_meta` that
   * would tell it (0.165), and a subagent of 0.147 is given neither that nor its parent's turns.
   */
  #mayHoldHistory(): boolean {
    return !this.#ownBegan && text(this.#meta?.forked_from_id) !== null && !this.#pointsToHistory();
  }

  #pointsToHistory(): boolean {
    return text(fields(this.#meta?.history_base).thread_id) !== null;
  }

  #leaveHistoryOut(): void {
    this.#ownBegan = true;
    if (!this.#holdsHistory) return;
    this.#holdsHistory = false;
    // A review may be what the fork was made for.
    const newest = this.#inReview ? this.#reviews.slice(-1) : [];
    this.#reviews = newest.filter(({ turn }) => turn === null);
    this.#copiesLeftOut = this.#prompts.prompts().length + this.#tools.leaveOut() + this.#calls.leaveOut();
    this.#prompts = new PromptLog(this.#file, this.#makeText);
    this.#askedByGuardian();
  }

  /** Records of the oldest form, without an envelope: the first tells the thread, the rest are items. */
  #direct(record: Fields, tsMs: number | null, line: number): void {
    if (record.type === undefined) {
      if (this.#id === null) {
        this.#id = text(record.id);
        this.#meta = keptMeta(record);
      } else if (record.record_type === "state") this.#calls.endUnmeasured();
      return;
    }
    this.#cwd ??= cwdOfContext(record);
    this.#item(record, tsMs, line);
  }

  #item(payload: Fields, tsMs: number | null, line: number): void {
    switch (payload.type) {
      case "message":
        return this.#message(payload, tsMs, line);
      case "agent_message": {
        const task = this.#mailForUs ? taskOfMail(payload.content) : null;
        this.#mailForUs = false;
        if (task !== null && this.#isSubagent()) this.#prompts.sure(task, tsMs, line, "message");
        return;
      }
      case "function_call":
        this.#modelsGoal(goalOfCall(payload));
        return this.#start(functionCall(payload), text(payload.call_id), tsMs, line);
      case "local_shell_call":
        return this.#start(localShellCall(payload), text(payload.call_id) ?? text(payload.id), tsMs, line);
      case "custom_tool_call": {
        const id = text(payload.call_id);
        this.#modelsGoal(goalOfScript(payload));
        this.#start(customCall(payload), id, tsMs, line);
        const hasBegun = id !== null && this.#tools.get(id) !== undefined;
        if (hasBegun && /^(functions\.)?exec$/.test(text(payload.name) ?? "")) this.#tools.noteScript(id);
        return;
      }
      case "web_search_call": {
        const action = fields(payload.action);
        const call = searchCall(action);
        const id = text(payload.id) ?? idWithout(call, tsMs, line, text(action.pattern));
        this.#start(call, id, tsMs, line);
        this.#tools.served(id, payload.status);
        return;
      }
      case "tool_search_call":
      case "image_generation_call": {
        const call = otherCall(payload.type.replace(/_call$/, ""));
        const id = text(payload.call_id) ?? text(payload.id) ?? idWithout(call, tsMs, line);
        this.#start(call, id, tsMs, line);
        if (payload.status === "completed" || payload.status === "failed") this.#tools.served(id, payload.status);
        return;
      }
      case "tool_search_output":
      case "function_call_output":
      case "custom_tool_call_output":
        this.#imageViewed ||= payload.output === IMAGE_VIEWED;
        // Programs that gave turns no ids, which `migrate-rollouts` does, wrote calls and outputs in turn.
        if (this.#tools.turn?.startsWith("rollout-") === false) this.#calls.output(text(payload.call_id) ?? "");
        return this.#tools.output(text(payload.call_id) ?? "", payload.output, tsMs);
      case "reasoning":
        return this.#answers(tsMs, {});
      default:
        return;
    }
  }

  #message(payload: Fields, tsMs: number | null, line: number): void {
    if (payload.role === "developer") this.#activeGoal(payload, tsMs, line);
    if (payload.role === "user") {
      if (this.#place === "imported") return;
      const goal = goalOfContent(payload.content);
      if (goal !== null) {
        this.#goals = { ...this.#goals, newest: sha256(goal) };
        return this.#prompts.sure(goal, tsMs, line, "message");
      }
      const words = promptOfContent(payload.content);
      if (words === null) return this.#activeGoal(payload, tsMs, line);
      // It is the next turn's: a review that was killed is not exited.
      this.#inReview = false;
      if (this.#isViewed(words)) return;
      // To 0.95 no event tells what a person typed while the model was at work.
      const mayBeUntold = !this.#tellsTurns && !this.#isTold && this.#place === "turn";
      this.#prompts.unsure(words, tsMs, line, mayBeUntold && !isOfViewedImage(words));
      return;
    }
    if (payload.role !== "assistant") return;
    const words = contentTexts(payload.content).join("\n");
    const mail = mailOf(words);
    if (mail !== null) return this.#mail(mail, tsMs, line);
    const isRepeat = this.#reviewEnded;
    this.#reviewEnded = false;
    if (!isRepeat) this.#answers(tsMs, { text: words });
  }

  #modelsGoal(goal: string | null): void {
    if (goal !== null) this.#goals = { ...this.#goals, models: sha256(goal) };
  }

  /** In a page it may have been told before. */
  #activeGoal({ content }: Fields, tsMs: number | null, line: number): void {
    if (!this.#pointsToHistory()) this.#goalTold(activeGoalOfContent(content), tsMs, line);
  }

  /** A new goal that the model did not set is a person's, where no other program runs the thread. */
  #goalTold(goal: string | null, tsMs: number | null, line: number): void {
    if (goal === null) return;
    const { newest, models } = this.#goals;
    const told = sha256(goal);
    this.#goals = { newest: told, models };
    if (told === newest || told === models || this.#meta?.originator !== TERMINAL) return;
    this.#prompts.sure(goal, tsMs, line, "message");
  }

  #mail({ recipient, content, triggersTurn }: Mail, tsMs: number | null, line: number): void {
    if (triggersTurn && recipient === spawnOf(this.#meta ?? {}).agent_path) {
      this.#prompts.sure(content, tsMs, line, "message");
    }
  }

  #answers(tsMs: number | null, part: { readonly text?: string; readonly toolKey?: string }): void {
    if (this.#place !== "turn") return;
    this.#imageViewed = false;
    this.#isTold = false;
    this.#prompts.goesOn();
    this.#calls.item(tsMs, this.#prompts.current, this.#model, part);
  }

  #isViewed(words: string): boolean {
    return this.#imageViewed && isOfViewedImage(words);
  }

  #event(payload: Fields, tsMs: number | null, line: number): void {
    switch (payload.type) {
      case "user_message": {
        const kind = text(payload.kind);
        if (this.#inReview) this.#isReviewRepeated = true;
        if (this.#inReview || this.#place === "imported" || (kind !== null && kind !== "plain")) return;
        this.#place = "turn";
        this.#reviewEnded = false;
        this.#isTold = true;
        const hasImage = list(payload.images).length + list(payload.local_images).length > 0;
        const words = personsWords(text(payload.message) ?? (hasImage ? IMAGE : ""));
        if (words !== null && !this.#isViewed(words)) this.#prompts.sure(words, tsMs, line, "event");
        return;
      }
      case "token_count": {
        if (this.#inReview && this.#isReviewRepeated) return;
        const info = fields(payload.info);
        const model = modelOf(payload) ?? modelOf(info) ?? this.#model;
        return this.#calls.counter(
          codexUsage(info.total_token_usage),
          codexUsage(info.last_token_usage),
          tsMs,
          model,
          this.#prompts.current,
        );
      }
      case "item_completed":
        return this.#itemCompleted(payload, tsMs, line);
      case "exec_command_end":
      case "patch_apply_end":
      case "mcp_tool_call_end": {
        const callId = text(payload.call_id) ?? "";
        if (payload.type === "mcp_tool_call_end") this.#tools.isMcp(callId, fields(payload.invocation));
        return this.#tools.end(callId, outcomeOfItem(payload), tsMs);
      }
      case "task_started":
      case "turn_aborted":
        this.#reviewEnded = false;
        this.#imageViewed = false;
        this.#tellsTurns ||= payload.type === "task_started";
        if (payload.type === "task_started") this.#taskStarted(payload);
        else {
          this.#inReview = false;
          this.#calls.aborted();
        }
        this.#tools.turnEnds(tsMs);
        if (payload.type === "task_started") this.#markHere();
        return;
      case "task_complete":
        this.#place = "between";
        return;
      case "thread_goal_updated": {
        const goal = fields(payload.goal);
        if (goal.tokensUsed === 0) this.#goalTold(text(goal.objective), tsMs, line);
        return;
      }
      case "entered_review_mode":
        return this.#reviewBegins(tsMs);
      case "exited_review_mode":
        this.#inReview = false;
        this.#reviewEnded = true;
        return;
      default:
        return;
    }
  }

  #reviewBegins(tsMs: number | null): void {
    this.#inReview = true;
    this.#isReviewRepeated = false;
    this.#reviews = this.#reviews.concat({ turn: null, startMs: tsMs });
  }

  /** In a review, the turn is the one of its own thread. */
  #taskStarted({ turn_id }: Fields): void {
    this.#turnBegins(turn_id);
    const asked = this.#inReview ? this.#reviews.at(-1) : undefined;
    if (asked?.turn === null) this.#reviews = this.#reviews.with(-1, { ...asked, turn: uniqueId(turn_id) });
  }

  #itemCompleted(payload: Fields, tsMs: number | null, line: number): void {
    const item = fields(payload.item);
    const startedMs = timeMs(payload.started_at_ms);
    const ended = () => ({
      startMs: startedMs ?? tsMs,
      outcome: outcomeOfItem(item),
      endMs: timeMs(payload.completed_at_ms) ?? tsMs,
    });
    // A parent's file repeats the items of its review thread.
    const thread = text(payload.thread_id);
    if (thread !== null && thread !== this.#id) {
      const id = text(item.id);
      const call = innerCall(item);
      if (id !== null && call !== null) this.#repeats.call(thread, id, call, this.#cwd, ended());
      return;
    }
    if (item.type === "UserMessage") {
      if (this.#inReview || this.#place === "imported") return;
      const words = typedWords(item.content);
      if (words !== null) this.#prompts.sure(words, tsMs, line, "item");
      return;
    }
    if (item.type === "EnteredReviewMode") this.#reviewBegins(tsMs);
    if (item.type === "ExitedReviewMode") [this.#inReview, this.#reviewEnded] = [false, true];
    const id = text(item.id);
    if (id === null) return;
    if (this.#tools.get(id) !== undefined) {
      if (item.type === "McpToolCall") this.#tools.isMcp(id, item);
      if (item.status !== undefined || item.exit_code !== undefined) this.#tools.end(id, outcomeOfItem(item), tsMs);
      return;
    }
    const call = innerCall(item);
    if (call === null) return;
    if (startedMs !== null && startedMs <= (this.#resumedMs ?? -Infinity)) throw new EarlierCallError(this.#file);
    const script = this.#tools.script(text(payload.turn_id), startedMs);
    if (script === undefined) return;
    this.#tools.inner(id, script, call, this.#cwd, ended());
    this.#calls.inner(script, id);
  }

  #start(call: CodexCall, id: string | null, tsMs: number | null, line: number): void {
    const key = id ?? `${this.#file}:${line}`;
    if (this.#place !== "turn" || this.#tools.get(key) !== undefined) return;
    this.#tools.start(call, key, tsMs, this.#prompts.current, this.#cwd);
    this.#answers(tsMs, { toolKey: key });
  }

  #isSubagent(): boolean {
    const meta = this.#meta ?? {};
    return fields(meta.source).subagent !== undefined || meta.thread_source === "subagent" ||
      text(meta.parent_thread_id) !== null;
  }
}

function modelOf(place: Fields): string | null {
  return text(place.model) ?? text(place.model_name) ?? text(fields(place.metadata).model);
}

/** A compaction of the provider's that no record of tokens tells: a local one has a summary, a new window no such item. */
function isUntoldCompaction({ message, replacement_history, compaction_response_id }: Fields): boolean {
  return message === "" && text(compaction_response_id) === null &&
    list(replacement_history).some((item) => fields(item).type === "compaction");
}

/** An id for a call that has none: of the provider's form, as its time and what was asked tell it in any copy. */
function idWithout(
  { name, request }: CodexCall,
  tsMs: number | null,
  line: number,
  more: string | null = null,
): string {
  const asked = `${request ?? ""}${more ?? ""}`;
  return tsMs === null ? `${name}:${line}` : `call_${sha256(`${tsMs} ${name} ${asked}`).slice(0, 32)}`;
}

/** The time in an id of version 7, as 12 hexadecimal digits, which are in order of time; null of another id. */
function timeOfId(id: string | null): string | null {
  const digits = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(id ?? "");
  return digits === null ? null : `${digits[1]}${digits[2]}`;
}

/** An id that no other turn has: `migrate-rollouts` names turns by where they stand in their file (0.165). */
function uniqueId(turnId: unknown): string | null {
  const id = text(turnId);
  return timeOfId(id) === null ? null : id;
}
