import type { Command } from "commander";
import * as z from "zod";
import type { Host } from "../host/host.ts";
import { allOf, loopback, type Power } from "../host/power.ts";
import type { Cli } from "./cli.ts";
import { RunError } from "./errors.ts";
import { withExamples } from "./help.ts";
import { withNeeds } from "./needs.ts";
import { dashboardNeeds, openerOf, openInBrowser, reportSchema, requireDashboard, withReport } from "./open.ts";
import { wholeNumber } from "./options.ts";

const MOST_PORT = 65_535;

/** `agentpprof serve`: the dashboard, and nothing else, on loopback until Ctrl-C. */
export function add(tree: Command, cli: Cli): void {
  const command = withExamples(
    tree.command("serve").description(
      "Serve the dashboard on this machine alone, at an address that cannot be guessed",
    ),
    [["agentpprof serve", "where a browser may not open files"], ["agentpprof serve --port 8123 --open", ""]],
  );
  withNeeds(withReport(command), serveNeeds)
    .optionsGroup("The server:")
    .option("--port <N>", "port of 127.0.0.1; 0: any that is free", wholeNumber(0, MOST_PORT), 0)
    .option("--open", "show it in the browser")
    .action((given) => serve(serveSchema.parse(given), cli));
}

/** What `serve` needs of the machine. */
function serveNeeds(host: Host, given: unknown): Power {
  const { port, open } = serveSchema.parse(given);
  return allOf(dashboardNeeds(host, given), { net: [loopback(port)], run: open ? [openerOf(host)] : [] });
}

const serveSchema = reportSchema.extend({ port: z.number(), open: z.boolean().default(false) });

async function serve(options: z.infer<typeof serveSchema>, { host, output, signal }: Cli): Promise<void> {
  const file = requireDashboard(host, options);
  // 122 random bits: other users of the machine, and pages in the browser, cannot guess where it is.
  const path = `/${crypto.randomUUID()}/`;
  let server;
  try {
    server = host.serve(
      options.port,
      (request, port) => pageAnswer(request, { port, path, read: () => host.readText(file) }),
    );
  } catch (error) {
    throw new RunError(`Cannot serve on port ${options.port} of 127.0.0.1`, "Name another one with --port N", error);
  }
  const url = `http://127.0.0.1:${server.port}${path}`;
  host.stdout(`${url}\n`);
  output.say("Ctrl-C stops it");
  if (options.open && !await openInBrowser(host, url)) output.warn("Cannot open a browser: open the address yourself");
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await server.stop();
}

/** What is served: the port and the path that a request has to name, and the page as it is now; null: it is gone. */
export interface Page {
  readonly port: number;
  readonly path: string;
  readonly read: () => string | null;
}

/**
 * The answer to a request. A Host header of another name is refused: a page of another site whose name leads to
 * 127.0.0.1 (DNS rebinding) must not read the dashboard. Nothing but the one page is ever answered.
 */
export function pageAnswer(request: Request, { port, path, read }: Page): Response {
  const named = request.headers.get("host") ?? "";
  if (named !== `127.0.0.1:${port}` && named !== `localhost:${port}`) return refusal(421, "Another host was asked for");
  if (new URL(request.url).pathname !== path) return refusal(404, "There is nothing here");
  if (request.method !== "GET" && request.method !== "HEAD") return refusal(405, "This can only be read");
  const page = read();
  if (page === null) return refusal(404, "The dashboard is gone: make it again with agentpprof run");
  return new Response(request.method === "HEAD" ? null : page, {
    headers: { ...HEADERS, "content-type": "text/html; charset=utf-8" },
  });
}

/** The page says itself what it may load; these say that nobody else may have it, keep it or be told of it. */
const HEADERS: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

function refusal(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { ...HEADERS, "content-type": "text/plain; charset=utf-8" } });
}
