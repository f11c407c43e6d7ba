import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { MEETING_SET } from "../../src/tagging/meeting_set.ts";

/** How many requests for a word the first meeting with its model is: each fragment weighed once, and in chat. */
export const MEETING_REQUESTS = 2 * MEETING_SET.length;

/** What the tests' server does instead of answering as it should. */
export type Misbehaviour =
  | "not found"
  | "html"
  | "empty"
  | "huge"
  | "huge compressed"
  | "huge at once"
  | "hang"
  | "redirect"
  | "busy"
  | "loading"
  | "unauthorized"
  | "other shape"
  | "invalid word"
  | "several words"
  | "ignore grammar";

export interface FakeOptions {
  readonly port?: number;
  readonly modelId?: string;
  /** Models that it lists besides. */
  readonly otherModels?: readonly string[];
  readonly slots?: number;
  /** false: it does not tell how likely words are. */
  readonly tellsProbabilities?: boolean;
  /** What holds its model to a list: llama.cpp's grammar (the default), or what other servers know. */
  readonly holdsTo?: "grammar" | "schema" | "plain words";
  /** How likely its word for a fragment is, 0.9 if not told; the rest is shared by the others. */
  readonly sure?: (fragment: string) => number;
  /** true: it says what it took from its cache. */
  readonly tellsTime?: boolean;
  /** A sliding window: of a prompt that goes on from another one it reads so many tokens again, and one more each time. */
  readonly readsAgain?: number;
  /** After how many characters a word of the text ends its first token, if not at its end. */
  readonly splits?: (word: string) => number;
  /** false: it does not tell the tokens of a text. */
  readonly tellsTokens?: boolean;
  /** Milliseconds before each word. */
  readonly delayMs?: number;
  /** What to do with the request, counted from 1; null: answer it. */
  readonly misbehave?: (request: FakeRequest) => Misbehaviour | null;
  /** The word for a fragment, instead of the one found by its hash. */
  readonly word?: (fragment: string, path: string) => string | null;
}

