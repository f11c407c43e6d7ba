import type { Facts } from "../facts.ts";
import { counted, wholeNumber } from "../numbers.ts";
import { type Picture, pictureFile } from "../picture.ts";
import { type CallTally, commandCalls, effectCalls, failures, statusCalls, sum, type Tally } from "../tally.ts";
import { statusClass } from "../theme.ts";
import { type Bar, type BarPart, barsPicture } from "./bars.tsx";
import { beside } from "./beside.ts";

const MOST_BARS = 15;

/** `command-bars.svg`: tool calls by command and by effect, each bar divided by how the calls ended. */
export function commandBarsSvg(facts: Facts): string {
  return pictureFile(beside("What the agents did", [commandBars(facts), effectBars(facts)]));
}

/** Tool calls by command (or tool) and its effect. */
export function commandBars(facts: Facts): Picture {
  return callBars("Commands and tools", "command or tool", commandCalls(facts), statusCalls(facts));
}

/** Tool calls by effect. */
export function effectBars(facts: Facts): Picture {
  const effects = effectCalls(facts).map((effect) => ({ ...effect, effect: "" }));
  return callBars("Effects", "effect", effects, statusCalls(facts));
}

function callBars(title: string, thing: string, calls: readonly CallTally[], statuses: readonly Tally[]): Picture {
  const rest = calls.slice(MOST_BARS);
  const bars = calls.slice(0, MOST_BARS).map(callBar);
  if (rest.length > 0) {
    const value = sum(rest.map((call) => call.value));
    const name = `${wholeNumber(rest.length)} more`;
    bars.push({ name, detail: "", amount: wholeNumber(value), parts: [] });
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
