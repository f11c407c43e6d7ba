import { type Fields, fields, fieldsOrNull, list, number, parseFields, text } from "../narrow.ts";
import type { ToolKind } from "../../trace/effect.ts";
import {
  firstLine,
  type Outcome,
  type OwnWords,
  statusOfExit,
  statusOfOwnWords,
  TIMED_OUT,
  UNKNOWN_OUTCOME,
} from "../status.ts";
import { OUTPUT_HEAD_CHARS, WRAPPER_CHARS } from "./needs.ts";

/** How a tool call ended, and the running command or cell that it left behind. */
export interface CodexOutcome extends Outcome {
  /** Session id of a command, or cell id of a script, that still runs; null where nothing does. */
  readonly running: string | null;
}

/** What 0.115 and 0.117 put before the envelope: the command, with all its lines. */
const RAN_COMMAND = /^Command: [\s\S]*?\n(?=Chunk ID: [0-9a-f]+\nWall time: )/;
const ENVELOPE =
  /^(?:Chunk ID: [0-9a-f]+\n)?Wall time: ([\d.]+) seconds\n(?:Process (?:exited with|completed with exit) code (-?\d+)|Process running with session ID (\d+))/;
const FREEFORM = /^Exit code: (-?\d+)\nWall time: ([\d.]+) seconds?(?:\nTotal output lines: \d+)?(?:\nOutput:\n)?/;
const DENIED = /^failed in sandbox \S+ with execution error: sandbox denied exec error, exit code: (-?\d+), /;
const SCRIPT =
  /^Script (completed|failed|terminated|error|running with cell ID (\S+?))(?::|\n|$)(?:.*\n?Wall time ([\d.]+) seconds)?/;
/** The last part of a script's output, where the program refused what the script asked for and the script let it fail. */
const SCRIPT_REFUSED =
  /^Script error:\n(?:(?:Command|Tool call) blocked by PreToolUse hook: |patch rejected: |approval policy is \w+; reject command|exec_command failed(?: for `[\s\S]*`)?: CreateProcess \{ message: "Rejected\((?!\\"Failed to create ))/;
const WALL_TIME = /^Wall time:? ([\d.]+) seconds\n(Output:(?:\n|$))?/;

/** What Codex puts before an output of which it left lines out. */
const CUT_NOTE = /^Total output lines: \d+\n+/;

/** The command of a failure, between backticks and with all its lines: its words are not Codex' own. */
const FAILED_COMMAND = /^exec_command failed for `[\s\S]*`(?=: [A-Z])/;

const BLOCKED: OwnWords[number] = [/^(?:Command|Tool call) blocked by PreToolUse hook: /, "rejected"];

