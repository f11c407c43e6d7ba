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
        return await answer(seen, options, stop.signal);
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

async function answer(request: FakeRequest, options: FakeOptions, stop: AbortSignal): Promise<Response> {
  const trouble = options.misbehave?.(request) ?? null;
  const trick = trouble === null ? undefined : TROUBLES[trouble];
  if (trick !== undefined) return await trick(stop);
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
      return Response.json({ total_slots: options.slots ?? 1, model_path: modelId });
    case "/v1/chat/completions": {
      await pause(options.delayMs ?? 0, stop);
      const content = wordFor(lastUserText(request.body), request, trouble, options);
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
      if (request.body["n_probs"] !== undefined) return Response.json(weights(fragment, request, options));
      return Response.json({ content: ` ${wordFor(fragment, request, trouble, options)}`, stop: true });
    }
    default:
      return Response.json({ error: { code: 404, message: "File Not Found" } }, { status: 404 });
  }
}

const TROUBLES: Readonly<Record<string, (stop: AbortSignal) => Response | Promise<Response>>> = {
  "not found": () => Response.json({ error: { code: 404, message: "File Not Found" } }, { status: 404 }),
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
  "unauthorized": () => Response.json({ error: { code: 401, message: "Invalid API Key" } }, { status: 401 }),
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
  const allowed = String(body["grammar"] ?? "").matchAll(/"([a-z]+)"/g).map((match) => match[1] ?? "").toArray();
  if (trouble === "ignore grammar" || body["grammar"] === undefined) return "I think that this is about words";
  const chosen = options.word?.(fragment, path) ?? null;
  return chosen ?? byHash(fragment, allowed);
}

/** One of the words, or of any six letters where there is no list, always the same for a fragment. */
function byHash(fragment: string, words: readonly string[]): string {
  const digest = createHash("sha256").update(fragment).digest();
  if (words.length > 0) return words[digest.readUInt32BE(0) % words.length] ?? "";
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(97 + byte % 26)).join("");
}

/** Nine tenths for the word that the server would say, the rest shared by the others that the request lifts. */
function weights(fragment: string, { path, body }: FakeRequest, options: FakeOptions): unknown {
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