export interface FakeRequest {
  readonly path: string;
  /** How many requests for a word came before, with this one; 0 for other paths. */
  readonly number: number;
  /** How many of those it had when this one came, with it. */
  readonly atOnce: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** A llama server of the tests' own on loopback: it keeps the protocol, obeys the grammar and counts. */
export interface FakeServer extends AsyncDisposable {
  readonly url: string;
  /** Requests for a word, in the order in which they came. */
  readonly asked: readonly FakeRequest[];
  /** Requests that only have a prompt read, in the order in which they came. */
  readonly warmings: readonly FakeRequest[];
  /** All paths, in the order in which they came. */
  readonly paths: readonly string[];
  /** The most requests for a word that it ever had at the same time. */
  readonly mostAtOnce: number;
}

/** Starts one on a free port. */
export function startFakeServer(options: FakeOptions = {}): FakeServer {
  const asked: FakeRequest[] = [];
  const warmings: FakeRequest[] = [];
  const paths: string[] = [];
  const stop = new AbortController();
  const slots = new Map<unknown, Slot>();
  const spelling = openSpelling(options.splits ?? ((word) => word.length));
  let atOnce = 0;
  let mostAtOnce = 0;

  const server = Deno.serve(
    { hostname: "127.0.0.1", port: options.port ?? 0, onListen: () => {} },
    async (request) => {
      const path = new URL(request.url).pathname;
      paths.push(path);
      const sent = request.method === "POST" ? await request.json() : {};
      const { body, tokens } = spelling.read(sent);
      const isWarming = body["n_predict"] === 0;
      const isAsk = (path === "/v1/chat/completions" || path === "/completion") && !isWarming;
      atOnce += isAsk ? 1 : 0;
      const seen = { path, number: isAsk ? asked.length + 1 : 0, atOnce, body, headers: request.headers };
      if (isAsk) asked.push(seen);
      if (isWarming) warmings.push(seen);
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      try {
        if (path === "/tokenize") {
          return options.tellsTokens === false ? notFound() : Response.json({ tokens: spelling.tokenize(body) });
        }
        const timings = options.tellsTime === true ? { timings: timingsOf(body, tokens, slots, options) } : {};
        return await answer(seen, options, stop.signal, timings);
      } finally {
        atOnce -= isAsk ? 1 : 0;
      }
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    asked,
    warmings,
    paths,
    get mostAtOnce() {
      return mostAtOnce;
    },
    async [Symbol.asyncDispose](): Promise<void> {
      stop.abort();
      await server.shutdown();
    },
  };
}

async function answer(
  request: FakeRequest,
  options: FakeOptions,
  stop: AbortSignal,
  timings: object,
): Promise<Response> {
  const trouble = options.misbehave?.(request) ?? null;
  const trick = trouble === null ? undefined : TROUBLES[trouble];
  if (trick !== undefined) return await trick(stop, request);
  const isOther = options.holdsTo !== undefined && options.holdsTo !== "grammar";
  if (isOther && (request.path === "/props" || request.path === "/completion")) return notFound();
  const modelId = options.modelId ?? "/home/someone/models/tiny-test.gguf";
  switch (request.path) {
    case "/health":
      return Response.json({ status: "ok" });
    case "/v1/models":
      return Response.json({
        object: "list",
        data: [
          {
            id: modelId,
            object: "model",
            owned_by: "llamacpp",
            meta: { n_params: 1234, size: 5678 },
          },
          ...(options.otherModels ?? []).map((id) => ({ id, object: "model" })),
        ],
      });
    case "/props":
      return Response.json({
        total_slots: options.slots ?? 1,
        model_path: modelId,
      });
    case "/v1/chat/completions": {
      await pause(options.delayMs ?? 0, stop);
      if (options.holdsTo === "plain words" && request.body["response_format"] !== undefined) {
        return Response.json({ error: { message: "Unknown parameter: response_format" } }, { status: 400 });
      }
      const word = wordFor(lastUserText(request.body), request, trouble, options);
      const content = request.body["response_format"] === undefined ? word : JSON.stringify({ word });
      return Response.json({
        object: "chat.completion",
        model: modelId,
        choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
      });
    }
    case "/completion": {
      await pause(options.delayMs ?? 0, stop);
      const prompt = String(request.body["prompt"]);
      const fragment = prompt.slice(prompt.lastIndexOf("\nText: ") + 7).split("\nWord:")[0] ?? "";
      if (request.body["n_probs"] !== undefined && trouble === null) {
        return Response.json({ ...weights(fragment, request, options), ...timings });
      }
      if (request.body["n_predict"] === 0) return Response.json({ content: "", stop: true, ...timings });
      const space = prompt.endsWith(":") ? " " : "";
      return Response.json({
        content: `${space}${wordFor(fragment, request, trouble, options)}`,
        stop: true,
        ...timings,
      });
    }
    default:
      return notFound();
  }
}

function notFound(): Response {
  return Response.json({ error: { code: 404, message: "File Not Found" } }, { status: 404 });
}

interface Slot {
  readonly tokens: readonly number[];
  /** How often it went on from what it had. */
  readonly times: number;
}

/** What a prompt shares with the one before in its slot is taken from the cache. */
function timingsOf(
  body: Readonly<Record<string, unknown>>,
  tokens: readonly number[],
  slots: Map<unknown, Slot>,
  { readsAgain }: FakeOptions,
): unknown {
  const slot = body["cache_prompt"] === false ? undefined : slots.get(body["id_slot"]);
  const before = slot?.tokens ?? [];
  const differs = tokens.findIndex((token, index) => token !== before[index]);
  const common = differs === -1 ? tokens.length : differs;
  const isWhole = differs === -1;
  const again = readsAgain === undefined || common === 0 ? 0 : readsAgain + (isWhole ? 0 : slot?.times ?? 0);
  const cache_n = Math.max(0, common - again);
  slots.set(body["id_slot"], { tokens, times: isWhole || slot === undefined ? 0 : slot.times + 1 });
  return { cache_n, prompt_n: tokens.length - cache_n };
}

/** Tokens of the tests' own: words with the space before them. */
interface Spelling {
  tokenize(body: Readonly<Record<string, unknown>>): readonly unknown[];
  /** A body in which texts stand for tokens, and the tokens of its prompt. */
  read(body: Readonly<Record<string, unknown>>): {
    readonly body: Readonly<Record<string, unknown>>;
    readonly tokens: readonly number[];
  };
}

function openSpelling(splits: (word: string) => number): Spelling {
  const pieces: string[] = [];
  const ids = new Map<string, number>();
  const tokensOf = (text: string): readonly number[] =>
    (text.match(/ ?[^\s]+|\s/g) ?? []).flatMap((word) =>
      [word.slice(0, splits(word)), word.slice(splits(word))].filter((piece) => piece !== "")
    ).map((piece) => {
      const id = ids.get(piece) ?? pieces.push(piece) - 1;
      ids.set(piece, id);
      return id;
    });
  const textOf = (part: unknown): string => typeof part === "number" ? pieces[part] ?? "" : String(part);

  return {
    tokenize({ content, with_pieces }): readonly unknown[] {
      const tokens = tokensOf(String(content));
      return with_pieces === true ? tokens.map((id) => ({ id, piece: pieces[id] })) : tokens;
    },
    read(body): ReturnType<Spelling["read"]> {
      const { prompt, logit_bias } = body;
      const parts: readonly unknown[] = prompt === undefined ? [] : [prompt].flat();
      const tokens = parts.flatMap((part) => typeof part === "number" ? part : tokensOf(String(part)));
      const told = {
        ...body,
        ...(prompt === undefined ? {} : { prompt: parts.map(textOf).join("") }),
        ...(Array.isArray(logit_bias)
          ? { logit_bias: logit_bias.map(([token, bias]) => [textOf(token), bias, token]) }
          : {}),
      };
      return { body: told, tokens };
    },
  };
}

const TROUBLES: Readonly<Record<string, (stop: AbortSignal, request: FakeRequest) => Response | Promise<Response>>> = {
  "not found": notFound,
  "html": () =>
    new Response("<!doctype html>\n<title>A router</title>\u001b[31m", { headers: { "content-type": "text/html" } }),
  "empty": () => new Response(""),
  "huge": () => new Response(endless()),
  "hang": async (stop) => {
    await pause(3_600_000, stop);
    return new Response("");
  },
  "huge compressed": () => {
    const headers = { "content-encoding": "gzip" };
    return new Response(new Uint8Array(gzipSync(new Uint8Array(2_000_000))), { headers });
  },
  "huge at once": () => new Response("x".repeat(2_000_000)),
  "redirect": () => new Response(null, { status: 302, headers: { location: "http://127.0.0.1:9/" } }),
  "busy": () => new Response("slow down", { status: 429 }),
  "loading": () => Response.json({ error: { code: 503, message: "Loading model" } }, { status: 503 }),
  "unauthorized": (_, { headers }) => {
    const message = `Invalid API Key ${headers.get("authorization")?.replace(/^Basic .*/, "") ?? ""}`;
    return Response.json({ error: { code: 401, message } }, { status: 401 });
  },
  "other shape": () => Response.json({ hello: "world" }),
};

/** Never ends: only a reader that stops by itself gets rid of it. */
function endless(): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode("x".repeat(65_536));
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
}

function wordFor(
  fragment: string,
  { path, body }: FakeRequest,
  trouble: Misbehaviour | null,
  options: FakeOptions,
): string {
  if (trouble === "invalid word") return "Finally{block}\u0007".repeat(30);
  if (trouble === "several words") return "fix bug";
  const list = LISTS[options.holdsTo ?? "grammar"](body);
  if (trouble === "ignore grammar" || list === null) return "I think that this is about words";
  const allowed = list.matchAll(/"?\b([a-z]{3,12})\b"?/g).map((match) => match[1] ?? "").toArray();
  const chosen = options.word?.(fragment, path) ?? null;
  return chosen ?? byHash(fragment, allowed);
}

/** Where a request has the list of words; null: it holds the model to none. */
const LISTS: Readonly<
  Record<NonNullable<FakeOptions["holdsTo"]>, (body: Readonly<Record<string, unknown>>) => string | null>
> = {
  "grammar": ({ grammar }) =>
    typeof grammar === "string" ? grammar.replace(/^root ::= " "\? |\[a-z\]|root/g, "") : null,
  "schema": ({ response_format }) => /"enum":\[([^\]]*)\]/.exec(JSON.stringify(response_format) ?? "")?.[1] ?? null,
  "plain words": ({ messages }) => /of this list: ([a-z, ]+)/.exec(JSON.stringify(messages))?.[1] ?? null,
};

