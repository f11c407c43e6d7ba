import type { Report } from "../../profile/report.ts";
import { counted, share, wholeNumber } from "../numbers.ts";
import { type Picture, pictureFile } from "../picture.ts";
import { promptWords, sessionWords, sum, type Tally } from "../tally.ts";
import { type Bar, barsPicture } from "./bars.tsx";
import { beside } from "./beside.ts";

const MOST_BARS = 16;

/** `tag-bars.svg`: the words that the model gave to prompts and to sessions, by how many got each. */
export function tagBarsSvg(report: Report): string {
  return pictureFile(beside("What the agents worked on", [promptWordBars(report), sessionWordBars(report)]));
}

/** Prompts by word. */
export function promptWordBars(report: Report): Picture {
  return wordBars("Words of prompts", "prompts", promptWords(report));
}

/** Sessions by word. */
export function sessionWordBars(report: Report): Picture {
  return wordBars("Words of sessions", "sessions", sessionWords(report));
}

function wordBars(title: string, unit: string, words: readonly Tally[]): Picture {
  const total = sum(words.map((word) => word.value));
  const rest = words.slice(MOST_BARS);
  const bars = words.slice(0, MOST_BARS).map(({ name, value }) => wordBar(name, "bar", value, total));
  if (rest.length > 0) {
    bars.push(wordBar(counted(rest.length, "more words"), "hidden", sum(rest.map(({ value }) => value)), total));
  }
  return barsPicture({
    title,
    facts: `${counted(total, unit)}, ${counted(words.length, "words")}`,
    note: "",
    unit,
    bars,
    legend: [],
  });
}

function wordBar(name: string, className: string, value: number, total: number): Bar {
  const amount = `${wholeNumber(value)} (${share(value, total)})`;
  return { name, detail: "", amount, parts: [{ className, name: "all", value }] };
}
