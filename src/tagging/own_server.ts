import { type Host, NOT_STARTED, type ProgramEnd } from "../host/host.ts";
import { quoted, TaggingError } from "./error.ts";

/** What serves models. */
export interface ServerCommand {
  /** A llama-server: a path, or a name that is looked up where programs are. */
  readonly program: string;
  /** What stands before the model and the address: the script of an interpreter, for one. */
  readonly leading?: readonly string[];
}

/** What is started. */
export interface ServerStart extends ServerCommand {
  /** A path. */
  readonly model: string;
  /** Besides the model and the address. */
  readonly args: readonly string[];
  readonly loadTimeoutMs: number;
}

/** A server that was started here and has to be stopped here. */
export interface OwnServer {
  readonly url: string;
  /** From the start until it was ready. */
  readonly loadMs: number;
  /** The server ended by itself, or was stopped. */
  readonly ended: Promise<ProgramEnd>;
  stop(): Promise<void>;
}

/** Enough for the worked examples and one fragment, many times over. */
const SLOT_TOKENS = 4096;
/** Between two looks at a server that is loading. */
const LOOK_MS = 50;
/** A port that was free may be taken before the server has it. */
const PORTS_TRIED = 3;
const PORT_TAKEN = /address already in use|could(n't| not) bind/i;
/** What Deno prints behind an error where RUST_BACKTRACE is set. */
const BACKTRACE = /^Stack backtrace:[\s\S]*/m;

/** The arguments that make a server take so many requests at once. */
export function slotArgs(slots: number): readonly string[] {
  return ["-np", `${slots}`, "-c", `${SLOT_TOKENS * slots}`];
}

/**
 * Starts a llama-server on a free loopback port and waits until it is ready. It ends with this program, whatever ends
 * that. Throws `TaggingError` with the server's own words where it ends before, or the signal's reason.
 */
export async function startServer(host: Host, start: ServerStart, signal: AbortSignal): Promise<OwnServer> {
  for (let tried = 1;; tried++) {
    const started = await startOnce(host, start, signal);
    if ("url" in started) return started;
    if (tried < PORTS_TRIED && PORT_TAKEN.test(started.lastWords)) continue;
    const { program, leading = [], model, args } = start;
    throw new TaggingError(
      `Cannot start ${quoted(program)} with the model ${quoted(model)}: ${troubleIn(started)}`,
      started.code === NOT_STARTED
        ? "Name a llama-server that can be run with --llama-server PATH"
        : `See what it says: ${[program, ...leading, "-m", model, ...args].join(" ")}`,
    );
  }
}

async function startOnce(host: Host, start: ServerStart, signal: AbortSignal): Promise<OwnServer | ProgramEnd> {
  const startMs = host.now();
  const port = host.freePort();
  const server = host.startProgram(start.program, [
    ...(start.leading ?? []),
    ...["-m", start.model, "--host", "127.0.0.1", "--port", `${port}`],
    ...start.args,
  ]);
  const url = `http://127.0.0.1:${port}`;
  let end: ProgramEnd | null = null;
  server.ended.then((ended) => end = ended);
  try {
    while (host.now() - startMs < start.loadTimeoutMs) {
      signal.throwIfAborted();
      if (end !== null) return end;
      if (await isReady(host, url, signal)) {
        return { url, loadMs: host.now() - startMs, ended: server.ended, stop: () => server.stop() };
      }
      await host.sleep(LOOK_MS, signal);
    }
  } catch (error) {
    await server.stop();
    throw error;
  }
  await server.stop();
  throw new TaggingError(
    `Cannot start ${quoted(start.program)} with the model ${quoted(start.model)}: not ready within ${
      start.loadTimeoutMs / 1000
    } s`,
    "Use a smaller model, or start the server yourself and name it with --llama-url",
  );
}

async function isReady(host: Host, url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await host.fetch(`${url}/health`, { signal, redirect: "error" });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Of a program's last words the lines that tell of a trouble, else the last ones. */
export function troubleIn({ code, lastWords }: ProgramEnd): string {
  const lines = lastWords.replace(BACKTRACE, "").split(/\r?\n/).map((line) => line.trim()).filter((line) =>
    line !== ""
  );
  const telling = lines.filter((line) => /error|fail|invalid|unknown/i.test(line));
  const told = (telling.length > 0 ? telling : lines).slice(-3);
  return told.length > 0 ? quoted(told.join("; ")) : `it ended with code ${code} and said nothing`;
}
