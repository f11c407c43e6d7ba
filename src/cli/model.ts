import type { Command } from "commander";
import * as z from "zod";
import type { Host } from "../host/host.ts";
import { allOf, type Power } from "../host/power.ts";
import { modelFolder } from "../model/cache_folder.ts";
import { type KnownModel, knownModel, MODELS, SOURCE_HOSTS } from "../model/models.ts";
import { pulledPath } from "../model/cache_folder.ts";
import { pullModel } from "../model/pull.ts";
import { findPython } from "../model/wheels.ts";
import type { Cli } from "./cli.ts";
import { UsageError } from "./errors.ts";
import { withNeeds } from "./needs.ts";
import { tableText } from "./table.ts";

/** `agentpprof model`: small models for `--model-file`. */
export function add(tree: Command, cli: Cli): void {
  const model = tree.command("model").description("Small models for --model-file");
  withNeeds(model.command("pull"), pullNeeds)
    .description("Fetch a model into the cache folder")
    .argument("[NAME]", `one of: ${MODELS.map(({ name }) => name).join(", ")}`, MODELS[0].name)
    .action((name: string) => pull(name, cli));
  withNeeds(model.command("list"), (host) => allOf({ read: [modelFolder(host)] }))
    .description("List the models that can be pulled, and those that are there")
    .option("--json", "as JSON")
    .action((options) => list(listSchema.parse(options), cli));
}

/** What `model pull` needs: the network for its first source, pip for its second. */
function pullNeeds(host: Host): Power {
  const folder = modelFolder(host);
  findPython(host);
  return allOf({ read: [folder], write: [folder], net: SOURCE_HOSTS, run: [host.starter], env: ["PATH"] });
}

const listSchema = z.object({ json: z.boolean().default(false) });

/** Prints the path of the model, once it is there. */
async function pull(name: string, { host, output, signal }: Cli): Promise<void> {
  const model = knownModel(name);
  if (model === null) {
    const names = MODELS.map((known) => known.name).join(", ");
    throw new UsageError(`Cannot pull the model "${name}": expected one of ${names}`, "agentpprof model list");
  }
  const path = await pullModel(host, model, {
    signal,
    say: (line) => output.say(line),
    onProgress: (done, total) =>
      output.progress(`${name}: ${megabytes(done)} of ${megabytes(total)} MB`, done === total),
  });
  output.endProgress();
  host.stdout(`${path}\n`);
}

function list({ json }: z.infer<typeof listSchema>, { host, output }: Cli): Promise<void> {
  const rows = MODELS.map((model) => ({ ...facts(model), path: pulledPath(host, model) }));
  if (json) {
    host.stdout(`${JSON.stringify(rows, null, 2)}\n`);
    return Promise.resolve();
  }
  const cells = rows.map(({ name, size_bytes, about, path }) => [
    name,
    Math.round(size_bytes / 1e6),
    path === null ? "not pulled" : "pulled",
    about,
  ]);
  host.stdout(tableText(["model", "MB", "state", "what"], cells));
  output.say(`in ${modelFolder(host)}`);
  return Promise.resolve();
}

function facts({ name, about, sizeBytes, sha256 }: KnownModel): {
  readonly name: string;
  readonly about: string;
  readonly size_bytes: number;
  readonly sha256: string;
} {
  return { name, about, size_bytes: sizeBytes, sha256 };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
