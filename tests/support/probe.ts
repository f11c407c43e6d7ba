import { fromFileUrl } from "../../scripts/paths.ts";

const ROOT = fromFileUrl(new URL("../../", import.meta.url));

/** The text of a function `probe` for a copy of the sources: it tells on stderr what the process or thread can do. */
export function probe(outside: string, port: number): string {
  return `
async function probe(): Promise<void> {
const told: Record<string, string> = {};
const attempts: Record<string, () => unknown> = {
  "read": () => Deno.readTextFile("${outside}"),
  "read by node": async () => (await import("node:fs")).readFileSync("${outside}"),
  "read above": () => Deno.readTextFile("${ROOT}examples/codex/../../README.md"),
  "list": () => [...Deno.readDirSync("/")],
  "connect": () => Deno.connect({ hostname: "127.0.0.1", port: ${port} }),
  "fetch": () => fetch("http://127.0.0.1:${port}/"),
  "fetch by name": () => fetch("http://localhost:${port}/"),
  "listen": () => Deno.listen({ port: 0 }),
  "write": () => Deno.writeTextFile("${outside}.new", ""),
  "environment": () => Deno.env.get("PATH"),
  "run": () => new Deno.Command("true").output(),
  "run by node": async () => (await import("node:child_process")).execFileSync("true"),
  "library": () => Deno.dlopen("libc.so.6", {}),
  "thread of its own": () => new Promise((resolve, reject) => {
    const worker = new Worker("data:text/javascript,postMessage(Deno.readTextFileSync('${outside}'))", { type: "module" });
    worker.onmessage = resolve;
    worker.onerror = (event) => { event.preventDefault(); reject(new Deno.errors.NotCapable()); };
  }),
  "ask for more": () => {
    if (Deno.permissions.requestSync({ name: "read" }).state !== "granted") throw new Deno.errors.NotCapable();
  },
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    await attempt();
    told[name] = "done";
  } catch (error) {
    told[name] = (error.cause ?? error).name;
  }
}
console.error("PROBE " + JSON.stringify(told));
}
`;
}

/** What each probe told: `done` or the name of the error, by what it attempted. */
export function toldBy(stderr: string): readonly Readonly<Record<string, string>>[] {
  return [...stderr.matchAll(/^PROBE (.*)$/gm)].map(([, json = "{}"]) => JSON.parse(json));
}
