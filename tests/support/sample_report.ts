import { frame } from "../../src/profile/frame.ts";
import { type Profile, ProfileBuilder } from "../../src/profile/profile.ts";
import type { Counter, Report, ReportSession } from "../../src/profile/report.ts";
import { generator } from "../../scripts/random.ts";

/** A report that looks like a real one, with the profiles that its views give. */
export interface SampleReport {
  readonly report: Report;
  readonly profiles: Readonly<Record<string, Profile>>;
}

type ToolEvent = ReportSession["tool_events"][number];
type LlmEvent = ReportSession["llm_events"][number];

const PROJECTS = ["orbit-api", "tide-cli", "my_app.v2"] as const;
const WORDS = [
  "debug",
  "test",
  "refactor",
  "review",
  "docs",
  "build",
  "deploy",
  "schema",
  "parser",
  "auth",
  "cache",
  "config",
  "search",
  "design",
  "release",
  "logging",
  "metrics",
  "migration",
  "cleanup",
  "security",
  "layout",
  "network",
] as const;
const COMMANDS = [
  ["git", "shell", "repo"],
  ["rg", "shell", "read"],
  ["read", "read", "read"],
  ["edit", "edit", "write"],
  ["npm", "shell", "test"],
  ["sed", "shell", "read"],
  ["deno", "shell", "test"],
  ["cargo", "shell", "build"],
  ["pytest", "shell", "test"],
  ["ls", "shell", "read"],
  ["write", "edit", "write"],
  ["grep", "read", "read"],
  ["todowrite", "plan", "plan"],
  ["webfetch", "network", "network"],
  ["task", "subagent", "delegate"],
  ["rm", "shell", "delete"],
  ["eslint", "shell", "lint"],
  ["pip", "shell", "install"],
  ["curl", "shell", "network"],
  ["python3", "shell", "process"],
  ["apply_patch", "edit", "write"],
  ["docker", "shell", "process"],
  ["mcp__linear__search", "mcp", "process"],
] as const;
const PATHS = ["src/app", "src/main/routes", "tests/unit", "docs", ".", "packages/core/src", "external/tmp"] as const;
const STATUSES = ["ok", "ok", "ok", "ok", "ok", "ok", "fail", "unknown", "rejected", "timeout", "interrupted"] as const;
const START = Date.UTC(2026, 9, 1, 8);
const DAY_MS = 86_400_000;

/** Always the same report for the same number of sessions; values are skewed as in real histories. */
export function sampleReport(sessionCount = 40): SampleReport {
  const random = generator(7);
  const skewed = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() ** 2.5 * items.length)];
    if (item === undefined) throw new Error("Cannot pick from an empty list");
    return item;
  };
  const sessions: ReportSession[] = [];
  for (let index = 0; index < sessionCount; index++) {
    const source = index % 5 < 2 ? "codex" : "claude";
    const parent = sessions.findLast((session) => session.source === "claude" && session.parent_session_id === null);
    const isSubagent = source === "claude" && index % 7 === 4 && parent !== undefined;
    const id = `019ec${hex(index * 7919, 3)}-a99a-7a81-a344-6d89${hex(index * 104_729 + 77, 8)}`;
    const start = START + Math.floor(random() ** 0.6 * 45) * DAY_MS + Math.floor(random() * 36_000) * 1000;
    const model = source === "codex" ? "gpt-5.2-codex" : skewed(["claude-opus-4-5", "claude-haiku-4-5"]);
    const prompts = Array.from({ length: isSubagent ? 1 : 1 + Math.floor(random() ** 2 * 9) }, (_, prompt) => ({
      index: prompt,
      ts_ms: start + prompt * 600_000,
      hash: hex(index * 31 + prompt, 12),
      tag: skewed(WORDS),
      preview: "redacted",
    }));
    const tools: ToolEvent[] = [];
    const calls: LlmEvent[] = [];
    for (const prompt of prompts) {
      const toolCount = Math.floor(random() ** 2 * 30);
      for (let tool = 0; tool < toolCount; tool++) {
        const [command, category, effect] = skewed(COMMANDS);
        tools.push({
          ts_ms: start + prompt.index * 600_000 + tool * 4000,
          prompt_index: prompt.index,
          prompt_tag: prompt.tag,
          tool_name: category === "shell" ? "shell" : command,
          category,
          command_name: command,
          command_hash: hex(tool, 16),
          command_preview: "redacted",
          process_chain: category === "shell" ? random() < 0.3 ? ["bash", command] : [command] : [],
          effect,
          status: skewed(STATUSES),
          exit_code: null,
          duration_ms: Math.floor(random() * 9000),
          path_groups: effect === "network" ? [] : [...new Set([skewed(PATHS), skewed(PATHS)])].sort(),
          domains: effect === "network" ? ["registry.npmjs.org"] : [],
          call_id_hash: hex(index * 1000 + tool, 16),
        });
      }
      for (let call = 0; call <= toolCount / 2; call++) {
        const cacheRead = Math.floor(random() ** 3 * 160_000);
        const cacheWrite = source === "claude" ? Math.floor(random() ** 3 * 9000) : 0;
        calls.push({
          ts_ms: start + prompt.index * 600_000 + call * 8000,
          prompt_index: prompt.index,
          prompt_tag: prompt.tag,
          llm_tag: skewed(WORDS),
          model,
          hash: hex(call, 12),
          input_tokens: Math.floor(random() ** 3 * 20_000),
          output_tokens: Math.floor(random() ** 2 * 2500),
          cache_tokens: cacheRead + cacheWrite,
          cache_read_tokens: cacheRead,
          cache_write_tokens: cacheWrite,
          reasoning_tokens: source === "codex" ? Math.floor(random() ** 2 * 1500) : 0,
          estimated_tokens: 0,
          preview: "redacted",
        });
      }
    }
    sessions.push({
      source,
      session_id: id,
      agent_sight_session_id: `local:${source}:${source}:${id.slice(0, 6)}.${id.slice(-5)}`,
      parent_session_id: isSubagent && parent !== undefined ? parent.session_id : null,
      session_file: `${id}.jsonl`,
      project: skewed(PROJECTS),
      cwd_hash: hex(index, 16),
      agent_role: isSubagent ? "subagent" : "agent",
      model,
      session_tag: skewed(WORDS),
      title_hash: "",
      start_ts_ms: start,
      prompt_count: prompts.length,
      tool_count: tools.length,
      llm_count: calls.length,
      prompts,
      tool_events: tools,
      llm_events: calls,
    });
  }
  const profiles = profilesOf(sessions);
  return { report: reportOf(sessions, profiles), profiles };
}

