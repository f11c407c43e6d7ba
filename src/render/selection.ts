/** What the dashboard is narrowed to: at most one word of each kind. */

import type { Facts, LlmCallsFact, PromptFact, WordKind } from "./facts.ts";

export type Selection = Readonly<Partial<Record<WordKind, string>>>;

/** The kinds of words, with what carries them, in the order of a stack. */
export const WORD_KINDS = [["session", "session"], ["prompt", "prompt"], ["call", "LLM call"]] as const;

/** Whether nothing is narrowed. */
export function isWhole(selection: Selection): boolean {
  return WORD_KINDS.every(([kind]) => selection[kind] === undefined);
}

/** The selection without the words of one kind. */
export function without(selection: Selection, kind: WordKind): Selection {
  return Object.fromEntries(Object.entries(selection).filter(([other]) => other !== kind));
}

/**
 * The facts that have all words of the selection. The word of an LLM call is one of tokens alone: tool calls have none,
 * so while one is selected they are left out, and prompts and sessions stay that hold such an LLM call.
 */
export function select(facts: Facts, selection: Selection): Facts {
  if (isWhole(selection)) return facts;
  const has = (prompt: PromptFact): boolean =>
    (selection.session === undefined || prompt.session.word === selection.session) &&
    (selection.prompt === undefined || prompt.word === selection.prompt);
  const hasWord = (call: LlmCallsFact): boolean => selection.call === undefined || call.word === selection.call;
  const llmCalls = facts.llmCalls.filter((call) => hasWord(call) && has(call.prompt));
  const holders = selection.call === undefined ? null : new Set(llmCalls.map(({ prompt }) => prompt));
  const prompts = facts.prompts.filter((prompt) => has(prompt) && (holders === null || holders.has(prompt)));
  const kept = new Set(prompts.map(({ session }) => session));
  const isOfSessions = selection.prompt === undefined && selection.call === undefined;
  return {
    sessions: facts.sessions.filter((session) => isOfSessions ? session.word === selection.session : kept.has(session)),
    prompts,
    toolCalls: selection.call === undefined ? facts.toolCalls.filter(({ prompt }) => has(prompt)) : [],
    llmCalls,
  };
}
