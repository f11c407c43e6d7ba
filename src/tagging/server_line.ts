import type { Host } from "../host/host.ts";
import { quoted, TaggingError } from "./error.ts";

/** No answer is longer than this; a longer one is refused while it is being read. */
const MAX_BODY_BYTES = 1 << 20;
/** Pauses between repeats: the first, and the longest. */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

const START_HINT = [
  "Start one with: llama-server -m MODEL.gguf --port 8080",
  "Or let the run start its own: --model-file smollm2-135m, fetched if need be with agentpprof model pull smollm2-135m",
].join("\n");

/** How a llama.cpp-compatible server is reached. */
export interface ServerOptions {
  /** Without a path below it; user and password may stand in it. */
  readonly url: string;
  /** The model name sent with each request. */
  readonly model: string;
  /** The limit of one request, with all its repeats. */
  readonly timeoutMs: number;
  readonly apiKey: string | null;
}

/** The server answered with a status that says no. */
export class StatusTrouble extends TaggingError {
  readonly status: number;

  constructor(trouble: TaggingError, status: number) {
    super(trouble.message, trouble.hint);
    this.status = status;
  }
}

/** One request. */
export interface Sending {
  /** What is asked for, for messages. */
  readonly wanted: string;
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** What is waited out within the time limit: an answer that says "busy" (429, 503), a lost connection too, or nothing. */
  readonly outlast: "nothing" | "busy" | "outage";
}

/** The way to one server: JSON out, JSON back, and every trouble as a `TaggingError` that says what was wanted. */
export interface ServerLine {
  readonly baseUrl: string;
  send(sending: Sending, signal: AbortSignal): Promise<unknown>;
  /** What is thrown when `found` came instead of what was wanted. */
  trouble(wanted: string, found: string, hint?: string, cause?: unknown): TaggingError;
}

/** A trouble that may pass by itself. */
class PassingTrouble extends TaggingError {
  readonly isOutage: boolean;
  readonly pauseMs: number | null;

  constructor(trouble: TaggingError, isOutage: boolean, pauseMs: number | null) {
    super(trouble.message, trouble.hint, trouble.cause);
    this.isOutage = isOutage;
    this.pauseMs = pauseMs;
  }
}

/** Throws `TaggingError` if the address is none. */
export function openLine(host: Host, { url, timeoutMs, apiKey }: ServerOptions): ServerLine {
  const { baseUrl, authorization } = parseUrl(url, apiKey);
  const secrets = secretsOf(authorization);
  const headers: Record<string, string> = { accept: "application/json", "content-type": "application/json" };
  if (authorization !== null) headers["authorization"] = authorization;

  return { baseUrl, send, trouble };

  function trouble(wanted: string, found: string, hint = START_HINT, cause?: unknown): TaggingError {
    const shown = withoutSecrets(found, secrets);
    return new TaggingError(`Cannot get ${wanted} from the llama.cpp server at "${baseUrl}": ${shown}`, hint, cause);
  }

  function outage(wanted: string, reason: string, cause: unknown): TaggingError {
    const message = `Cannot reach the llama.cpp server at "${baseUrl}" to ask for ${wanted}: ${reason}`;
    return new TaggingError(message, START_HINT, cause);
  }

  async function send(sending: Sending, signal: AbortSignal): Promise<unknown> {
    const endMs = host.now() + timeoutMs;
    const limit = new AbortController();
    const timer = new AbortController();
    host.sleep(timeoutMs, timer.signal).then(() => limit.abort(), () => {});
    try {
      for (let pauseMs = FIRST_PAUSE_MS;; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
        try {
          return await sendOnce(sending, AbortSignal.any([signal, limit.signal]));
        } catch (error) {
          signal.throwIfAborted();
          if (!(error instanceof PassingTrouble) || sending.outlast === "nothing") throw error;
          if (error.isOutage && sending.outlast !== "outage") throw error;
          const waitMs = error.pauseMs ?? pauseMs;
          if (host.now() + waitMs >= endMs) throw error;
          await host.sleep(waitMs, signal);
          signal.throwIfAborted();
        }
      }
    } finally {
      // A reason of its own would be an error, with the place where it was made.
      timer.abort("answered");
    }
  }

  async function sendOnce({ wanted, path, body }: Sending, signal: AbortSignal): Promise<unknown> {
    let response: Response;
    let text: string | null;
    try {
      response = await host.fetch(baseUrl + path, {
        method: body === undefined ? "GET" : "POST",
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: "error",
        signal,
      });
      text = await readBounded(response);
      // A server may answer with the key that it was sent: out of what it says, before that is cut; a short one may be a word.
      if (text !== null) text = withoutSecrets(text, secrets.filter(({ length }) => length >= LEAST_SECRET_CHARS));
    } catch (error) {
      if (signal.aborted) {
        throw trouble(
          wanted,
          `no answer within ${timeoutMs / 1000} s`,
          "Give it more time with --timeout SECONDS, or look at what the server prints",
          error,
        );
      }
      const reason = reasonOf(error);
      if (/redirect/i.test(reason)) throw trouble(wanted, "expected an answer, found a redirect", START_HINT, error);
      throw new PassingTrouble(outage(wanted, reason, error), true, null);
    }
    if (text === null) throw trouble(wanted, `expected at most ${MAX_BODY_BYTES} bytes, found more`);
    if (!response.ok) throw statusTrouble(wanted, response, text);
    if (text.trim() === "") throw trouble(wanted, "expected JSON, found an empty body");
    try {
      return JSON.parse(text);
    } catch (error) {
      throw trouble(wanted, `expected JSON, found ${quoted(text)}`, START_HINT, error);
    }
  }

  function statusTrouble(wanted: string, { status, headers }: Response, text: string): TaggingError {
    const found = trouble(wanted, `expected status 200, found ${status} with ${quoted(text)}`, STATUS_HINTS[status]);
    if (status !== 429 && status !== 503) return new StatusTrouble(found, status);
    return new PassingTrouble(found, false, retryAfter(headers.get("retry-after"), host.now()));
  }
}

