import type { DirEntry, FileStat, Host, Program, Server, Thread } from "./host.ts";

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

/** The machine as Deno shows it: the one place that calls `Deno.` besides `main.ts`. */
export const denoHost: Host = {
  platform: platform(),
  cores: navigator.hardwareConcurrency,
  now: () => Date.now(),
  cwd: () => slashes(Deno.cwd()),
  env: (name) => granted({ name: "env", variable: name }) ? Deno.env.get(name) : undefined,
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

  readText(path): string | null {
    try {
      return Deno.readTextFileSync(path);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  },
  readPieces(path, room, onPiece, from = 0): void {
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
  async writeFileAtomic(path, data): Promise<void> {
    const beside = `${path}.${this.uniqueName()}.tmp`;
    try {
      if (typeof data === "string") await Deno.writeTextFile(beside, data);
      else await Deno.writeFile(beside, data instanceof Uint8Array ? data : ReadableStream.from(data));
      await Deno.rename(beside, path);
    } catch (error) {
      await Deno.remove(beside).catch(() => {});
      throw error;
    }
  },
  appendText: (path, text) => Deno.writeTextFile(path, text, { append: true }),
  appendBytes: (path, bytes) => Deno.writeFile(path, bytes, { append: true }),
  rename: (from, to) => Deno.rename(from, to),
  async remove(path): Promise<void> {
    try {
      await Deno.remove(path, { recursive: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  },
  makeDir: (path) => Deno.mkdir(path, { recursive: true }),
  list(path): readonly DirEntry[] {
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
      return slashes(Deno.realPathSync(path));
    } catch {
      return null;
    }
  },

  startThread<In, Out>(onAnswer: (answer: Out) => void, onEnd: () => void): Thread<In> | null {
    if (typeof Worker === "undefined") return null;
    const worker = new Worker(new URL("../../worker.ts", import.meta.url), { type: "module" });
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
    const child = new Deno.Command(Deno.execPath(), {
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
  scriptRuntime: Deno.build.standalone ? null : Deno.execPath(),
  async launch(program, args): Promise<boolean> {
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
    using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    return listener.addr.port;
  },

  fetch: (url, init) => fetch(url, init),
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
export function onWork<In, Out>(work: (message: In, answer: (answer: Out) => void) => Promise<void>): void {
  addEventListener("message", (event) => {
    if (!(event instanceof MessageEvent)) return;
    const port = event.ports[0];
    const message: In = event.data;
    if (port !== undefined) work(message, (answer) => port.postMessage(answer));
  });
}

function platform(): Host["platform"] {
  return Deno.build.os === "windows" ? "windows" : Deno.build.os === "darwin" ? "darwin" : "linux";
}

function slashes(path: string): string {
  return Deno.build.os === "windows" ? path.replaceAll("\\", "/") : path;
}

function granted(permission: Deno.PermissionDescriptor): boolean {
  return Deno.permissions.querySync(permission).state === "granted";
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

function writeAll(stream: typeof Deno.stdout, text: string): void {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  try {
    while (at < bytes.length) at += stream.writeSync(bytes.subarray(at));
  } catch (error) {
    // Who reads us may stop early, as `head` does.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
