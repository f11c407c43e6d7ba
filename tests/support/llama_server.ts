import { createHash } from "node:crypto";

/** What the tests' server does instead of answering as it should. */
export type Misbehaviour =
  | "not found"
  | "html"
  | "empty"
  | "huge"
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
  /** true: it says that it is llama.cpp's own, and what it took from its cache. */
  readonly isLlamaCpp?: boolean;
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
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** A llama server of the tests' own on loopback: it keeps the protocol, obeys the grammar and counts. */
export interface FakeServer extends AsyncDisposable {
  readonly url: string;
  /** Requests for a word, in the order in which they came. */
  readonly asked: readonly FakeRequest[];
  /** All paths, in the order in which they came. */
  readonly paths: readonly string[];
  /** The most requests for a word that it ever had at the same time. */
  readonly mostAtOnce: number;
}

/** Starts one on a free port. */
export function startFakeServer(options: FakeOptions = {}): FakeServer {
  const asked: FakeRequest[] = [];
  const paths: string[] = [];
  const stop = new AbortController();
  const slotPrompts = new Map<unknown, string>();
  let atOnce = 0;
  let mostAtOnce = 0;

  const server = Deno.serve(
    { hostname: "127.0.0.1", port: options.port ?? 0, onListen: () => {} },
    async (request) => {
      const path = new URL(request.url).pathname;
      paths.push(path);
      const body = request.method === "POST" ? await request.json() : {};
      const isAsk = path === "/v1/chat/completions" || path === "/completion";
      const seen = { path, number: isAsk ? asked.length + 1 : 0, body, headers: request.headers };
      if (isAsk) asked.push(seen);
      atOnce += isAsk ? 1 : 0;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      try {
        return await answer(seen, options, stop.signal, slotPrompts);
      } finally {
        atOnce -= isAsk ? 1 : 0;
      }
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    asked,
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
  slotPrompts: Map<unknown, string>,
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
          { id: modelId, object: "model", owned_by: "llamacpp", meta: { n_params: 1234, size: 5678 } },
          ...(options.otherModels ?? []).map((id) => ({ id, object: "model" })),
        ],
      });
    case "/props":
      return Response.json({
        total_slots: options.slots ?? 1,
        model_path: modelId,
        ...(options.isLlamaCpp === true ? { build_info: "b1-test" } : {}),
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
      const timings = options.isLlamaCpp === true ? { timings: timingsOf(request.body, slotPrompts) } : {};
      if (request.body["n_probs"] !== undefined) {
        return Response.json({ ...weights(fragment, request, options), ...timings });
      }
      if (request.body["n_predict"] === 0) return Response.json({ content: "", stop: true, ...timings });
      return Response.json({ content: ` ${wordFor(fragment, request, trouble, options)}`, stop: true, ...timings });
    }
    default:
      return notFound();
  }
}

function notFound(): Response {
  return Response.json({ error: { code: 404, message: "File Not Found" } }, { status: 404 });
}

/** Characters instead of tokens: what a prompt shares with the one before in its slot is taken from the cache. */
function timingsOf(body: Readonly<Record<string, unknown>>, slotPrompts: Map<unknown, string>): unknown {
  const prompt = String(body["prompt"]);
  const before = body["cache_prompt"] === false ? "" : slotPrompts.get(body["id_slot"]) ?? "";
  const differs = [...prompt].findIndex((char, index) => char !== before[index]);
  const cache_n = differs === -1 ? prompt.length : differs;
  slotPrompts.set(body["id_slot"], prompt);
  return { cache_n, prompt_n: prompt.length - cache_n };
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

/** Nine tenths for the word that the server would say, the rest shared by the others that the request lifts. */
function weights(fragment: string, { path, body }: FakeRequest, options: FakeOptions): object {
  const lifted: unknown = body["logit_bias"];
  const words = Array.isArray(lifted) ? lifted.map((pair) => String(pair?.[0]).trim()) : [];
  const chosen = options.word?.(fragment, path) ?? byHash(fragment, words);
  const top_probs = words.map((word, id) => ({
    id,
    token: ` ${word}`,
    prob: word === chosen ? 0.9 : 0.1 / words.length,
  }));
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
