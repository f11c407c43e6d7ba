import type { Report } from "../../profile/report.ts";
import { counted, wholeNumber } from "../numbers.ts";
import { type Picture, pictureFile } from "../picture.ts";
import { type CallTally, commandCalls, effectCalls, failures, statusCalls, sum, type Tally } from "../tally.ts";
import { statusClass } from "../theme.ts";
import { type Bar, type BarPart, barsPicture } from "./bars.tsx";
import { beside } from "./beside.ts";

const MOST_BARS = 15;

/** `command-bars.svg`: tool calls by command and by effect, each bar divided by how the calls ended. */
export function commandBarsSvg(report: Report): string {
  return pictureFile(beside("What the agents did", [commandBars(report), effectBars(report)]));
}

/** Tool calls by command (or tool) and its effect. */
export function commandBars(report: Report): Picture {
  return callBars("Commands and tools", "command or tool", commandCalls(report), statusCalls(report));
}

/** Tool calls by effect. */
export function effectBars(report: Report): Picture {
  const effects = effectCalls(report).map((effect) => ({ ...effect, effect: "" }));
  return callBars("Effects", "effect", effects, statusCalls(report));
}

function callBars(title: string, thing: string, calls: readonly CallTally[], statuses: readonly Tally[]): Picture {
  const rest = calls.slice(MOST_BARS);
  const bars = calls.slice(0, MOST_BARS).map(callBar);
  if (rest.length > 0) {
    const value = sum(rest.map((call) => call.value));
    const name = `${wholeNumber(rest.length)} more`;
    bars.push({ name, detail: "", amount: wholeNumber(value), parts: [{ className: "hidden", name: "all", value }] });
  }
  return barsPicture({
    title,
    facts: `${counted(sum(statuses.map(({ value }) => value)), "tool calls")}, largest ${thing} first`,
    note: "",
    unit: "tool calls",
    bars,
    legend: bars.length === 0 ? [] : statuses.map(statusPart),
  });
}

function callBar({ name, effect, value, statuses }: CallTally): Bar {
  const failed = failures(statuses);
  const amount = failed === 0 ? wholeNumber(value) : `${wholeNumber(value)}, ${wholeNumber(failed)} failed`;
  return { name, detail: effect, amount, parts: statuses.map(statusPart) };
}

function statusPart({ name, value }: Tally): BarPart {
  return { className: statusClass(name), name, value };
}
