import { REDACTED, type Report, type ReportSession, SCHEMA_VERSION } from "../profile/report.ts";
import { agentSightSessionId } from "../trace/agent_sight_id.ts";
import { sha256 } from "../trace/hash.ts";
import { pathGroup, type ProjectPlace } from "../trace/path_group.ts";
import type { LlmCall, Prompt, Session, Text, ToolCall } from "../trace/session.ts";
import type { SessionTags, Tag } from "../trace/tag.ts";
import { NO_TOKENS } from "../trace/tokens.ts";
import { summarize } from "./summary.ts";

/** At most so many path groups of one tool call are told (contract §3). */
const MAX_GROUPS = 8;
const PREVIEW_CHARS = 180;

/** One session with its words and the project that it belongs to. */
export interface TaggedSession {
  readonly session: Session;
  readonly tags: SessionTags;
  readonly projectName: string;
  readonly place: ProjectPlace;
}

/** What a report tells besides its sessions; the members are the report's own. */
export type ReportContext = Omit<Report, "schema_version" | "sessions" | "summary" | "prompt_tags"> & {
  /** Without it every text is `redacted`. */
  readonly includePreviews: boolean;
};

/** The whole report (contract §6). */
export function buildReport(tagged: readonly TaggedSession[], context: ReportContext): Report {
  const sessions = reportSessions(tagged, context.includePreviews);
  return {
    schema_version: SCHEMA_VERSION,
    generated_at: context.generated_at,
    project: context.project,
    inputs: context.inputs,
    llm_tagger: context.llm_tagger,
    diagnostics: context.diagnostics,
    warnings: context.warnings,
    sessions,
    summary: summarize(sessions),
    prompt_tags: sessions.flatMap((session) =>
      session.prompts.map((prompt) => ({
        source: session.source,
        session_id: session.session_id,
        agent_sight_session_id: session.agent_sight_session_id,
        session_tag: session.session_tag,
        prompt_index: prompt.index,
        prompt_tag: prompt.tag,
        prompt_hash: prompt.hash,
        preview: prompt.preview,
      }))
    ),
    artifacts: context.artifacts,
  };
}

/** The sessions of a report, without the rest. */
export function reportSessions(tagged: readonly TaggedSession[], includePreviews: boolean): ReportSession[] {
  const preview = includePreviews ? previewOf : () => REDACTED;
  return tagged.map((one) => reportSession(one, preview));
}

/** Sessions for which no model was asked, each with its project: their words are empty. */
export function wordlessSessions(
  sessions: readonly Session[],
  projects: readonly { readonly name: string; readonly place: ProjectPlace }[],
): ReportSession[] {
  const tags = { session: "", prompts: [], llmCalls: [] };
  const tagged = sessions.map((session, index): TaggedSession => {
    const project = projects[index];
    if (project === undefined) throw new RangeError(`Cannot tell the project of session ${index}`);
    return { session, tags, projectName: project.name, place: project.place };
  });
  return reportSessions(tagged, false);
}

type Preview = (text: Text | null) => string;

function reportSession({ session, tags, projectName, place }: TaggedSession, preview: Preview): ReportSession {
  const promptTag = (index: number | null): Tag => (index === null ? undefined : tags.prompts[index]) ?? tags.session;
  return {
    source: session.agent,
    session_id: session.id,
    agent_sight_session_id: agentSightSessionId(session),
    parent_session_id: session.parentId,
    session_file: session.file.slice(session.file.lastIndexOf("/") + 1),
    project: projectName,
    cwd_hash: session.cwd === null ? "" : sha256(session.cwd).slice(0, 16),
    agent_role: session.role === "subagent" ? "subagent" : "agent",
    model: session.model ?? "",
    session_tag: tags.session,
    title_hash: session.title === null ? "" : session.title.sha256.slice(0, 12),
    start_ts_ms: session.startMs,
    prompt_count: session.prompts.length,
    tool_count: session.toolCalls.length,
    llm_count: session.llmCalls.length,
    prompts: session.prompts.map((prompt, index) => reportPrompt(prompt, index, promptTag(index), preview)),
    tool_events: session.toolCalls.map((call) => toolEvent(call, promptTag(call.promptIndex), place, preview)),
    llm_events: session.llmCalls.map((call, index) =>
      llmEvent(call, promptTag(call.promptIndex), tags.llmCalls[index] ?? promptTag(call.promptIndex), preview)
    ),
  };
}

function reportPrompt(prompt: Prompt, index: number, tag: Tag, preview: Preview): ReportSession["prompts"][number] {
  return { index, ts_ms: prompt.tsMs, hash: prompt.text.sha256.slice(0, 12), tag, preview: preview(prompt.text) };
}

function toolEvent(
  call: ToolCall,
  promptTag: Tag,
  place: ProjectPlace,
  preview: Preview,
): ReportSession["tool_events"][number] {
  const groups = [...new Set(call.paths.map((path) => pathGroup(path, place)))];
  return {
    ts_ms: call.tsMs,
    prompt_index: call.promptIndex ?? -1,
    prompt_tag: promptTag,
    tool_name: call.toolName,
    category: call.kind,
    command_name: call.commandName ?? call.toolName.toLowerCase(),
    command_hash: call.command === null ? "" : call.command.sha256.slice(0, 16),
    command_preview: preview(call.command),
    process_chain: [...call.processChain],
    effect: call.effect,
    status: call.status,
    exit_code: call.exitCode,
    duration_ms: call.durationMs,
    path_groups: groups.slice(0, MAX_GROUPS),
    domains: [...call.domains],
    call_id_hash: sha256(call.callId).slice(0, 16),
  };
}

function llmEvent(call: LlmCall, promptTag: Tag, tag: Tag, preview: Preview): ReportSession["llm_events"][number] {
  const usage = call.usage ?? NO_TOKENS;
  return {
    ts_ms: call.tsMs,
    prompt_index: call.promptIndex ?? -1,
    prompt_tag: promptTag,
    llm_tag: tag,
    model: call.model ?? "",
    hash: call.text === null ? "" : call.text.sha256.slice(0, 12),
    input_tokens: usage.input,
    output_tokens: usage.output,
    cache_tokens: usage.cache_read + usage.cache_write,
    cache_read_tokens: usage.cache_read,
    cache_write_tokens: usage.cache_write,
    reasoning_tokens: usage.reasoning,
    estimated_tokens: 0,
    preview: preview(call.text),
  };
}

/** The start of a text on one line. */
function previewOf(text: Text | null): string {
  const excerpt = text?.excerpt ?? "";
  return [...excerpt.replace(/\s+/g, " ").trim()].slice(0, PREVIEW_CHARS).join("");
}
