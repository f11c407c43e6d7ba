import * as z from "zod";

/**
 * The document `agentpprof.json`, schema_version 2 (contract §6): what other programs read, and all that `render`
 * needs. Members are added, never renamed; a change of a number's meaning raises `SCHEMA_VERSION`.
 */
export const SCHEMA_VERSION = 2;

/** What stands for a text where previews were not asked for. */
export const REDACTED = "redacted";

const count = z.int().nonnegative();
const timeMs = z.number().nullable();

const promptSchema = z.object({
  index: count,
  ts_ms: timeMs,
  hash: z.string(),
  tag: z.string(),
  preview: z.string(),
});

const toolEventSchema = z.object({
  ts_ms: timeMs,
  /** Index into the session's prompts; -1 where the session has none. */
  prompt_index: z.int().min(-1),
  prompt_tag: z.string(),
  tool_name: z.string(),
  category: z.string(),
  command_name: z.string(),
  command_hash: z.string(),
  command_preview: z.string(),
  process_chain: z.array(z.string()),
  effect: z.string(),
  status: z.string(),
  exit_code: z.number().nullable(),
  duration_ms: z.number().nullable(),
  path_groups: z.array(z.string()),
  domains: z.array(z.string()),
  call_id_hash: z.string(),
});

const llmEventSchema = z.object({
  ts_ms: timeMs,
  prompt_index: z.int().min(-1),
  prompt_tag: z.string(),
  llm_tag: z.string(),
  model: z.string(),
  hash: z.string(),
  input_tokens: count,
  output_tokens: count,
  cache_tokens: count,
  cache_read_tokens: count,
  cache_write_tokens: count,
  reasoning_tokens: count,
  estimated_tokens: count,
  preview: z.string(),
});

const sessionSchema = z.object({
  source: z.string(),
  session_id: z.string(),
  agent_sight_session_id: z.string(),
  parent_session_id: z.string().nullable(),
  session_file: z.string(),
  /** The value of the frame `project:` of its stacks. */
  project: z.string(),
  cwd_hash: z.string(),
  agent_role: z.enum(["agent", "subagent"]),
  model: z.string(),
  session_tag: z.string(),
  title_hash: z.string(),
  start_ts_ms: timeMs,
  prompt_count: count,
  tool_count: count,
  llm_count: count,
  prompts: z.array(promptSchema),
  tool_events: z.array(toolEventSchema),
  llm_events: z.array(llmEventSchema),
});

const counterSchema = z.object({
  total_weight: count,
  unique_stacks: count,
  compression_ratio: z.number(),
  max_stack_reuse: count,
  top: z.array(z.object({ stack: z.string(), weight: count })),
});

const mixingSchema = z.object({
  mixed_buckets: count,
  mixed_weight: count,
  mixed_weight_pct: z.number(),
  examples: z.array(z.object({
    kind: z.string(),
    baseline_stack: z.string(),
    weight: count,
    semantic_variant_count: count,
    top_semantic_variants: z.array(z.object({ semantic: z.string(), weight: count })),
  })),
});

const summarySchema = z.object({
  session_count: count,
  source_counts: z.record(z.string(), count),
  raw_tool_events: count,
  raw_llm_events: count,
  system: counterSchema,
  nonsemantic_system: counterSchema,
  token: counterSchema,
  dimensions: z.record(z.string(), counterSchema),
  top_prompt_tags: z.array(z.object({ tag: z.string(), count })),
  command_summary: z.array(z.object({
    agent: z.string(),
    cohort: z.enum(["top", "subagent"]),
    tool: z.string(),
    cmd: z.string(),
    effect: z.string(),
    status: z.string(),
    count,
  })),
  timeline: z.array(z.object({ date: z.string(), sessions: count })),
  semantic_mixing: z.object({ nonsemantic: mixingSchema, flat: mixingSchema }),
});

export const reportSchema = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  generated_at: z.string(),
  project: z.object({ name: z.string(), root: z.string() }),
  inputs: z.object({
    scan_files: count,
    max_sessions: count,
    tag_llm_calls: z.boolean(),
    codex_root: z.string(),
    claude_root: z.string(),
    session_files: z.array(z.string()),
  }),
  llm_tagger: z.object({
    /** Questions that needed a word, equal ones counted once. */
    requests: count,
    cache_hits: count,
    /** HTTP requests to the model, retries included. */
    llm_calls: count,
    llm_successes: count,
    failures: z.array(z.string()),
    /** LLM calls that took their prompt's word. */
    inherited: count,
    form: z.string(),
    /** Share of the small labelled set that the model got right, 0 to 1; null where it was not measured. */
    agreement: z.number().nullable(),
    vocabulary: z.string(),
  }),
  diagnostics: z.object({
    files_read: count,
    files_skipped: count,
    lines_read: count,
    lines_skipped: count,
    copies_dropped: count,
    calls_without_usage: count,
    unlogged_tokens: count,
    unparsed_commands: count,
    snapshot: z.object({ tool_calls: count, matched: count }),
  }),
  warnings: z.array(z.string()),
  sessions: z.array(sessionSchema),
  summary: summarySchema,
  prompt_tags: z.array(z.object({
    source: z.string(),
    session_id: z.string(),
    agent_sight_session_id: z.string(),
    session_tag: z.string(),
    prompt_index: count,
    prompt_tag: z.string(),
    prompt_hash: z.string(),
    preview: z.string(),
  })),
  artifacts: z.record(z.string(), z.string()),
});

export type Report = z.infer<typeof reportSchema>;
export type ReportSession = z.infer<typeof sessionSchema>;
export type ReportSummary = z.infer<typeof summarySchema>;
export type Counter = z.infer<typeof counterSchema>;
export type Mixing = z.infer<typeof mixingSchema>;

/** A report from the text of its `agentpprof.json`. Throws `Error` where it is none of this version. */
export function parseReport(text: string): Report {
  const parsed = reportSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(
    `it is no report of schema_version ${SCHEMA_VERSION} (${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""})`,
  );
}
