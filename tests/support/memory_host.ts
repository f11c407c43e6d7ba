import type { DirEntry, FileStat, Host } from "../../src/host/host.ts";

/** A machine that holds nothing but some files, by absolute path; its clock stands still. */
export interface MemoryHost extends Host {
  readonly files: Map<string, string>;
  /** How often each file was opened. */
  readonly opened: Map<string, number>;
}

/** Files are as old as their order: the first named is the oldest. Chunks are tiny, so that lines span several. */
export function memoryHost(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): MemoryHost {
  const held = new Map(Object.entries(files));
  const opened = new Map<string, number>();
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
    opened,
    platform: "linux",
    cores: 1,
    now: () => Date.UTC(2026, 10, 23),
    cwd: () => "/home/dev",
    env: (name) => env[name],
    homeDir: () => "/home/dev",
    stdout: () => {},
    stderr: () => {},
    onInterrupt: () => {},
    uniqueName: () => "unique",
    isTerminal: () => false,
    readText: (path) => held.get(path) ?? null,
    readChunks(path, onChunk): void {
      const bytes = new TextEncoder().encode(open(path));
      for (let at = 0; at < bytes.length; at += 64) {
        if (!onChunk(bytes.subarray(at, at + 64))) return;
      }
    },
    writeFileAtomic: refused,
    appendText: refused,
    rename: refused,
    remove: refused,
    makeDir: refused,
    list(path): readonly DirEntry[] {
      const names = [...held.keys()].filter((file) => file.startsWith(`${path}/`))
        .map((file) => file.slice(path.length + 1));
      const entries = names.map((name): [string, boolean] => [name.split("/")[0] ?? name, name.includes("/")]);
      return [...new Map(entries)].map(([name, isDir]) => ({ name, isDir, isFile: !isDir, isSymlink: false }));
    },
    stat(path): FileStat | null {
      const text = held.get(path);
      if (text === undefined && !isFolder(path)) return null;
      const index = [...held.keys()].indexOf(path);
      return {
        isFile: text !== undefined,
        isDir: text === undefined,
        sizeBytes: text?.length ?? 0,
        mtimeMs: 1000 * index,
        ino: index,
      };
    },
    realPath: (path) => (held.has(path) || isFolder(path) ? path : null),
    startThread: () => null,
    startProgram: () => ({
      ended: Promise.resolve({ code: 127, lastWords: "error: the host is in memory" }),
      stop: () => Promise.resolve(),
    }),
    freePort: () => 1,
    fetch: refused,
    sleep: () => Promise.resolve(),
  };
}
