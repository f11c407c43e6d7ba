import type { TagForecast } from "../tagging/forecast.ts";
import type { TagProgress } from "../tagging/tagger.ts";
import type { SessionSummary } from "../history/summary.ts";
import { addTokens, NO_TOKENS, TOKEN_KINDS, totalTokens } from "../trace/tokens.ts";

/** What `run --dry-run` says: what there is, what is known and what is to be asked. */
export function dryRunText(sessions: readonly SessionSummary[], forecast: TagForecast): string {
  const tokens = sessions.reduce((sum, session) => addTokens(sum, session.tokens), NO_TOKENS);
  const rows: readonly (readonly [string, number])[] = [
    ["sessions", sessions.length],
    ["prompts", sumOf(sessions, ({ prompts }) => prompts)],
    ["LLM calls", sumOf(sessions, ({ llmCalls }) => llmCalls)],
    ["tool calls", sumOf(sessions, ({ toolCalls }) => toolCalls)],
    ["tokens", totalTokens(tokens)],
    ...TOKEN_KINDS.map((kind) => [`  ${kind}`, tokens[kind]] as const),
    ["tags known", forecast.known],
    ["tags to ask", forecast.toAsk],
  ];
  const lines = rows.map(([name, value]) => `${name.padEnd(14)}${String(value).padStart(12)}`);
  return [...lines, `${"time to expect".padEnd(14)}${timeToExpect(forecast)}`].join("\n") + "\n";
}

function timeToExpect({ toAsk, ratePerSecond }: TagForecast): string {
  if (toAsk === 0) return duration(0).padStart(12);
  if (ratePerSecond === null) return `${"unknown".padStart(12)}: no model was asked yet`;
  return `${duration(toAsk / ratePerSecond).padStart(12)} at ${ratePerSecond} words a second, as measured last`;
}

/** One line: what was read. */
export function readText(sessions: readonly SessionSummary[]): string {
  const calls = sumOf(sessions, ({ llmCalls }) => llmCalls);
  const tools = sumOf(sessions, ({ toolCalls }) => toolCalls);
  const tokens = sumOf(sessions, (session) => totalTokens(session.tokens));
  return `read ${sessions.length} sessions: ${calls} LLM calls, ${tools} tool calls, ${tokens} tokens`;
}

function sumOf(sessions: readonly SessionSummary[], count: (session: SessionSummary) => number): number {
  return sessions.reduce((sum, session) => sum + count(session), 0);
}

/** One line: done, known already, rate, time left. */
export function tagProgressText({ stage, total, known, done, ratePerSecond, leftMs }: TagProgress): string {
  const rate = ratePerSecond === null ? "" : `, ${ratePerSecond.toFixed(1)} a second`;
  const left = leftMs === null || done === total ? "" : `, ${duration(leftMs / 1000)} left`;
  if (stage === "meeting") {
    return `meeting the model: ${done} of ${total} fragments whose words are known${rate}${left}`;
  }
  return `words ${done} of ${total} (${known} known already)${rate}${left}`;
}

/** `8 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}