/** What Codex writes, anywhere in its own line, in the place of a command's or a patch's output. */
const OWN_WORDS: OwnWords = [
  BLOCKED,
  // The refused command stands between backticks, with all its lines.
  [/^`[\s\S]*` rejected: /, "rejected"],
  [/aborted by user/, "interrupted"],
  [/rejected by user|Rejected\(|^approval policy is \w+; reject command/, "rejected"],
  [/verification failed|^execution error: |^failed in sandbox\b|^error: Failed to /, "fail"],
  [/^(?:exec_command|write_stdin|unified exec) failed/, "fail"],
  [/^(?:missing )?`additional_permissions`|^additional permissions are disabled; /, "fail"],
];

/** What it writes in the place of any tool's output; else tools answer with words of theirs, and MCP servers' tools always. */
const TOOLS_WORDS: OwnWords = [
  [/^aborted by user(?: after [\d.]+s)?$/, "interrupted"],
  BLOCKED,
  // All that `clock.sleep` answers (0.171).
  [/^Sleep completed\.$/, "ok"],
  // `view_image`
  [/^unable to (?:process|locate) image\b|^Codex could not read the local image at /, "fail"],
  [/^image path `[^`]*` is not a file$|^image content omitted because it could not be processed/, "fail"],
  // The tools of files that some models had (0.64)
  [/^(?:file_path|dir_path) must be an absolute path$|^failed to read (?:file|directory): /, "fail"],
  // The tools of agents
  [/^agent with id \S+ not found|^live agent path \S+ not found|^agent path \S+ already exists/, "fail"],
  [
    /^collab spawn failed: |^failed to read csv input |^invalid agent id |^unknown agent_type '|^Unknown model `[^`]*` for spawn_agent\b/,
    "fail",
  ],
  [/^(?:agent ids|ids|agent_name|fork_turns|timeout_ms) must /, "fail"],
  [/^Empty message can't be sent to an agent$|^Provide either message or items\b/, "fail"],
  [
    /^(?:Tasks can't be assigned to|Follow-up tasks can't target) the root agent$|^root is not a spawned agent$/,
    "fail",
  ],
  // `request_user_input`, and the tools of goals
  [
    /^request_user_input is unavailable in |^goal (?:objective|budgets) must |^cannot (?:create|update) (?:a new )?goal /,
    "fail",
  ],
];

/** What it writes in the place of what an MCP server holds; a server's answer stands within JSON or behind a time. */
const MCP_WORDS: OwnWords = [
  BLOCKED,
  [
    /^resources\/(?:list|read|templates\/list) failed: |^unknown MCP server '|^(?:server|uri) must be provided$/,
    "fail",
  ],
];

/** Begins what stands in the place of an MCP server's answer, in each form in which an answer is written down. */
const MCP_ANSWER = '^(?:err: "|\\[\\{"type":"text","text":")?';
const MCP_FAILED = new RegExp(`${MCP_ANSWER}tool call error: tool call failed for `);
/** A person, or the policy, did not let the tool be called. */
const MCP_REFUSED = new RegExp(
  `${MCP_ANSWER}(?:user (?:rejected|cancelled) MCP tool call|MCP tool call (?:requires approval, but |cancelled|blocked by ))`,
);

/** The text of an output, without the command that 0.115 puts before it. */
function outputText(output: unknown): string {
  return recordedText(output).replace(RAN_COMMAND, "");
}

/** A string, or the texts of its items. */
function recordedText(output: unknown): string {
  if (typeof output === "string") return output;
  if (Array.isArray(output)) return list(output).map((item) => text(fields(item).text) ?? "").join("\n");
  return text(fields(output).content) ?? text(fields(output).output) ?? "";
}

/**
 * What a call's output says of its end (README, "Statuses"): by what the program records around the command's output,
 * then by its own words in its own line; never by a word that the command printed.
 */
export function outcomeOf(output: unknown, kind: ToolKind = "shell"): CodexOutcome {
  const whole = outputText(output);
  const isCommand = kind === "shell" || kind === "edit";
  const inText = isCommand && whole.startsWith("{") && whole.length <= WRAPPER_CHARS ? parseFields(whole) : null;
  const wrapped = inText ?? fieldsOrNull(output);
  const inWrapper = wrapped === null ? null : outcomeOfWrapper(wrapped);
  if (inWrapper !== null) return inWrapper;
  const said = whole.slice(0, OUTPUT_HEAD_CHARS);

  const free = FREEFORM.exec(said);
  if (free !== null) return ended(Number(free[1]), seconds(free[2]), said.slice(free[0].length));
  const denied = DENIED.exec(said);
  if (denied !== null) return ended(Number(denied[1]), null, "");
  const envelope = ENVELOPE.exec(said);
  if (envelope !== null) {
    const durationMs = seconds(envelope[1]);
    if (envelope[3] !== undefined) return { ...UNKNOWN_OUTCOME, durationMs, running: envelope[3] };
    return ended(Number(envelope[2]), durationMs, "");
  }
  const script = SCRIPT.exec(said);
  if (script !== null) return outcomeOfScript(script, text(fields(list(output).at(-1)).text) ?? "");

  const wall = WALL_TIME.exec(said);
  const behind = wall === null ? "" : whole.slice(wall[0].length);
  // A patch that came as a command has an answer within the answer.
  if (isCommand && wall?.[2] !== undefined && /^(\{"output":|Exit code: )/.test(behind)) return outcomeOf(behind, kind);
  if (kind === "mcp") {
    const answer = wall === null ? said : behind;
    const status = MCP_FAILED.test(answer) ? "fail" : MCP_REFUSED.test(answer) ? "rejected" : null;
    if (status !== null) return { ...UNKNOWN_OUTCOME, status, durationMs: seconds(wall?.[1]), running: null };
  }
  const own = wall === null ? said : wall[2] === undefined ? behind.slice(0, OUTPUT_HEAD_CHARS) : "";
  const unquoted = own.replace(FAILED_COMMAND, "exec_command failed");
  const line = unquoted.startsWith("`") ? unquoted : firstLine(unquoted);
  return {
    status: statusOfOwnWords(line.trim(), isCommand ? OWN_WORDS : kind === "mcp" ? MCP_WORDS : TOOLS_WORDS) ??
      "unknown",
    exitCode: null,
    durationMs: wall === null ? null : seconds(wall[1]),
    running: null,
  };
}

/** What a command printed, without what the program records around it; empty where a part of it is missing. */
export function printedBy(output: unknown): string {
  const whole = outputText(output);
  if (whole.length >= WRAPPER_CHARS) return "";
  const wrapper = whole.startsWith("{") ? text(parseFields(whole)?.output) : null;
  const printed = wrapper ?? whole.slice(/^(?:[A-Z][^\n]*\n)*?Output:\n/.exec(whole)?.[0].length ?? 0);
  return CUT_NOTE.test(printed) ? "" : printed;
}

/**
 * The wrapper `{"output", "metadata": {"exit_code", "duration_seconds"}}` of 0.47, that of its unified exec (`session_id`
 * of what still runs, `wall_time_seconds`), or an old `{"success"}`.
 */
function outcomeOfWrapper(wrapper: Fields): CodexOutcome | null {
  const metadata = fields(wrapper.metadata);
  const exitCode = number(metadata.exit_code) ?? number(wrapper.exit_code);
  if (wrapper.timed_out === true || metadata.timed_out === true) {
    return { ...UNKNOWN_OUTCOME, status: "timeout", exitCode, running: null };
  }
  const durationMs = seconds(metadata.duration_seconds ?? wrapper.wall_time_seconds);
  if (exitCode !== null) return ended(exitCode, durationMs, text(wrapper.output) ?? "");
  const runs = number(wrapper.session_id);
  if (runs !== null) return { ...UNKNOWN_OUTCOME, durationMs, running: String(runs) };
  if (typeof wrapper.success !== "boolean") return null;
  return { ...UNKNOWN_OUTCOME, status: wrapper.success ? "ok" : "fail", running: null };
}

function outcomeOfScript(script: RegExpExecArray, lastPart: string): CodexOutcome {
  const durationMs = seconds(script[3]);
  const running = script[2] ?? null;
  if (running !== null) return { ...UNKNOWN_OUTCOME, durationMs, running };
  const failed = SCRIPT_REFUSED.test(lastPart) ? "rejected" : "fail";
  const status = script[1] === "completed" ? "ok" : script[1] === "terminated" ? "interrupted" : failed;
  return { status, exitCode: null, durationMs, running: null };
}

/** Of a command that Codex stopped for its time, the first line says so. */
function ended(exitCode: number, durationMs: number | null, output: string): CodexOutcome {
  const timedOut = exitCode === TIMED_OUT && statusOfOwnWords(firstLine(output.replace(CUT_NOTE, ""))) === "timeout";
  return { status: timedOut ? "timeout" : statusOfExit(exitCode), exitCode, durationMs, running: null };
}

/** Of seconds as a number or its digits. */
function seconds(value: unknown): number | null {
  const n = number(value);
  return n === null ? null : Math.round(n * 1000);
}

/** A command's folder is missing: told as a refusal, as where an output tells it. */
const NO_FOLDER = /^Failed to create unified exec process: /;

/** What an item (0.169) or an end event of a call says of its end. */
export function outcomeOfItem(item: Fields): Outcome {
  const exitCode = number(item.exit_code);
  const durationMs = durationOf(item.duration);
  if (exitCode !== null && exitCode >= 0) return { status: statusOfExit(exitCode), exitCode, durationMs };
  if (NO_FOLDER.test(text(item.aggregated_output) ?? "")) return { status: "rejected", exitCode: null, durationMs };
  const result = fields(item.result);
  const failed = result.Err !== undefined || fields(result.Ok).isError === true ||
    fields(result.Ok).is_error === true ||
    result.isError === true;
  const why = text(result.Err) ?? text(fields(item.error).message) ?? "";
  if (MCP_REFUSED.test(why)) return { status: "rejected", exitCode: null, durationMs };
  if (failed || item.success === false) return { status: "fail", exitCode: null, durationMs };
  if (exitCode === null && (item.status === "completed" || item.success === true || result.Ok !== undefined)) {
    return { status: "ok", exitCode: null, durationMs };
  }
  if (item.status === "declined") return { status: "rejected", exitCode: null, durationMs };
  // An exit code of -1 stands for a command that was stopped: the output says why.
  const status = exitCode === null && item.status === "failed" ? "fail" : "unknown";
  return { status, exitCode: null, durationMs };
}

/** `{secs, nanos}`, or text such as `1.5s` or `20ms`. */
function durationOf(value: unknown): number | null {
  const duration = fieldsOrNull(value);
  if (duration !== null) {
    const secs = number(duration.secs);
    return secs === null ? null : Math.round(secs * 1000 + (number(duration.nanos) ?? 0) / 1e6);
  }
  const match = /^([\d.]+)(ms|s)$/.exec(text(value) ?? "");
  return match === null ? null : Math.round(Number(match[1]) * (match[2] === "s" ? 1000 : 1));
}
