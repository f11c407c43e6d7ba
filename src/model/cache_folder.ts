import { cacheFolder, type Host } from "../host/host.ts";
import { TaggingError } from "../tagging/error.ts";
import type { KnownModel } from "./models.ts";

/** Where the platform keeps what can be fetched again. Throws `TaggingError` where that cannot be told. */
export function neededCacheFolder(host: Host): string {
  const folder = cacheFolder(host);
  if (folder !== null) return folder;
  throw new TaggingError(
    "Cannot keep models and the built-in engine: there is no cache folder",
    "Name one: XDG_CACHE_HOME=DIR",
  );
}

/** Where models are. */
export function modelFolder(host: Host): string {
  return `${neededCacheFolder(host)}/models`;
}

/** Where a model is once it is pulled. */
export function modelPath(host: Host, { name }: KnownModel): string {
  return `${modelFolder(host)}/${name}.gguf`;
}

/** Where a pulled model is; null if it is not there. */
export function pulledPath(host: Host, model: KnownModel): string | null {
  const path = modelPath(host, model);
  return host.stat(path)?.sizeBytes === model.sizeBytes ? path : null;
}
