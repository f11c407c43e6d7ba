import * as z from "zod";
import { llmCallQuestion, promptQuestion, type Question, sessionQuestion } from "../../src/tagging/question.ts";
import { llmCall, session, toolCall } from "./sample.ts";

/**
 * The labelled set: fragments of sessions, prompts and LLM calls with the words that a careful person would accept.
 * `tune` is what question, examples and word list were tried on, and what the matrix was learned from; `kept`
 * is measured last and nothing is tried on it; the others, each by authors of its own, were measured before anything was
 * tried on them.
 */
export const LABELLED_PARTS = ["tune", "kept", "fresh", "unseen", "last", "later", "after", "new"] as const;
export type LabelledPart = typeof LABELLED_PARTS[number];

export interface Labelled {
  readonly question: Question;
  readonly words: readonly string[];
  /** Rows of one kind with an equal pair mean the same. */
  readonly pair: string | null;
}

const Common = { words: z.array(z.string()), pair: z.string().nullable() };
const Row = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("session"), title: z.string().nullable(), prompts: z.array(z.string()), ...Common }),
  z.object({ kind: z.literal("prompt"), text: z.string(), ...Common }),
  z.object({
    kind: z.literal("llm_call"),
    text: z.string().nullable(),
    tools: z.array(z.tuple([z.string(), z.string()])),
    ...Common,
  }),
]);

/** Names under which agents run command lines. */
const SHELLS: ReadonlySet<string> = new Set(["Bash", "shell", "exec_command"]);

/** Reads a part of the set, a JSON object a line. */
export function readLabelled(part: LabelledPart): Labelled[] {
  const text = Deno.readTextFileSync(new URL(`./labelled/${part}.jsonl`, import.meta.url));
  return text.trim().split("\n").map((line) => {
    const row = Row.parse(JSON.parse(line));
    return { question: questionOf(row), words: row.words, pair: row.pair === null ? null : `${row.kind} ${row.pair}` };
  });
}

function questionOf(row: z.infer<typeof Row>): Question {
  switch (row.kind) {
    case "session":
      return sessionQuestion(session({ ...(row.title === null ? {} : { title: row.title }), prompts: row.prompts }));
    case "prompt":
      return promptQuestion(session({ prompts: [row.text] }), 0);
    case "llm_call": {
      const call = llmCall(row.text, row.tools.map((_, index) => index));
      const toolCalls = row.tools.map(([name, command]) => ({
        ...toolCall(name, command === "" ? null : command),
        kind: SHELLS.has(name) ? "shell" as const : "tool" as const,
      }));
      const question = llmCallQuestion(session({ llmCalls: [call], toolCalls }), call);
      if (question === null) throw new TypeError("Cannot ask for a call with neither text nor tools");
      return question;
    }
    default:
      return row satisfies never;
  }
}
