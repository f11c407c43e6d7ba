/** The model's one lower-case word for a session, a prompt or an LLM call. */
export type Tag = string;

/** What a tag can be given to. */
export const TAG_KINDS = ["session", "prompt", "llm_call"] as const;
export type TagKind = typeof TAG_KINDS[number];

/** The words of one session; the lists are parallel to `Session.prompts` and `Session.llmCalls`. */
export interface SessionTags {
  readonly session: Tag;
  readonly prompts: readonly Tag[];
  readonly llmCalls: readonly Tag[];
}
