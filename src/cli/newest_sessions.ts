import type { Host } from "../host/host.ts";
import { allOf, type Power } from "../host/power.ts";
import { listRoot } from "../source/discover.ts";
import { baseName } from "../source/path.ts";
import type { Candidate } from "./complete.ts";
import { type Root, rootsOf } from "./run_options.ts";

/** So many does a shell offer. */
const OFFERED = 20;

/** What it takes to look for them. */
export function newestSessionsNeeds(host: Host): Power {
  return allOf({ read: ownRoots(host).map(({ root }) => root) });
}

/** The newest session files of this machine, for a shell to offer. */
export function newestSessions(host: Host): readonly Candidate[] {
  return ownRoots(host)
    .flatMap(({ source, root }) => listRoot(host, source, root, OFFERED).candidates)
    .sort((a, b) => b.mtimeMs - a.mtimeMs)
    .slice(0, OFFERED)
    .map(({ source, path, mtimeMs }) => ({
      value: path,
      what: `${source.agent}, ${new Date(mtimeMs).toISOString().slice(0, 16)}Z, ${baseName(path).slice(-20)}`,
    }));
}

function ownRoots(host: Host): readonly Root[] {
  return rootsOf(host, { codex: undefined, claude: undefined });
}
