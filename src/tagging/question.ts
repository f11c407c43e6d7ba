import type { LlmCall, Session, Text, ToolCall } from "../trace/session.ts";
import type { TagKind } from "../trace/tag.ts";
import type { Example } from "./examples.ts";
import { EXAMPLES } from "./examples.ts";
import { hashParts } from "./hash.ts";
import { describeTool, spelledOut } from "./tool_words.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { EMPTY_WORDS, isWord } from "./vocabulary.ts";

/** Raised whenever the same parts would be shown to the model, or its weights understood, in another way; words of older versions are then asked again. */
export const QUESTION_VERSION = 10;

/** What one word is asked for: a fragment in parts, each either literal or a text of the log. */
export interface Question {
  readonly kind: TagKind;
  readonly parts: readonly Part[];
}

/** A piece of a fragment. A text of the log is shown cut; its identity is that of the whole text. */
export type Part = string | { readonly text: Text; readonly bytes: number; readonly as?: Showing };

/**
 * A `command` is shown behind what it does in words, which small models know better than commands; a `spare` text only
 * where what stands before it says next to nothing.
 */
type Showing = "command" | "spare";

/** A question ready to be put into a form: the same for every fragment of its kind up to `fragment`. */
export interface Asked {
  readonly intro: string;
  readonly examples: readonly Example[];
  readonly fragment: string;
  /** The answer that was not accepted, when the question is asked for the second time. */
  readonly refused: string | null;
  readonly grammar: string;
  /** The words that the grammar allows; null: any. */
  readonly words: ReadonlySet<string> | null;
}

/** Bytes of UTF-8 of the log that a fragment shows, by what they are. */
const SHOWN = { title: 120, prompt: 120, answer: 120, command: 100 } as const;
/** How many tool calls stand for an LLM call, and how many prompts at most for a session. */
const CALL_TOOLS = 4;
const SESSION_PROMPTS = 3;

/** Of a session no more prompts and tool calls than that are shown, and one answer. */
export const SHOWN_EVENTS = Math.max(CALL_TOOLS, SESSION_PROMPTS);

/** What of a tool call is shown. */
type AskedTool = Pick<ToolCall, "toolName" | "kind" | "command">;

/** What of a session is shown, in order of time. */
export interface Asker {
  readonly title: Text | null;
  readonly prompts: readonly { readonly text: Text }[];
  readonly llmCalls: readonly { readonly text: Text | null }[];
  readonly toolCalls: readonly AskedTool[];
}

/** A session is shown as its title and its first prompt that tells something, else as what its model said and did first. */
export function sessionQuestion(session: Asker): Question {
  const parts: Part[] = [];
  if (session.title !== null) parts.push({ text: session.title, bytes: SHOWN.title });
  for (const [index, { text }] of session.prompts.slice(0, SESSION_PROMPTS).entries()) {
    parts.push({ text, bytes: SHOWN.prompt, ...(index === 0 ? {} : { as: "spare" as const }) });
  }
  if (parts.length === 0) {
    const firstText = session.llmCalls.find(({ text }) => text !== null)?.text ?? null;
    if (firstText !== null) parts.push({ text: firstText, bytes: SHOWN.answer });
    parts.push(...toolParts(session.toolCalls));
  }
  return { kind: "session", parts };
}

/** A prompt is shown as it was written. */
export function promptQuestion(session: Pick<Session, "prompts">, index: number): Question {
  const prompt = session.prompts[index];
  return prompt === undefined ? { kind: "prompt", parts: [] } : fragmentQuestion(prompt.text);
}

/** A text that is asked for as a prompt would be. */
export function fragmentQuestion(text: Text): Question {
  return { kind: "prompt", parts: [{ text, bytes: SHOWN.prompt }] };
}

/** An LLM call is shown as what the model said and did; null if it did neither and takes its prompt's word. */
export function llmCallQuestion(session: Session, call: LlmCall): Question | null {
  return answerQuestion(call.text, call.toolCalls.flatMap((index) => session.toolCalls[index] ?? []));
}

