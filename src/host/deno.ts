import { demand, isWhole, keepOnly, missingOf, threadOptions } from "./grants.ts";
import type { DirEntry, FileStat, Host, OnAnswer, Program, Server, Thread } from "./host.ts";
import { flagsOf, isNone, loopback, netOf, NO_POWER, NO_PROXY, type Power } from "./power.ts";

/** A compiled program with this first argument is a keeper (`keeper.ts`). */
export const KEEP = "--keep";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
const WINDOWS_SIGNALS = ["SIGINT", "SIGBREAK"] as const;

/** How the keeper is run: by this program itself where it is compiled. */
const KEEPER = Deno.build.standalone
  ? [KEEP]
  : ["run", "--quiet", "--no-prompt", "--no-config", "--no-lock", "--allow-run", keeperModule()];

/** So long a program that is left to itself is watched for a failure. */
const LAUNCH_MS = 2000;

/** Of what a program says, in characters. */
const LAST_WORDS = 4096;

/** Of the two modules with which the program and its threads begin, the addresses. */
const MAIN = new URL("../../main.ts", import.meta.url);
const WORKER = new URL("../../worker.ts", import.meta.url);

/**
 * What the runtime calls `worker-options` is on for the sources (`deno.json` beside `main.ts`, which a program that is
 * loaded from elsewhere does not read) and in a compiled program. Where it is off, to ask for it ends the process.
 */
const CAN_NARROW_THREADS = Deno.build.standalone || MAIN.protocol === "file:";

/** Whether `NO_PROXY` names this machine. */
let arePassedBy = false;

