import config from "../deno.json" with { type: "json" };

/** The program's version, as `deno.json` states it. */
export const VERSION: string = config.version;