/** Milliseconds; null where the header is missing or asks for none. It holds seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - nowMs;
  return ms > 0 ? ms : null;
}

const STATUS_HINTS: Readonly<Record<number, string>> = {
  401: "Name the file that holds the server's key with --api-key-file",
  403: "Name the file that holds the server's key with --api-key-file",
  429: "The server is busy: try again later, or lower --jobs",
  503: "The server is busy or still loading its model: try again later",
};

/** fetch refuses an address with credentials in it, and no file may hold them: they go into a header. */
function parseUrl(url: string, apiKey: string | null): { baseUrl: string; authorization: string | null } {
  if (!URL.canParse(url)) {
    throw new TaggingError(
      `Cannot use the server address ${quoted(url)}: expected a URL`,
      "For example: http://127.0.0.1:8080",
    );
  }
  const parsed = new URL(url);
  const { username, password } = parsed;
  const basic = username + password === "" ? null : `Basic ${base64(`${decoded(username)}:${decoded(password)}`)}`;
  const baseUrl = `${parsed.protocol}//${parsed.host}${parsed.pathname}`.replace(/\/+$/, "");
  return { baseUrl, authorization: apiKey === null ? basic : `Bearer ${apiKey}` };
}

/** As it stands in the address where it is no encoded text. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Of UTF-8 (RFC 7617, 2.1). */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** Shorter ones are taken out of messages alone. */
const LEAST_SECRET_CHARS = 6;

/** What must not be shown: the key, or what user and password are encoded as, also as JSON would write it. */
function secretsOf(authorization: string | null): readonly string[] {
  const secret = authorization?.replace(/^\w+ /, "") ?? "";
  return secret === "" ? [] : [secret, JSON.stringify(secret).slice(1, -1)];
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, "(the key)"), text);
}

/** The whole body as text; null if it is longer than `MAX_BODY_BYTES`. */
async function readBounded(response: Response): Promise<string | null> {
  const { headers } = response;
  // All at once it takes half the time; one that is compressed or comes in chunks may be of any length.
  const isTold = !headers.has("content-encoding") && !headers.has("transfer-encoding");
  if (isTold && Number(headers.get("content-length") ?? NaN) <= MAX_BODY_BYTES) return await response.text();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** "fetch failed", caused by "… (Connect): tcp connect error: Connection refused (os error 111)" -> "connection refused" */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  const last = error.message.replace(/ \(os error \d+\)$/, "").split(": ").at(-1) ?? error.message;
  return last.charAt(0).toLowerCase() + last.slice(1);
}
