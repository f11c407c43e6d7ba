import type { DirEntry, FileStat, Host } from "../../src/host/host.ts";
import { NO_POWER } from "../../src/host/power.ts";

/** A machine that holds nothing but some files, by absolute path; its clock stands still. */
export interface MemoryHost extends Host {
  readonly files: Map<string, string>;
  /** What was written. */
  readonly kept: Map<string, Uint8Array<ArrayBuffer>>;
  /** How often each file was opened. */
  readonly opened: Map<string, number>;
}

/** Gives bytes as `Host.readPieces` does, in pieces of a size. */
export function readInto(
  bytes: Uint8Array,
  pieceBytes: number,
  room: () => Uint8Array,
  onPiece: (bytes: number) => boolean,
  from = 0,
): void {
  for (let at = from; at < bytes.length;) {
    const memory = room();
    const piece = bytes.subarray(at, at + Math.min(pieceBytes, memory.length));
    memory.set(piece);
    at += piece.length;
    if (!onPiece(piece.length)) return;
  }
}

/** Files are as old as their order: the first named is the oldest. Chunks are tiny, so that lines span several. */
export function memoryHost(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): MemoryHost {
  const held = new Map(Object.entries(files));
  const opened = new Map<string, number>();
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  let names = 0;
  const refused = (): Promise<never> => Promise.reject(new Error("Cannot do this: the host is in memory"));
  const isFolder = (path: string): boolean => [...held.keys()].some((file) => file.startsWith(`${path}/`));
  const open = (path: string): string => {
    const text = held.get(path);
    if (text === undefined) throw new Deno.errors.NotFound(`No such file: ${path}`);
    opened.set(path, (opened.get(path) ?? 0) + 1);
    return text;
  };
  return {
    files: held,
    kept,
    opened,
    platform: "linux",
    cores: 1,
    now: () => Date.UTC(2026, 10, 23),
    cwd: () => "/home/dev",
    env: (name) => env[name],
    envNames: () => Object.keys(env).filter((name) => env[name] !== ""),
    homeDir: () => "/home/dev",
    stdout: () => {},
    stderr: () => {},
    onInterrupt: () => {},
    uniqueName: () => `unique-${String(++names).padStart(6, "0")}`,
    isTerminal: () => false,
    colorWish: () => null,
    missing: () => NO_POWER,
    keepOnly: () => {},
    starter: "/usr/bin/deno",
    specifier: "/opt/agentpprof/main.ts",
    isCompiled: false,
    threadFiles: [],
    readText: (path) => held.get(path) ?? null,
    readPieces(path, room, onPiece, from = 0): void {
      readInto(new TextEncoder().encode(open(path)), 64, room, onPiece, from);
    },
    readBytes(path, from = 0, length = Infinity): Uint8Array<ArrayBuffer> | null {
      return kept.get(path)?.slice(from, from + length) ?? null;
    },
    collectGarbage: () => {},
    async writeFileAtomic(path, data): Promise<void> {
      const isWhole = typeof data === "string" || data instanceof Uint8Array;
      const pieces = isWhole ? [data.slice()] : await Array.fromAsync(data, (piece) => new Uint8Array(piece));
      kept.set(path, await new Blob(pieces).bytes());
    },
    appendText: refused,
    appendBytes: refused,
    rename: refused,
    remove(path): Promise<void> {
      kept.delete(path);
      return Promise.resolve();
    },
    makeDir: () => Promise.resolve(),
    list(path): readonly DirEntry[] {
      const names = [...held.keys(), ...kept.keys()].filter((file) => file.startsWith(`${path}/`))
        .map((file) => file.slice(path.length + 1));
      const entries = names.map((name): [string, boolean] => [name.split("/")[0] ?? name, name.includes("/")]);
      return [...new Map(entries)].map(([name, isDir]) => ({ name, isDir, isFile: !isDir, isSymlink: false }));
    },
    stat(path): FileStat | null {
      const text = held.get(path);
      const bytes = kept.get(path);
      if (bytes !== undefined) return { isFile: true, isDir: false, sizeBytes: bytes.length, mtimeMs: 0, ino: null };
      if (text === undefined && !isFolder(path)) return null;
      const index = [...held.keys()].indexOf(path);
      return {
        isFile: text !== undefined,
        isDir: text === undefined,
        sizeBytes: new TextEncoder().encode(text ?? "").length,
        mtimeMs: 1000 * index,
        ino: index,
      };
    },
    realPath: (path) => (held.has(path) || isFolder(path) ? path : null),
    isNarrow: () => true,
    canNarrowThreads: false,
    startThread: () => null,
    startProgram: () => ({
      ended: Promise.resolve({ code: 127, lastWords: "error: the host is in memory" }),
      stop: () => Promise.resolve(),
    }),
    runAgain: refused,
    scriptRuntime: null,
    launch: () => Promise.resolve(false),
    serve: () => {
      throw new Error("Cannot do this: the host is in memory");
    },
    freePort: () => 1,
    fetch: refused,
    sleep: () => Promise.resolve(),
  };
}
