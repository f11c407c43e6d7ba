import type { Power } from "./power.ts";

/**
 * What the program needs of the machine. `deno.ts` is the one real host; tests bring their own. What the runtime does not
 * grant throws `PermissionError`, and the user is never asked for it.
 */
export interface Host {
  readonly platform: "linux" | "darwin" | "windows";
  /** Threads that run at once. */
  readonly cores: number;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Absolute path. */
  cwd(): string;
  /** undefined where it is not set. */
  env(name: string): string | undefined;
  /** The names of all variables that are set and not empty; none where not all of them may be read. */
  envNames(): readonly string[];
  /** The user's home folder; null where it cannot be told. */
  homeDir(): string | null;
  /** Data for other programs. */
  stdout(text: string): void;
  /** Everything that is said to the user. */
  stderr(text: string): void;
  /** Calls the handler when the user interrupts (Ctrl-C) or the program is asked to end. */
  onInterrupt(handler: () => void): void;
  /** A name that no other run of the program uses, for files that are written beside others. */
  uniqueName(): string;
  /** Of a power, what the runtime does not grant. */
  missing(power: Power): Power;
  /**
   * Gives up each kind of power of which `power` names nothing, for good, whatever was granted. Of a kind of which all
   * was granted, no single path or host can be kept: where that is wanted, see `startThread`.
   */
  keepOnly(power: Power): void;
  /** The program that `startProgram` runs to start others and to end them. */
  readonly starter: string;
  /** What `deno run` is told to run this program: a file or an address. */
  readonly specifier: string;
  /** Whether it is a program of its own, with its permissions inside. */
  readonly isCompiled: boolean;
  /** Files of the program that a thread reads when it starts. */
  readonly threadFiles: readonly string[];

  /** Whether the user sees a stream on a terminal; by default stderr. */
  isTerminal(stream?: "stdout" | "stderr"): boolean;
  /** What NO_COLOR and FORCE_COLOR say: whether colours are wanted; null where they say nothing. */
  colorWish(): boolean | null;

  /** Whole file as UTF-8 text; null where there is none. Throws where it cannot be read. */
  readText(path: string): string | null;
  /**
   * Reads the file from the byte `from` on, piece by piece, each into the memory that `room` gives for it (a piece may
   * be shorter); `onPiece` is told its length. Ends with the file, or where `onPiece` answers false.
   */
  readPieces(path: string, room: () => Uint8Array, onPiece: (bytes: number) => boolean, from?: number): void;
  /** `length` bytes from the byte `from` on, or what is there of them; null where there is no such file. */
  readBytes(path: string, from?: number, length?: number): Uint8Array<ArrayBuffer> | null;
  /** Frees memory now, where the program was started so that it can (`--expose-gc`). */
  collectGarbage(): void;
  /**
   * Written beside and then renamed, so that a reader sees the old file or the new one. A piece is written when the next
   * one is asked for.
   */
  writeFileAtomic(path: string, data: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /** Adds text at the end, creating the file where it is missing. */
  appendText(path: string, text: string): Promise<void>;
  /** The same with bytes. */
  appendBytes(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeDir(path: string): Promise<void>;
  /** Entries of a folder, in the order of their names; none where it is missing. Throws where it may not be read. */
  list(path: string): readonly DirEntry[];
  /** null where there is nothing. Follows symbolic links. */
  stat(path: string): FileStat | null;
  /** Resolves symbolic links; null where there is nothing, or nothing that may be read. */
  realPath(path: string): string | null;

  /** Whether this thread may read certain files only, not all that are there. */
  isNarrow(): boolean;
  /** Whether threads can be given a power of their own. */
  readonly canNarrowThreads: boolean;
  /**
   * Another thread, which runs `worker.ts` beside `main.ts`, with this power and no other where threads can be given one
   * of their own, else with all that this one has; null where there can be none. `onEnd`: it failed, and answers no
   * more.
   */
  startThread<In, Out>(onAnswer: (answer: Out) => void, onEnd: () => void, power: Power): Thread<In> | null;

  /**
   * Starts another program, which does not outlive this one, whatever ends it. One that cannot be started has ended
   * with a code other than 0.
   */
  startProgram(program: string, args: readonly string[]): Program;
  /** Runs this program with these arguments in a process that has this power and no other; answers its exit code. */
  runAgain(power: Power, args: readonly string[], signal: AbortSignal): Promise<number>;
  /** The Deno that can run a script in a process of its own; null where the program is compiled. */
  readonly scriptRuntime: string | null;
  /**
   * Starts a program that goes on without this one. Whether it was started and did not fail within moments: one that
   * shows something to the user may end at once or stay.
   */
  launch(program: string, args: readonly string[]): Promise<boolean>;
  /** Listens on a port of 127.0.0.1 (0: any that is free). Throws where it cannot. */
  serve(port: number, answer: (request: Request, port: number) => Response): Server;
  /** A port of 127.0.0.1 that nobody listens on now. */
  freePort(): number;

  fetch(url: string, init: RequestInit): Promise<Response>;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A thread that was started. What is posted, both ways, is data without functions; it arrives as a copy. */
export interface Thread<In = unknown> {
  post(message: In): void;
  stop(): void;
}

/** Takes what a thread answers, a copy but for `memory` of it, which is handed over. */
export type OnAnswer<Out> = (answer: Out, memory: readonly ArrayBuffer[]) => void;

/** A program that was started. */
export interface Program {
  readonly ended: Promise<ProgramEnd>;
  /** Ends it with all that it started, and waits until it is gone. */
  stop(): Promise<void>;
}

/** A server that listens. */
export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/** The exit code of a program that could not be started, as a shell gives it. */
export const NOT_STARTED = 127;

export interface ProgramEnd {
  readonly code: number;
  /** The end of what it wrote to stderr. */
  readonly lastWords: string;
}

export interface DirEntry {
  readonly name: string;
  readonly isDir: boolean;
  readonly isFile: boolean;
  readonly isSymlink: boolean;
}

export interface FileStat {
  readonly isFile: boolean;
  readonly isDir: boolean;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  readonly ino: number | null;
}

/** Where the program keeps what it can make anew, as the platform has it; null where there is no place for it. */
export function cacheFolder(host: Pick<Host, "platform" | "env" | "homeDir">): string | null {
  const named = host.platform === "windows" ? host.env("LOCALAPPDATA") : host.env("XDG_CACHE_HOME");
  if (named !== undefined && named !== "") return `${named.replaceAll("\\", "/")}/agentpprof`;
  const home = host.homeDir();
  if (home === null) return null;
  return host.platform === "darwin" ? `${home}/Library/Caches/agentpprof` : `${home}/.cache/agentpprof`;
}

/** A path as the user wrote it, absolute and without `.` and `..`. */
export function absolutePath(host: Pick<Host, "platform" | "cwd">, path: string): string {
  const slashed = host.platform === "windows" ? path.replaceAll("\\", "/") : path;
  const isAbsolute = slashed.startsWith("/") || /^[A-Za-z]:\//.test(slashed);
  const parts: string[] = [];
  for (const part of (isAbsolute ? slashed : `${host.cwd()}/${slashed}`).split("/")) {
    if (part === "..") parts.splice(Math.max(1, parts.length - 1));
    else if (part !== "." && (part !== "" || parts.length === 0)) parts.push(part);
  }
  return parts.length === 1 ? `${parts[0]}/` : parts.join("/");
}