/** What a project without any session would give, were it written. */
export function emptyReport(): SampleReport {
  return sampleReport(0);
}

/** A report of two sessions in which everything that has a name has this one. */
export function renamedReport(name: string): Report {
  const { report } = sampleReport(2);
  return {
    ...report,
    project: { name, root: name },
    warnings: [name],
    sessions: report.sessions.map((session) => ({
      ...session,
      project: name,
      source: name,
      model: name,
      session_tag: name,
      prompts: session.prompts.map((prompt) => ({ ...prompt, tag: name, preview: name })),
      tool_events: session.tool_events.map((event) => ({
        ...event,
        prompt_tag: name,
        command_name: name,
        process_chain: [name],
        effect: name,
        status: name,
        path_groups: [name],
        domains: [name],
      })),
      llm_events: session.llm_events.map((event) => ({ ...event, model: name, prompt_tag: name, llm_tag: name })),
    })),
  };
}

const SYSTEM_VIEWS = {
  "semantic-system": ["session", "prompt"],
  "nonsemantic-system": [],
  "session-system": ["session"],
  "prompt-system": ["prompt"],
} as const;
const TOKEN_VIEWS = {
  "semantic-token": ["session", "prompt", "call"],
  "session-token": ["session"],
  "prompt-token": ["prompt"],
  "llm-token": ["call"],
} as const;
const TOKEN_KINDS = [
  ["input", "input_tokens"],
  ["cache_read", "cache_read_tokens"],
  ["cache_write", "cache_write_tokens"],
  ["output", "output_tokens"],
  ["reasoning", "reasoning_tokens"],
] as const;

function profilesOf(sessions: readonly ReportSession[]): Record<string, Profile> {
  const profiles: Record<string, Profile> = {};
  for (const [view, words] of Object.entries(SYSTEM_VIEWS)) {
    const builder = new ProfileBuilder("footprints");
    for (const session of sessions) {
      for (const event of session.tool_events) {
        const targets = event.path_groups.length > 0
          ? event.path_groups.map((path) => frame("path", path))
          : event.domains.map((domain) => frame("domain", domain));
        for (const target of targets) {
          builder.add([
            frame("project", session.project),
            frame("agent", session.source),
            ...words.map((word) => frame(word, word === "session" ? session.session_tag : event.prompt_tag)),
            frame("call", `tool/${event.category}`),
            ...event.process_chain.map((process) => frame("process", process)),
            frame("effect", event.effect),
            target,
            frame("status", event.status),
          ], 1);
        }
      }
    }
    profiles[view] = builder.build();
  }
  for (const [view, words] of Object.entries(TOKEN_VIEWS)) {
    const builder = new ProfileBuilder("tokens");
    for (const session of sessions) {
      for (const event of session.llm_events) {
        const values = { session: session.session_tag, prompt: event.prompt_tag, call: `llm/${event.llm_tag}` };
        for (const [kind, member] of TOKEN_KINDS) {
          builder.add([
            frame("project", session.project),
            frame("agent", session.source),
            ...words.map((word) => frame(word, values[word])),
            frame("model", event.model),
            frame("kind", kind),
          ], event[member]);
        }
      }
    }
    profiles[view] = builder.build();
  }
  return profiles;
}

