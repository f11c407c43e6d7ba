import type { Facts, WordKind } from "../facts.ts";
import { counted, share, shortNumber, wholeNumber } from "../numbers.ts";
import { type Picture, pictureFile } from "../picture.ts";
import { promptWords, sessionWords, sum, type Tally, tokensByWord } from "../tally.ts";
import { type Bar, barsPicture } from "./bars.tsx";
import { beside } from "./beside.ts";

const MOST_BARS = 16;

/** How a word's bar is a link, and whether it is one of those that are looked at. */
export interface BarLinks {
  /** What the words are words of. */
  readonly kind: WordKind;
  readonly hrefOf: (word: string) => string;
  /** Nothing is chosen, or this word is. */
  readonly isChosen: (word: string) => boolean;
  /** This word is chosen. */
  readonly isOnly: (word: string) => boolean;
}

/** `tag-bars.svg`: the words that the model gave to prompts and to sessions, by how many got each. */
export function tagBarsSvg(facts: Facts): string {
  return pictureFile(beside("What the agents worked on", [promptWordBars(facts), sessionWordBars(facts)]));
}

/** Prompts by word. */
export function promptWordBars(facts: Facts, links?: BarLinks): Picture {
  return wordBars("Words of prompts", "prompts", promptWords(facts), links);
}

/** Sessions by word. */
export function sessionWordBars(facts: Facts, links?: BarLinks): Picture {
  return wordBars("Words of sessions", "sessions", sessionWords(facts), links);
}

/** Tokens by the word of what they were for. */
export function tokenWordBars(facts: Facts, kind: WordKind, title: string, links?: BarLinks): Picture {
  return wordBars(title, "tokens", tokensByWord(facts, kind), links);
}

function wordBars(title: string, unit: string, words: readonly Tally[], links?: BarLinks): Picture {
  const total = sum(words.map((word) => word.value));
  const shown = words.filter(({ name }, index) => index < MOST_BARS || links?.isOnly(name) === true);
  const rest = words.filter((word) => !shown.includes(word));
  const bars = shown.map(({ name, value }): Bar => {
    const isQuiet = links !== undefined && !links.isChosen(name);
    const bar = wordBar(name, isQuiet ? "hidden" : "bar", value, total);
    return links === undefined ? bar : { ...bar, link: { href: links.hrefOf(name), word: `${links.kind}:${name}` } };
  });
  if (rest.length > 0) {
    const { name, amount } = wordBar(
      counted(rest.length, "more words"),
      "",
      sum(rest.map(({ value }) => value)),
      total,
    );
    bars.push({ name, detail: "", amount, parts: [] });
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
  const amount = `${value < 1_000_000 ? wholeNumber(value) : shortNumber(value)} (${share(value, total)})`;
  return { name, detail: "", amount, parts: [{ className, name: "all", value }] };
}