/** One of the words, or of any six letters where there is no list, always the same for a fragment. */
function byHash(fragment: string, words: readonly string[]): string {
  const digest = createHash("sha256").update(fragment).digest();
  if (words.length > 0) return words[digest.readUInt32BE(0) % words.length] ?? "";
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(97 + byte % 26)).join("");
}

/** Most for the word that the server would say, the rest shared by the others that the request lifts. */
function weights(fragment: string, { path, body }: FakeRequest, options: FakeOptions): object {
  const lifted: unknown = body["logit_bias"];
  const pairs = Array.isArray(lifted) ? lifted.map(([text, , id]) => ({ word: String(text).trim(), id })) : [];
  const words = pairs.map(({ word }) => word);
  const chosen = options.word?.(fragment, path) ?? byHash(fragment, words);
  const sure = options.sure?.(fragment) ?? 0.9;
  const top_probs = pairs.map(({ word, id }) => ({
    id,
    token: ` ${word}`,
    prob: word === chosen ? sure : (1 - sure) / (words.length - 1),
  })).toSorted((a, b) => b.prob - a.prob);
  if (options.tellsProbabilities === false) return { content: ` ${chosen}`, stop: true };
  return { content: ` ${chosen}`, stop: true, completion_probabilities: [{ id: 0, token: ` ${chosen}`, top_probs }] };
}

function lastUserText(body: Readonly<Record<string, unknown>>): string {
  const messages: unknown = body["messages"];
  if (!Array.isArray(messages)) return "";
  const users = messages.filter((message) => message?.role === "user");
  return String(users.at(-1)?.content ?? "");
}

/** Resolves early, and without an error, when the server stops. */
function pause(ms: number, stop: AbortSignal): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stop.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    stop.addEventListener("abort", end);
  });
}