function reportOf(sessions: ReportSession[], profiles: Readonly<Record<string, Profile>>): Report {
  const days = Map.groupBy(sessions, (session) => new Date(session.start_ts_ms ?? 0).toISOString().slice(0, 10));
  const toolCount = sessions.reduce((total, session) => total + session.tool_count, 0);
  const prompts = sessions.flatMap((session) => session.prompts);
  const words = Map.groupBy(prompts, (prompt) => prompt.tag);
  const mixing = (share: number): Report["summary"]["semantic_mixing"]["flat"] => {
    const buckets = profiles["nonsemantic-system"]?.samples.toSorted((a, b) => b.value - a.value).slice(0, 20) ?? [];
    return {
      mixed_buckets: buckets.length * 4,
      mixed_weight: Math.floor(toolCount * share),
      mixed_weight_pct: toolCount === 0 ? 0 : Math.round(share * 100_000) / 1000,
      examples: buckets.map(({ stack, value }, index) => ({
        kind: "nonsemantic_without_session_prompt",
        baseline_stack: stack.join(";"),
        weight: value,
        semantic_variant_count: 2 + (index % 5),
        top_semantic_variants: [
          { semantic: "session:debug/prompt:test", weight: Math.ceil(value / 2) },
          { semantic: "session:docs/prompt:review", weight: Math.floor(value / 3) },
        ],
      })),
    };
  };
  return {
    schema_version: 2,
    generated_at: "2026-11-23T16:00:00.000Z",
    project: { name: "orbit-api", root: "/home/dev/orbit-api" },
    inputs: {
      scan_files: 160,
      max_sessions: 36,
      tag_llm_calls: true,
      codex_root: "/home/dev/.codex/sessions",
      claude_root: "/home/dev/.claude/projects",
      session_files: [],
    },
    llm_tagger: {
      requests: 300,
      cache_hits: 120,
      llm_calls: 184,
      llm_successes: 180,
      failures: [],
      inherited: 12,
      form: "chat",
      agreement: 0.565,
      vocabulary: "work",
    },
    diagnostics: {
      files_read: sessions.length,
      files_skipped: 0,
      lines_read: sessions.length * 431,
      lines_skipped: sessions.length > 0 ? 3 : 0,
      copies_dropped: 17,
      calls_without_usage: 5,
      unlogged_tokens: 48_213,
      unparsed_commands: 2,
      snapshot: { tool_calls: 0, matched: 0 },
    },
    warnings: sessions.length > 0 ? ["Skipped 3 of 17240 lines in 2 of 16 Codex sessions"] : [],
    sessions,
    summary: {
      session_count: sessions.length,
      source_counts: {
        claude: sessions.filter((session) => session.source === "claude").length,
        codex: sessions.filter((session) => session.source === "codex").length,
      },
      raw_tool_events: toolCount,
      raw_llm_events: sessions.reduce((total, session) => total + session.llm_count, 0),
      system: counter(profiles["semantic-system"], 12),
      nonsemantic_system: counter(profiles["nonsemantic-system"], 12),
      token: counter(profiles["semantic-token"], 12),
      dimensions: Object.fromEntries(
        ["session-system", "prompt-system", "session-token", "prompt-token", "llm-token"].map((view) => [
          view,
          counter(profiles[view], 8),
        ]),
      ),
      top_prompt_tags: [...words].map(([tag, { length }]) => ({ tag, count: length }))
        .sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)),
      command_summary: [],
      timeline: [...days].map(([date, { length }]) => ({ date, sessions: length }))
        .sort((a, b) => (a.date < b.date ? -1 : 1)),
      semantic_mixing: { nonsemantic: mixing(0.312), flat: mixing(0.418) },
    },
    prompt_tags: [],
    artifacts: {},
  };
}

function counter(profile: Profile | undefined, most: number): Counter {
  const samples = profile?.samples.toSorted((a, b) => b.value - a.value) ?? [];
  const total = profile?.total ?? 0;
  return {
    total_weight: total,
    unique_stacks: samples.length,
    compression_ratio: samples.length === 0 ? 0 : Math.round((total / samples.length) * 1000) / 1000,
    max_stack_reuse: samples[0]?.value ?? 0,
    top: samples.slice(0, most).map(({ stack, value }) => ({ stack: stack.join(";"), weight: value })),
  };
}

function hex(value: number, length: number): string {
  return Math.abs(value).toString(16).padStart(length, "0").slice(-length);
}
