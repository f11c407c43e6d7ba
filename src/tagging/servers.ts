import type { Host } from "../host/host.ts";
import { quoted, TaggingError } from "./error.ts";
import { connect, type LlamaServer, type Passage } from "./llama_server.ts";
import type { ServerOptions } from "./server_line.ts";

/**
 * Connects to all servers and makes one of them that shares out the work: each lane has a slot of its own as long as
 * there are any. Throws `TaggingError` if they serve different models, or one of them cannot be reached.
 */
export async function connectAll(
  host: Host,
  options: readonly ServerOptions[],
  signal: AbortSignal,
): Promise<LlamaServer> {
  const servers = await Promise.all(options.map((one) => connect(host, one, signal)));
  const [first] = servers;
  if (first === undefined) throw new RangeError("Cannot connect to no server");
  const other = servers.find(({ model }) => model !== first.model);
  if (other !== undefined) {
    throw new TaggingError(
      `Cannot share the work: "${first.baseUrl}" serves ${quoted(first.model)}, "${other.baseUrl}" serves ${
        quoted(other.model)
      }`,
      "Name servers of one model with --llama-url, or one server alone",
    );
  }
  const places = servers
    .flatMap((server) => Array.from({ length: server.slots }, (_, slot) => ({ server, slot })))
    .sort((a, b) => a.slot - b.slot);

  return {
    baseUrl: servers.map(({ baseUrl }) => baseUrl).join(", "),
    model: first.model,
    slots: places.length,
    ask: (asked, form, kind, passage) => {
      const { server, slot } = placeOf(passage);
      return server.ask(asked, form, kind, { ...passage, lane: slot });
    },
    weigh: (asked, kind, passage) => {
      const { server, slot } = placeOf(passage);
      return server.weigh(asked, kind, { ...passage, lane: slot });
    },
  };

  function placeOf({ lane }: Passage): { readonly server: LlamaServer; readonly slot: number } {
    const place = places[lane % places.length];
    if (place === undefined) throw new RangeError(`Cannot find a server for lane ${lane}`);
    return place;
  }
}
