import type { Command } from "commander";
import { cacheFolder, type Host } from "../host/host.ts";
import { allOf, NO_POWER } from "../host/power.ts";
import { joinPath } from "../source/path.ts";
import type { Cli } from "./cli.ts";
import { RunError } from "./errors.ts";
import { withNeeds } from "./needs.ts";

/** Where is kept what was read of logs; null where the machine has no place for it. */
export function logCacheFolder(host: Host): string | null {
  const folder = cacheFolder(host);
  return folder === null ? null : joinPath(folder, "logs");
}

/** `agentpprof cache dir|clear`: what was read of logs; never the words in tags.json. */
export function add(tree: Command, { host, output }: Cli): void {
  const cache = tree.command("cache").description("What was read of logs before: where it is kept, and away with it");
  const dir = cache.command("dir").description("Print the folder");
  withNeeds(dir, (host) => {
    logCacheFolder(host);
    return NO_POWER;
  });
  dir.action(() => host.stdout(`${requireFolder(host)}\n`));
  const clear = cache.command("clear").description("Remove it; the next run reads every log anew");
  withNeeds(clear, (host) => allOf({ write: [logCacheFolder(host) ?? ""].filter((path) => path !== "") }));
  clear.action(async () => {
    const folder = requireFolder(host);
    await host.remove(folder);
    output.say(`removed ${folder}`);
  });
}

function requireFolder(host: Host): string {
  const folder = logCacheFolder(host);
  if (folder !== null) return folder;
  throw new RunError("Cannot tell where the cache of logs is kept: no home folder", "Set HOME, or XDG_CACHE_HOME");
}
