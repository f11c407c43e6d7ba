/**
 * `deno task documents`: the parts of `docs/` that are made by the program itself: the help of every command, and the
 * pictures of the tour, from the report of `examples/` that stands beside them. Tests hold them against what it makes now.
 *
 * The report itself was made by a real model; `deno task demo --out docs/tour` asks one again.
 */
import { commandsOf } from "../src/cli/command_table.ts";
import { wholeTree } from "../src/cli/program.ts";
import { denoHost } from "../src/host/deno.ts";
import { reportSchema } from "../src/profile/report.ts";
import { renderArtifacts } from "../src/render/artifacts.ts";
import { projectViews } from "../src/view/views.ts";

const ROOT = new URL("../", import.meta.url);

/** Files of a report that the tour shows. */
const PICTURES = ["token-flamegraph.svg", "system-flamegraph.svg", "tag-bars.svg"];

/** Text by path from the project's root of every document that is made. */
export async function documents(): Promise<ReadonlyMap<string, string>> {
  const report = reportSchema.parse(JSON.parse(Deno.readTextFileSync(new URL("docs/tour/agentpprof.json", ROOT))));
  const files = renderArtifacts(report, projectViews(report.sessions));
  const pictures = PICTURES.map((name) => [`docs/tour/${name}`, files.get(name) ?? ""] as const);
  return new Map([["docs/commands.md", await commandsText()], ...pictures]);
}

async function commandsText(): Promise<string> {
  const parts = commandsOf(await wholeTree(denoHost)).map(({ name, command }) =>
    `## agentpprof${name === "" ? "" : ` ${name}`}\n\n\`\`\`text\n${command.helpInformation().trimEnd()}\n\`\`\`\n`
  );
  return `# Commands\n\nWhat \`--help\` prints; made by \`deno task documents\`.\n\n${parts.join("\n")}`;
}

if (import.meta.main) {
  for (const [path, text] of await documents()) {
    Deno.writeTextFileSync(new URL(path, ROOT), text);
    console.log(`wrote ${path}`);
  }
}
