import type { Host } from "../host/host.ts";

/** The path of an installed program; null if there is none where the platform looks for programs. */
export function findProgram(host: Host, name: string): string | null {
  const isWindows = host.platform === "windows";
  const file = isWindows ? `${name}.exe` : name;
  for (const folder of (host.env("PATH") ?? "").split(isWindows ? ";" : ":")) {
    const path = `${folder.replaceAll("\\", "/").replace(/\/$/, "")}/${file}`;
    if (folder !== "" && host.stat(path)?.isFile === true) return path;
  }
  return null;
}
