import { fromFileUrl } from "../../scripts/paths.ts";
import type { Agent } from "../../src/trace/session.ts";
import { sharedPath } from "./shared.ts";

/** The session files below a folder. */
export function logsBelow(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory }) =>
    isDirectory ? logsBelow(`${folder}/${name}`) : name.endsWith(".jsonl") ? [`${folder}/${name}`] : []
  );
}

/** An agent's session files of the examples, and of all real sessions where they are. */
export function realLogs(agent: Agent): string[] {
  return [fromFileUrl(new URL("../../examples", import.meta.url)), sharedPath("real-sessions")]
    .filter((path) => path !== null)
    .flatMap((folder) => logsBelow(`${folder}/${agent}`));
}
