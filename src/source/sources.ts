import type { Host } from "../host/host.ts";
import { claude } from "./claude/claude.ts";
import { codex } from "./codex/codex.ts";
import { readRecords } from "./jsonl.ts";
import type { Source } from "./source.ts";

/** Every agent whose logs can be read. */
export const SOURCES: readonly Source[] = [codex, claude];

/** Whose file it is, told by its first records; undefined where it is nobody's. Throws where it cannot be read. */
export function detectSource(host: Host, path: string): Source | undefined {
  let source: Source | undefined;
  readRecords(host, path, (record) => {
    source = SOURCES.find((known) => known.detect(record));
    return source === undefined;
  });
  return source;
}

/** The folders in which an agent keeps its sessions on this machine, with their links resolved. Throws `RootError`. */
export function ownRoots(host: Host, source: Source): readonly string[] {
  return source.defaultRoots(host).map((root) => host.realPath(root) ?? root);
}

/** The files beside a session file that its reader may ask for, whose agent is not known. */
export function filesBeside(file: string): readonly string[] {
  return SOURCES.flatMap((source) => source.filesBeside(file));
}