/** The machine as Deno shows it: this room is the one place that calls `Deno.` besides `main.ts`. */
export const denoHost: Host = {
  platform: platform(),
  cores: navigator.hardwareConcurrency,
  now: () => Date.now(),
  cwd: () => slashes(Deno.cwd()),
  env(name): string | undefined {
    demand("env", name);
    return Deno.env.get(name);
  },
  envNames: () =>
    (isWhole("env") ? Object.entries(Deno.env.toObject()) : [])
      .flatMap(([name, value]) => (value === "" ? [] : [name])),
  homeDir(): string | null {
    const home = this.env("HOME") ?? this.env("USERPROFILE") ?? "";
    return home === "" ? null : slashes(home);
  },
  stdout: (text) => writeAll(Deno.stdout, text),
  stderr: (text) => writeAll(Deno.stderr, text),
  onInterrupt(handler): void {
    for (const signal of Deno.build.os === "windows" ? WINDOWS_SIGNALS : SIGNALS) {
      Deno.addSignalListener(signal, handler);
    }
  },
  uniqueName: () => crypto.randomUUID().slice(0, 8),
  isTerminal: (stream = "stderr") => Deno[stream].isTerminal(),
  // These two are readable whatever was granted.
  colorWish(): boolean | null {
    if ((Deno.env.get("NO_COLOR") ?? "") !== "") return false;
    const force = Deno.env.get("FORCE_COLOR") ?? "";
    return force === "" ? null : force !== "0" && force !== "false";
  },
  missing: missingOf,
  keepOnly,
  starter: Deno.execPath(),
  specifier: MAIN.protocol === "file:"
    ? pathOf(MAIN)
    : MAIN.href.replace(/^https:\/\/jsr\.io\/(@[^/]+\/[^/]+)\/([^/]+)\/main\.ts$/, "jsr:$1@$2"),
  isCompiled: Deno.build.standalone,
  threadFiles: MAIN.protocol === "file:" && !Deno.build.standalone
    ? [pathOf(WORKER), pathOf(new URL("../", import.meta.url)).replace(/\/$/, "")]
    : [],

  readText(path): string | null {
    demand("read", path);
    try {
      return Deno.readTextFileSync(path);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  readPieces(path, room, onPiece, from = 0): void {
    demand("read", path);
    const file = Deno.openSync(path, { read: true });
    try {
      if (from > 0) file.seekSync(from, Deno.SeekMode.Start);
      for (let size = file.readSync(room()); size !== null; size = file.readSync(room())) {
        if (!onPiece(size)) return;
      }
    } finally {
      file.close();
    }
  },
  readBytes(path, from = 0, length = Infinity): Uint8Array<ArrayBuffer> | null {
    demand("read", path);
    let file;
    try {
      file = Deno.openSync(path, { read: true });
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
    try {
      if (from > 0) file.seekSync(from, Deno.SeekMode.Start);
      const bytes = new Uint8Array(Math.max(0, Math.min(length, file.statSync().size - from)));
      let at = 0;
      while (at < bytes.length) {
        const size = file.readSync(bytes.subarray(at));
        if (size === null) break;
        at += size;
      }
      return bytes.subarray(0, at);
    } finally {
      file.close();
    }
  },
  collectGarbage(): void {
    const gc: unknown = Reflect.get(globalThis, "gc");
    if (gc instanceof Function) gc();
  },
  async writeFileAtomic(path, data): Promise<void> {
    const beside = `${path}.${this.uniqueName()}.tmp`;
    demand("read", beside);
    demand("write", beside);
    demand("write", path);
    try {
      if (typeof data === "string") await Deno.writeTextFile(beside, data);
      else if (data instanceof Uint8Array) await Deno.writeFile(beside, data);
      else await writePieces(beside, data);
      await Deno.rename(beside, path);
    } catch (error) {
      await Deno.remove(beside).catch(() => {});
      throw error;
    }
  },
  appendText(path, text): Promise<void> {
    return Promise.try(() => {
      demand("write", path);
      // To hand a line to another thread takes three times as long as to write it.
      Deno.writeTextFileSync(path, text, { append: true });
    });
  },
  async appendBytes(path, bytes): Promise<void> {
    demand("write", path);
    await Deno.writeFile(path, bytes, { append: true });
  },
  async rename(from, to): Promise<void> {
    demand("read", from);
    demand("write", from);
    demand("write", to);
    await Deno.rename(from, to);
  },
  async remove(path): Promise<void> {
    demand("write", path);
    try {
      await Deno.remove(path, { recursive: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
  async makeDir(path): Promise<void> {
    demand("write", path);
    await Deno.mkdir(path, { recursive: true });
  },
  list(path): readonly DirEntry[] {
    demand("read", path);
    try {
      return [...Deno.readDirSync(path)]
        .map(({ name, isDirectory, isFile, isSymlink }) => ({ name, isDir: isDirectory, isFile, isSymlink }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  stat(path): FileStat | null {
    demand("read", path);
    try {
      const { isFile, isDirectory, size, mtime, ino } = Deno.statSync(path);
      return { isFile, isDir: isDirectory, sizeBytes: size, mtimeMs: mtime?.getTime() ?? 0, ino };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  realPath(path): string | null {
    try {
      demand("read", path);
      return slashes(Deno.realPathSync(path));
    } catch {
      return null;
    }
  },

  isNarrow: () => !isWhole("read"),
  canNarrowThreads: CAN_NARROW_THREADS,
  startThread<In, Out>(onAnswer: (answer: Out) => void, onEnd: () => void, power: Power): Thread<In> | null {
    if (typeof Worker === "undefined" || !isNone(missingOf({ ...NO_POWER, read: this.threadFiles }))) return null;
    const options = CAN_NARROW_THREADS && isWhole("read") ? { deno: { permissions: threadOptions(power) } } : {};
    const worker = new Worker(WORKER, { type: "module", ...options });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<Out>) => onAnswer(data);
    worker.onerror = (event) => {
      event.preventDefault();
      onEnd();
    };
    return {
      post: (message) => worker.postMessage(message, [port2]),
      stop(): void {
        port1.close();
        worker.terminate();
      },
    };
  },

  startProgram(program, args): Program {
    demand("run", this.starter);
    const child = new Deno.Command(this.starter, {
      args: [...KEEPER, program, ...args],
      stdin: "piped",
      stdout: "null",
      stderr: "piped",
      // Of a group of its own: what ends our group, or interrupts it, must not end the keeper before its work is done.
      detached: true,
    }).spawn();
    const words = lastWords(child.stderr);
    const ended = child.status.then(async ({ code }) => ({ code, lastWords: await words }));
    return {
      ended,
      async stop(): Promise<void> {
        await child.stdin.close().catch(() => {});
        await ended;
      },
    };
  },
  async runAgain(power, args, signal): Promise<number> {
    const { host, protocol } = MAIN;
    // What a package of jsr.io imports is granted by default.
    const imports = protocol === "file:" || this.specifier.startsWith("jsr:") ? [] : [`--allow-import=${host}`];
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--quiet", "--no-prompt", ...flagsOf(power), ...imports, this.specifier, ...args],
    }).spawn();
    const stop = (): void => child.kill("SIGTERM");
    signal.addEventListener("abort", stop);
    const { code } = await child.status;
    signal.removeEventListener("abort", stop);
    return code;
  },
  scriptRuntime: Deno.build.standalone ? null : Deno.execPath(),
  async launch(program, args): Promise<boolean> {
    demand("run", program);
    try {
      const child = new Deno.Command(program, {
        args: [...args],
        stdin: "null",
        stdout: "null",
        stderr: "null",
        detached: true,
      }).spawn();
      child.unref();
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => resolve(true), LAUNCH_MS);
      child.status.then(({ success }) => resolve(success));
      return await promise.finally(() => clearTimeout(timer));
    } catch {
      return false;
    }
  },
  serve(port, answer): Server {
    demand("net", loopback(port));
    const stop = new AbortController();
    const server: Deno.HttpServer<Deno.NetAddr> = Deno.serve(
      { hostname: "127.0.0.1", port, signal: stop.signal, onListen: () => {} },
      (request) => answer(request, server.addr.port),
    );
    return {
      port: server.addr.port,
      async stop(): Promise<void> {
        stop.abort();
        await server.finished;
      },
    };
  },
  freePort(): number {
    demand("net", "127.0.0.1");
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    return listener.addr.port;
  },

  async fetch(url, init): Promise<Response> {
    demand("net", netOf(url));
    passProxiesBy(new URL(url).hostname);
    return await fetch(url, init);
  },
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(signal.reason);
      }, { once: true });
    }),
};

/** In a thread that `startThread` started: does the one piece of work that is posted to it. */
export function onWork<In, Out>(work: (message: In, answer: OnAnswer<Out>) => Promise<void>): void {
  addEventListener("message", (event) => {
    if (!(event instanceof MessageEvent)) return;
    const port = event.ports[0];
    const message: In = event.data;
    if (port !== undefined) work(message, (answer, memory) => port.postMessage(answer, [...memory]));
  });
}

function platform(): Host["platform"] {
  return Deno.build.os === "windows" ? "windows" : Deno.build.os === "darwin" ? "darwin" : "linux";
}

/** `HTTP_PROXY` and its like would send to another machine what is meant for a server on this one. */
function passProxiesBy(hostname: string): void {
  if (arePassedBy || !/^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return;
  demand("env", NO_PROXY);
  const others = Deno.env.get(NO_PROXY) ?? "";
  Deno.env.set(NO_PROXY, [others, "localhost", "127.0.0.0/8", "::1"].filter((name) => name !== "").join(","));
  arePassedBy = true;
}

function pathOf(url: URL): string {
  const path = decodeURIComponent(url.pathname);
  return Deno.build.os === "windows" ? path.replace(/^\//, "") : path;
}

function slashes(path: string): string {
  return Deno.build.os === "windows" ? path.replaceAll("\\", "/") : path;
}

function keeperModule(): string {
  return new URL("./keeper.ts", import.meta.url).href;
}

/** The end of a stream, once it has ended. */
async function lastWords(stream: ReadableStream<Uint8Array>): Promise<string> {
  let words = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) words = (words + decoder.decode(chunk, { stream: true })).slice(-LAST_WORDS);
  return words;
}

function isMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory;
}

/** As they come; a stream between them and the file would take longer than the pieces of a short run. */
async function writePieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  using file = Deno.openSync(path, { write: true, createNew: true });
  for await (const bytes of pieces) writeBytes(file, bytes);
}

function writeBytes(file: Pick<Deno.FsFile, "writeSync">, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) at += file.writeSync(bytes.subarray(at));
}

function writeAll(stream: typeof Deno.stdout, text: string): void {
  try {
    writeBytes(stream, new TextEncoder().encode(text));
  } catch (error) {
    // Who reads us may stop early, as `head` does.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