/** As `llmCallQuestion`, of what the model said and the tools that it called. */
export function answerQuestion(text: Text | null, tools: readonly AskedTool[]): Question | null {
  if (text === null && tools.length === 0) return null;
  const said: Part[] = text === null ? [] : [{ text, bytes: SHOWN.answer }];
  return { kind: "llm_call", parts: [...said, ...toolParts(tools)] };
}

function toolParts(tools: readonly AskedTool[]): Part[] {
  return tools.slice(0, CALL_TOOLS).flatMap(({ toolName, kind, command }): Part[] => {
    const does = describeTool(toolName);
    // Which of its tools runs a command says nothing of it: equal commands of several agents are one question.
    if (does === null && kind === "shell" && command !== null) {
      return [{ text: command, bytes: SHOWN.command, as: "command" }];
    }
    const shown = does ?? spelledOut(toolName);
    return command === null ? [`${shown}.`] : [`${shown}:`, { text: command, bytes: SHOWN.command }];
  });
}

/** What tells two questions of one run apart: longer than `questionHash`, and found without hashing. */
export function questionKey(question: Question): string {
  let key: string = question.kind;
  for (const part of question.parts) {
    key += typeof part === "string"
      ? ` ${part.length}:${part}`
      : ` ${part.as ?? "text"} ${part.text.sha256}:${part.bytes}`;
  }
  return key;
}

/** What tells two questions apart, computed from hashes alone: 24 hex digits. */
export function questionHash(question: Question): string {
  const parts = question.parts.flatMap((part) =>
    typeof part === "string" ? ["literal", part] : [part.as ?? "text", part.text.sha256, part.bytes]
  );
  return hashParts([question.kind, ...parts], 24);
}

/** A question's fragment as the model sees it (`fragmentOf`). */
export interface Fragment {
  readonly kind: TagKind;
  readonly fragment: string;
}

/** Puts a fragment beside the worked examples of its kind. */
export function ask(
  { kind, fragment }: Fragment,
  vocabulary: Vocabulary,
  refused: string | null = null,
): Asked {
  return {
    intro: INTROS[kind],
    examples: EXAMPLES[kind].filter(({ word }) => vocabulary.words === null || vocabulary.words.has(word)),
    fragment,
    refused,
    grammar: grammarOf(vocabulary),
    words: vocabulary.words,
  };
}

const INTROS: Readonly<Record<TagKind, string>> = {
  session: "Each session of a coding agent gets one English word that names the work it was about.",
  prompt: "Each request to a coding agent gets one English word that names the work it asks for.",
  llm_call: "Each step of a coding agent gets one English word that names what it does.",
};

/** The GBNF grammar that allows the words of the vocabulary and nothing else. */
export function grammarOf(vocabulary: Vocabulary): string {
  if (vocabulary.words === null) return 'root ::= " "? [a-z]{3,12}';
  return `root ::= " "? (${[...vocabulary.words].map((word) => `"${word}"`).join(" | ")})`;
}

/** Why an answer was not accepted. */
export type Refusal = "empty" | "several words" | "not 3 to 12 letters a-z" | "not a word of the list";

/** The model's word, or why its answer is none. */
export type Reading = { readonly word: string } | { readonly refusal: Refusal };

/** Reads an answer: white space, quotes and final punctuation are taken off, the rest must be one word of the list. */
export function readAnswer(answer: string, vocabulary: Vocabulary): Reading {
  const word = answer.replace(/^[\s\p{Quotation_Mark}`]+|[\s\p{Quotation_Mark}`.,;:!?…。]+$/gu, "").toLowerCase();
  if (word === "") return { refusal: "empty" };
  if (/\s/u.test(word)) return { refusal: "several words" };
  if (!isWord(word)) return { refusal: "not 3 to 12 letters a-z" };
  if (EMPTY_WORDS.has(word) || vocabulary.words?.has(word) === false) return { refusal: "not a word of the list" };
  return { word };
}
