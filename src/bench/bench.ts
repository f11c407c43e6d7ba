import { createHash } from "node:crypto";
import type { Host } from "../host/host.ts";
import { AnswerTrouble, askWord } from "../tagging/ask_word.ts";
import { fragmentOf } from "../tagging/fragment.ts";
import { TaggingError } from "../tagging/error.ts";
import { connect } from "../tagging/llama_server.ts";
import { learnManner } from "../tagging/manner.ts";
import { MEETING_SET } from "../tagging/meeting_set.ts";
import { type OwnServer, type ServerCommand, slotArgs, startServer } from "../tagging/own_server.ts";
import { type Fragment, fragmentQuestion } from "../tagging/question.ts";
import { WORK } from "../tagging/vocabulary.ts";
import { type BenchFragment, type BenchRequest, type ModelResult, summaryOf } from "./result.ts";

/** A model file, and what it is called in the results. */
export interface BenchModel {
  readonly label: string;
  /** Absolute path. */
  readonly path: string;
}

/** What every model is asked. */
export interface BenchItem extends Fragment {
  readonly row: BenchFragment;
}

export interface BenchOptions {
  /** What serves the models. */
  readonly command: ServerCommand;
  readonly serverArgs: readonly string[];
  /** How often each fragment is asked. */
  readonly runs: number;
  readonly loadTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BenchProgress) => void;
}

/** How far a model is; `meeting`: how it is best asked is being found out. */
export interface BenchProgress {
  readonly label: string;
  readonly stage: "loading" | "meeting" | "asking";
  readonly done: number;
  readonly total: number;
}

/** The user's fragments, which are asked as prompts; without any, those of the meeting set, each as what it is. */
export function benchFragments(texts: readonly string[], withPreviews: boolean): readonly BenchItem[] {
  const given = texts.map((text) => ({
    kind: "prompt" as const,
    text,
    fragment: fragmentOf(fragmentQuestion(textOf(text))),
  }));
  const own = MEETING_SET.map(({ kind, fragment }) => ({ kind, text: fragment, fragment }));
  return (given.length > 0 ? given : own).map(({ kind, text, fragment }, index) => ({
    row: {
      id: `f${index + 1}`,
      hash: textOf(text).sha256.slice(0, 12),
      kind,
      ...(withPreviews ? { preview: text } : {}),
    },
    kind,
    fragment,
  }));
}

function textOf(text: string): { readonly sha256: string; readonly excerpt: string } {
  return { sha256: createHash("sha256").update(text).digest("hex"), excerpt: text };
}

/**
 * Starts a server for a model, asks it every fragment as `run` would, and stops it, whatever happens. A model that
 * fails is a result with `error`. Throws the signal's reason alone.
 */
export async function benchModel(
  host: Host,
  model: BenchModel,
  fragments: readonly BenchItem[],
  options: BenchOptions,
): Promise<ModelResult> {
  const requests: BenchRequest[] = [];
  const found: Found = { loadMs: null, model: null, form: null, agreement: null, calls: 0, refusals: [] };
  let error: string | null = null;
  let server: OwnServer | null = null;
  try {
    options.onProgress({ label: model.label, stage: "loading", done: 0, total: 1 });
    server = await startServer(host, {
      ...options.command,
      model: model.path,
      args: [...slotArgs(1), ...options.serverArgs],
      loadTimeoutMs: options.loadTimeoutMs,
    }, options.signal);
    found.loadMs = server.loadMs;
    await askAll(host, model.label, server, fragments, { options, requests, found });
  } catch (trouble) {
    options.signal.throwIfAborted();
    if (!(trouble instanceof TaggingError)) throw trouble;
    error = trouble.message;
  } finally {
    await server?.stop();
  }
  return summaryOf({ ...model, ...found, error }, fragments.map(({ row }) => row), requests);
}

/** What is learnt of a model on the way. */
interface Found {
  loadMs: number | null;
  model: string | null;
  form: string | null;
  agreement: number | null;
  calls: number;
  readonly refusals: string[];
}

interface Gathering {
  readonly options: BenchOptions;
  readonly requests: BenchRequest[];
  readonly found: Found;
}

async function askAll(
  host: Host,
  label: string,
  own: OwnServer,
  fragments: readonly BenchItem[],
  { options, requests, found }: Gathering,
): Promise<void> {
  const end = new AbortController();
  own.ended.then(({ code, lastWords }) => {
    const said = lastWords.trim().split("\n").at(-1) ?? "";
    end.abort(new TaggingError(`The server ended with code ${code}${said === "" ? "" : `: ${said}`}`, ""));
  });
  const signal = AbortSignal.any([options.signal, end.signal]);
  const line = { url: own.url, model: "local", timeoutMs: options.requestTimeoutMs, apiKey: null };
  const server = await connect(host, line, signal);
  found.model = server.model;
  let met = 0;
  const onAnswer = (total: number): void => options.onProgress({ label, stage: "meeting", done: ++met, total });
  const manner = await learnManner(server, WORK, { jobs: 1, signal, onAnswer });
  found.form = manner.form;
  found.agreement = manner.agreement;
  const total = options.runs * fragments.length;
  for (let repeat = 1; repeat <= options.runs; repeat++) {
    for (const item of fragments) {
      const { id, hash } = item.row;
      const startMs = host.now();
      const base = { fragment: id, hash, repeat };
      try {
        const tag = await askWord(item, { server, manner, vocabulary: WORK }, {
          passage: { signal, lane: 0 },
          onSend: () => found.calls++,
          onRefused: (refusal) => found.refusals.push(`${item.kind}: ${refusal}`),
        });
        requests.push({ ...base, latency_ms: host.now() - startMs, ok: true, tag });
      } catch (trouble) {
        options.signal.throwIfAborted();
        if (!(trouble instanceof TaggingError)) throw trouble;
        const isAnswer = trouble instanceof AnswerTrouble;
        const kind = isAnswer ? "invalid output" : "no answer";
        const error = isAnswer ? `twice no word: ${trouble.refusal}` : trouble.message;
        requests.push({ ...base, latency_ms: host.now() - startMs, ok: false, kind, error });
        end.signal.throwIfAborted();
      }
      options.onProgress({ label, stage: "asking", done: requests.length, total });
    }
  }
}
