import { type Fields, fields, fieldsOrNull, number, text } from "../narrow.ts";
import { firstLine, type Outcome, statusOfExit, statusOfOwnWords, TIMED_OUT } from "../status.ts";
import { RESULT_HEAD_CHARS } from "./needs.ts";
import { contentText } from "./prompt.ts";

/** How a tool call ended, and the background task that it started, polled or stopped. */
export interface ClaudeOutcome extends Outcome {
  readonly startsTask: string | null;
}

/** Begins the result of a call whose work goes on in the background. */
const TASK_STARTED =
  /^(?:Command (?:running in background with |was manually backgrounded by user with |did not complete .* and was moved to the background \()ID: |Monitor started \(task )([\w-]+)/;

/** Exit codes of a command that SIGKILL or SIGTERM stopped. */
const KILLED: ReadonlySet<number> = new Set([137, 143]);

/**
 * The outcome that a `tool_result` block and its record's `toolUseResult` tell (README, "Statuses"). `is_error` of the
 * block decides; the agent's own words in the first line say of which kind the failure was.
 */
export function outcomeOf(block: Fields, record: Fields): ClaudeOutcome {
  const result = record.toolUseResult;
  const side = fields(result);
  const content = contentText(block.content).slice(0, RESULT_HEAD_CHARS);
  const durationMs = number(side.totalDurationMs) ?? number(side.durationMs) ?? secondsIn(side.durationSeconds);
  const startsTask = text(side.backgroundTaskId) ??
    TASK_STARTED.exec(content)?.[1] ??
    (side.status === "async_launched" ? text(side.agentId) ?? text(side.taskId) ?? "" : null);
  if (startsTask !== null) return { status: "unknown", exitCode: null, durationMs: null, startsTask };

  const exit = /^(?:Error: )?Exit code (-?\d+)(?:\n|$)/.exec(content);
  const exitCode = exit === null ? null : Number(exit[1]);
  const done = { exitCode, durationMs, startsTask: null };
  if (wasStopped(record, content)) return { ...done, status: "interrupted" };
  if (wasRejected(record)) return { ...done, status: "rejected" };
  const isError = block.is_error === true;
  const afterExit = exit === null ? content : content.slice(exit[0].length);
  // Behind an exit code stands what the command printed, unless it was stopped by a signal.
  const isOwnLine = exitCode === null || exitCode === TIMED_OUT || KILLED.has(exitCode);
  const said = isError || side.interrupted === true
    ? statusOfOwnWords(isOwnLine ? firstLine(afterExit).trim() : "") ??
      statusOfOwnWords(typeof result === "string" ? result.slice(0, RESULT_HEAD_CHARS) : "")
    : null;
  if (said !== null) return { ...done, status: said };
  if (side.interrupted === true) return { ...done, status: "interrupted" };
  if (exitCode !== null && isError) return { ...done, status: statusOfExit(exitCode) };
  return { ...done, exitCode: isError ? exitCode : null, status: isError ? "fail" : "ok" };
}

/** What a block says that brings the result of a call which the provider itself made. */
export function serverOutcome(block: Fields): Outcome {
  const isError = block.is_error === true || /_error$/.test(text(fields(block.content).type) ?? "");
  return { status: isError ? "fail" : "ok", exitCode: null, durationMs: null };
}

function secondsIn(value: unknown): number | null {
  const seconds = number(value);
  return seconds === null ? null : Math.round(seconds * 1000);
}

/** The `toolUseResult` of a call that a person refused, or stopped while it ran. */
const REFUSED = "User rejected tool use";

/**
 * Whether a person may have stopped the call while it ran, which the record behind it tells: a refusal, and a command
 * that was killed (2.1.150), look the same.
 */
export function mayHaveBeenStopped(record: Fields, { status, exitCode }: Outcome): boolean {
  if (record.toolUseResult === REFUSED) return record.toolDenialBeforeRun !== true;
  return status === "fail" && exitCode !== null && KILLED.has(exitCode);
}

/**
 * 2.1.332 tells what was stopped while it ran from what was refused: a refusal has `toolDenialBeforeRun`, and where a
 * program stopped the call, the text is corrected.
 */
function wasStopped(record: Fields, content: string): boolean {
  const kind = text(record.toolDenialKind);
  return kind === "interrupted" || kind === "cancelled" ||
    /^The user doesn't want to .*\bthis call was stopped while running/.test(content) ||
    (record.toolUseResult === REFUSED && record.toolDenialBeforeRun !== true && isSince(record, "2.1.332"));
}

/** Whether a record was written by this version of the program, or a newer one. */
export function isSince(record: Fields, version: string): boolean {
  return (text(record.version) ?? "").localeCompare(version, "en", { numeric: true }) >= 0;
}

function wasRejected(record: Fields): boolean {
  return record.toolUseResult === REFUSED || text(record.toolDenialKind) !== null ||
    /^(reject|deny|denied)/.test(text(fields(record.permissionDecision).decision) ?? "");
}

/**
 * What a poll (BashOutput, TaskOutput) or a task notification brings about the task, in words or as the members of a
 * record; null while it runs.
 */
export function taskOutcome(content: string, members: unknown): Outcome | null {
  const side = fields(members);
  const task = fieldsOrNull(side.task) ?? side;
  const status = text(task.status) ?? /<status>(\w+)<\/status>/.exec(content)?.[1] ?? null;
  const exitCode = number(task.exitCode) ?? numberIn(/<exit_code>(-?\d+)<\/exit_code>/, content) ??
    numberIn(
      /^.*\b(?:exit(?:ed with)? code:?|script failed \(exit) (-?\d+)/m,
      /<summary>[\s\S]*?<\/summary>/.exec(content)?.[0] ?? "",
    ) ??
    // The summary of an agent's task is what the agent said.
    numberIn(/^Background command [\s\S]*\bexit code (-?\d+)\)?$/, text(task.summary) ?? "");
  // What stopped a task says so in words alone.
  const stopped = /^(\{("success":true,)?"message":")?Successfully (stopped task|killed shell): /;
  if (stopped.test(content)) return { status: "interrupted", exitCode: null, durationMs: null };
  if (status === null || status === "running" || status === "pending") return null;
  if (status === "killed" || status === "stopped") return { status: "interrupted", exitCode, durationMs: null };
  if (exitCode !== null) return { status: statusOfExit(exitCode), exitCode, durationMs: null };
  return { status: status === "completed" ? "ok" : "fail", exitCode, durationMs: null };
}

function numberIn(pattern: RegExp, content: string): number | null {
  return number(pattern.exec(content)?.[1]);
}

/** The background task that a call's input names. */
export function taskOfInput(input: Fields): string | null {
  return text(input.bash_id) ?? text(input.task_id) ?? text(input.shell_id);
}
