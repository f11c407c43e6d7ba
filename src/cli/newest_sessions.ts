import type { Host } from "../host/host.ts";
import { listRoot } from "../source/discover.ts";
import { baseName } from "../source/path.ts";
import type { Candidate } from "./complete.ts";
import { rootsOf } from "./run_options.ts";

/** So many does a shell offer. */
const OFFERED = 20;

/** The newest session files of this machine, for a shell to offer. */
export function newestSessions(host: Host): readonly Candidate[] {
  return rootsOf(host, { codex: undefined, claude: undefined })
    .flatMap(({ source, root }) => listRoot(host, source, root, OFFERED).candidates)
    .sort((a, b) => b.mtimeMs - a.mtimeMs)
    .slice(0, OFFERED)
    .map(({ source, path, mtimeMs }) => ({
      value: path,
      what: `${source.agent}, ${new Date(mtimeMs).toISOString().slice(0, 16)}Z, ${baseName(path).slice(-20)}`,
    }));
}
