import type { Command } from "commander";
import * as z from "zod";
import type { Host } from "../host/host.ts";
import { allOf, type Power } from "../host/power.ts";
import { dirName, joinPath } from "../source/path.ts";
import type { Cli } from "./cli.ts";
import { RunError, UsageError } from "./errors.ts";
import { GROUPS, withExamples } from "./help.ts";
import { withNeeds } from "./needs.ts";
import { reportFolder } from "./report_folder.ts";

/** `agentpprof open`: the dashboard in the user's browser. */
export function add(tree: Command, { host, output }: Cli): void {
  const command = withExamples(tree.command("open").description("Show the dashboard in the browser"), [
    ["agentpprof open", "the report of the project in this folder"],
    ["agentpprof open --out week", "the report in the folder week"],
  ]);
  withNeeds(withReport(command), openNeeds).action(async (given) => {
    const path = requireDashboard(host, reportSchema.parse(given));
    const url = fileUrl(path);
    if (!await openInBrowser(host, url)) {
      throw new RunError(
        "Cannot open a browser",
        `Open this yourself: ${url}\nOr where a browser may not open files: ${serveLine(dirName(path))}`,
      );
    }
    output.say(`opened ${url}`);
  });
}

/** What `open` needs of the machine. */
function openNeeds(host: Host, given: unknown): Power {
  return allOf(dashboardNeeds(host, given), { run: [openerOf(host)] });
}

/** What it takes to read the dashboard that `withReport` is about. */
export function dashboardNeeds(host: Host, given: unknown): Power {
  return allOf({ read: [dashboardPath(host, reportSchema.parse(given))] });
}

/** Adds the options that say which report is meant: `open` and `serve` share them. */
export function withReport(command: Command): Command {
  return command
    .optionsGroup(GROUPS.report)
    .option("--project-root <DIR>", "the project whose report is wanted", ".")
    .option("--out <DIR>", "the folder of the report (default: <project-root>/.agentsight/agentpprof/latest)");
}

/** The options of `withReport`, as commander hands them over. */
export const reportSchema = z.object({ projectRoot: z.string(), out: z.string().optional() });

/** The path of a dashboard that is there. Throws `UsageError` where there is none. */
export function requireDashboard(host: Host, options: z.infer<typeof reportSchema>): string {
  const path = dashboardPath(host, options);
  if (host.stat(path)?.isFile !== true) {
    throw new UsageError(
      `Cannot find a dashboard: expected "${path}"`,
      "Make one with: agentpprof run\nOr name the folder of a report with --out DIR",
    );
  }
  return path;
}

function dashboardPath(host: Host, options: z.infer<typeof reportSchema>): string {
  return joinPath(reportFolder(host, options), "index.html");
}

/** What serves the dashboard of a report's folder. */
export function serveLine(folder: string): string {
  return `agentpprof serve --out "${folder}"`;
}

/** Opens an address in the user's browser; whether that went well, as far as can be told. */
export async function openInBrowser(host: Host, url: string): Promise<boolean> {
  const [program, ...args] = openerWords(host);
  return program !== undefined && await host.launch(program, [...args, url]);
}

/** The program that opens an address in the user's browser. */
export function openerOf(host: Host): string {
  return openerWords(host)[0] ?? "";
}

function openerWords(host: Host): readonly string[] {
  const named = host.env("BROWSER") ?? "";
  return named !== "" ? [named] : OPENERS[host.platform];
}

/** What opens an address on each platform: xdg-utils, open(1), and the handler that `start` uses, without a shell. */
const OPENERS: Readonly<Record<Host["platform"], readonly string[]>> = {
  linux: ["xdg-open"],
  darwin: ["open"],
  windows: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** The address of an absolute path. */
export function fileUrl(path: string): string {
  const parts = path.split("/").map((part, index) =>
    index === 0 && /^[A-Za-z]:$/.test(part) ? `/${part}` : encodeURIComponent(part)
  );
  return `file://${parts.join("/")}`;
}
