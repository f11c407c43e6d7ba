import { createHash } from "node:crypto";
import { denoHost } from "../../src/host/deno.ts";
import type { Host } from "../../src/host/host.ts";
import { connect, type LlamaServer } from "../../src/tagging/llama_server.ts";
import { type Manner, questionsId } from "../../src/tagging/manner.ts";
import { openTagCache } from "../../src/tagging/tag_cache.ts";
import { type Tagging, type TagOptions, tagSessions } from "../../src/tagging/tagger.ts";
import { WORK } from "../../src/tagging/vocabulary.ts";
import type { LlmCall, Session, Text, ToolCall } from "../../src/trace/session.ts";

const NOTHING: Readonly<Record<string, number>> = Object.fromEntries([...WORK.words ?? []].map((word) => [word, 0]));

/** How a model is asked that was met before and says nothing whatever it is asked. */
export const MET: Manner = {
  form: "raw",
  agreement: 0.8,
  calibration: { means: { session: NOTHING, prompt: NOTHING, llm_call: NOTHING }, isLearned: true },
  questions: questionsId(WORK),
};

/** A text of the log, whole. */
export function textOf(text: string): Text {
  return { sha256: createHash("sha256").update(text).digest("hex"), excerpt: text };
}

export function toolCall(toolName: string, command: string | null): ToolCall {
  return {
    tsMs: null,
    promptIndex: 0,
    callId: toolName,
    toolName,
    kind: "shell",
    commandName: null,
    command: command === null ? null : textOf(command),
    processChain: [],
    effect: "process",
    status: "ok",
    exitCode: 0,
    durationMs: null,
    paths: [],
    domains: [],
  };
}

export function llmCall(
  text: string | null,
  toolCalls: readonly number[] = [],
  promptIndex: number | null = 0,
): LlmCall {
  return { tsMs: null, promptIndex, model: null, text: text === null ? null : textOf(text), toolCalls, usage: null };
}

export function session(
  parts: {
    title?: string;
    prompts?: readonly string[];
    llmCalls?: readonly LlmCall[];
    toolCalls?: readonly ToolCall[];
  },
): Session {
  return {
    agent: "codex",
    id: "s",
    role: "top",
    parentId: null,
    file: "/s.jsonl",
    cwd: null,
    model: null,
    title: parts.title === undefined ? null : textOf(parts.title),
    startMs: null,
    endMs: null,
    prompts: (parts.prompts ?? []).map((prompt) => ({ tsMs: null, text: textOf(prompt) })),
    llmCalls: parts.llmCalls ?? [],
    toolCalls: parts.toolCalls ?? [],
    unloggedTokens: 0,
  };
}

/** Two sessions with prompts, calls that speak, act, and do neither. */
export const TWO_SESSIONS: readonly Session[] = [
  session({
    title: "Pagination",
    prompts: ["The orders listing test fails", "ok commit it"],
    llmCalls: [llmCall("I will look at the test."), llmCall(null, [0]), llmCall(null), llmCall("Committed.", [], 1)],
    toolCalls: [toolCall("shell", "npm test")],
  }),
  session({
    prompts: ["ok commit it", "thanks"],
    llmCalls: [llmCall("Committed."), llmCall("You are welcome.", [], 1)],
  }),
];

/** A host whose clock stands still and whose files are real. */
export function hostAt(nowMs: number): Host {
  return { ...denoHost, now: () => nowMs };
}

export function connectTo(
  url: string,
  options: { timeoutMs?: number; host?: Host; model?: string } = {},
): Promise<LlamaServer> {
  const { timeoutMs = 5_000, host = denoHost, model = "local" } = options;
  return connect(host, { url, model, timeoutMs, apiKey: null }, new AbortController().signal);
}

/** Tags with everything at its default, and the cache at `path`. */
export async function tag(
  sessions: readonly Session[],
  path: string,
  url: string,
  options: Partial<TagOptions> & { timeoutMs?: number } = {},
): Promise<Tagging> {
  const host = options.host ?? denoHost;
  return await tagSessions(sessions, {
    host,
    cache: await openTagCache(host, path, { createdBy: "test" }),
    isLastModel: false,
    connect: () => connectTo(url, { timeoutMs: options.timeoutMs ?? 5_000 }),
    vocabulary: WORK,
    form: "chat",
    tagLlmCalls: true,
    jobs: null,
    maxUncachedTags: -1,
    textsOf: () => Promise.resolve(new Map()),
    signal: new AbortController().signal,
    onProgress: () => {},
    ...options,
  });
}

/** Runs with a folder of its own, removed afterwards. */
export async function inFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir();
  try {
    await run(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}
