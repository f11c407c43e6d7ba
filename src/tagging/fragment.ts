import { describeCommand, withoutShell } from "../shell/describe.ts";
import type { Text } from "../trace/session.ts";
import { TAG_KINDS, type TagKind } from "../trace/tag.ts";
import type { Fragment, Part, Question } from "./question.ts";

/** Fewer characters than these (`hi`, `go on`) do not tell what a session is about. */
const TELLING_CHARS = 24;

/** What stands between the parts of a fragment. */
const JOINTS: Readonly<Record<TagKind, string>> = { session: "; ", prompt: " ", llm_call: " " };

/** The fragment as the model sees it: one line. Throws `RangeError` where a text of it was not read. */
export function fragmentOf(question: Question): string {
  const joint = JOINTS[question.kind];
  let fragment = "";
  for (const part of question.parts) {
    const isSpare = typeof part !== "string" && part.as === "spare";
    if (isSpare && fragment.length >= TELLING_CHARS) break;
    const shown = shownOf(part);
    fragment += fragment === "" || shown === "" ? shown : joint + shown;
  }
  return fragment || "(no text)";
}

/** Sessions, prompts, LLM calls, each in order: of neighbours that begin alike a server has the beginning in its cache. */
export function byBeginning(a: Fragment, b: Fragment): number {
  return TAG_KINDS.indexOf(a.kind) - TAG_KINDS.indexOf(b.kind) ||
    (a.fragment < b.fragment ? -1 : Number(a.fragment > b.fragment));
}

function shownOf(part: Part): string {
  if (typeof part === "string") return part;
  const text = excerptOf(part.text);
  return part.as === "command" ? commandShown(text, part.bytes) : cut(text, part.bytes);
}

function commandShown(line: string, shownBytes: number): string {
  const does = describeCommand(line) || "run";
  return `${does.charAt(0).toUpperCase()}${does.slice(1)}: ${cut(withoutShell(line), shownBytes)}`;
}

function excerptOf({ sha256, excerpt }: Text): string {
  if (excerpt === null) throw new RangeError(`Cannot ask for a word: the text ${sha256.slice(0, 12)} was not read`);
  return excerpt;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * One line of at most so many bytes as UTF-8, besides the mark of a cut: the whole text, or three quarters of them from
 * its head and the rest from its tail. Scripts of which a character says more, and takes more tokens, have two or three
 * bytes for each.
 */
function cut(text: string, shownBytes: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const bytes = encoder.encode(line);
  if (bytes.length <= shownBytes) return terse(line);
  const tailBytes = Math.floor(shownBytes / 4);
  let headEnd = shownBytes - tailBytes;
  while (isInCharacter(bytes, headEnd)) headEnd--;
  let tailStart = bytes.length - tailBytes;
  while (isInCharacter(bytes, tailStart)) tailStart++;
  const head = decoder.decode(bytes.subarray(0, headEnd));
  const tail = decoder.decode(bytes.subarray(tailStart));
  return terse(`${head.trimEnd()} … ${tail.trimStart()}`);
}

/** Whether no character of UTF-8 begins at a place. */
function isInCharacter(bytes: Uint8Array, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === 0x80;
}

/**
 * Without what takes tokens and tells no word: a number, a time or a version of three characters or more is `0`, since
 * models read each digit for itself, and the sign at the end goes (docs/tagging.md).
 */
function terse(line: string): string {
  return line.replace(/\d[\d.:,-]*\d/g, (number) => number.length >= 3 ? "0" : number).replace(/(?<=\S)[.!?。]+$/, "")
    .toWellFormed();
}
