// First of all packages: Deno 2.9 loses preact, of which this is a peer, where preact is met before it in a part of the
// program that is loaded later, and no lock file tells their versions.
import "preact-render-to-string";
import type { Report } from "../profile/report.ts";
import { commandBarsSvg } from "./charts/command_bars.ts";
import { tagBarsSvg } from "./charts/tag_bars.ts";
import { timelineSvg } from "./charts/timeline.ts";
import { dashboardHtml } from "./dashboard/dashboard.tsx";
import { flamegraphSvg } from "./flamegraph/svg_file.ts";
import { foldedText } from "./folded.ts";
import { type Facts, factsOf } from "./facts.ts";
import { CAPTIONS, profileOf, type Profiles, type ViewName } from "./captions.ts";

/** One file of a report, with the key under which the report's `artifacts` names it. */
type Artifact =
  & { readonly key: string; readonly file: string }
  & (
    | { readonly kind: "folded" | "flamegraph"; readonly view: ViewName }
    | { readonly kind: "chart"; readonly draw: (facts: Facts) => string }
    | { readonly kind: "dashboard" | "tag_cache" }
  );

const TABLE: readonly Artifact[] = [
  { key: "tag_cache", file: "tags.json", kind: "tag_cache" },
  { key: "semantic_system_folded", file: "semantic-system.folded.txt", kind: "folded", view: "semantic-system" },
  { key: "semantic_token_folded", file: "semantic-token.folded.txt", kind: "folded", view: "semantic-token" },
  {
    key: "nonsemantic_system_folded",
    file: "nonsemantic-system.folded.txt",
    kind: "folded",
    view: "nonsemantic-system",
  },
  { key: "session_system_folded", file: "session-system.folded.txt", kind: "folded", view: "session-system" },
  { key: "prompt_system_folded", file: "prompt-system.folded.txt", kind: "folded", view: "prompt-system" },
  { key: "session_token_folded", file: "session-token.folded.txt", kind: "folded", view: "session-token" },
  { key: "prompt_token_folded", file: "prompt-token.folded.txt", kind: "folded", view: "prompt-token" },
  { key: "llm_token_folded", file: "llm-token.folded.txt", kind: "folded", view: "llm-token" },
  { key: "dashboard", file: "index.html", kind: "dashboard" },
  { key: "system_flamegraph", file: "system-flamegraph.svg", kind: "flamegraph", view: "semantic-system" },
  { key: "token_flamegraph", file: "token-flamegraph.svg", kind: "flamegraph", view: "semantic-token" },
  { key: "session_system", file: "session-system.svg", kind: "flamegraph", view: "session-system" },
  { key: "prompt_system", file: "prompt-system.svg", kind: "flamegraph", view: "prompt-system" },
  { key: "session_token", file: "session-token.svg", kind: "flamegraph", view: "session-token" },
  { key: "prompt_token", file: "prompt-token.svg", kind: "flamegraph", view: "prompt-token" },
  { key: "llm_token", file: "llm-token.svg", kind: "flamegraph", view: "llm-token" },
  { key: "tag_bars", file: "tag-bars.svg", kind: "chart", draw: tagBarsSvg },
  { key: "command_bars", file: "command-bars.svg", kind: "chart", draw: commandBarsSvg },
  { key: "timeline", file: "timeline.svg", kind: "chart", draw: timelineSvg },
];

/** The report's member `artifacts`: file name by key (contract §6). */
export const ARTIFACTS: Readonly<Record<string, string>> = Object.fromEntries(
  TABLE.map(({ key, file }) => [key, file]),
);

/**
 * Text by file name of everything that is drawn from a report and its profiles: all files of contract §5 but
 * `agentpprof.json` and `tags.json`. Throws where the profile of a view is missing.
 */
export function renderArtifacts(report: Report, profiles: Profiles): Map<string, string> {
  const files = new Map<string, string>();
  const facts = factsOf(report);
  for (const artifact of TABLE) {
    const text = artifactText(artifact, report, facts, profiles);
    if (text !== null) files.set(artifact.file, text);
  }
  return files;
}

/** null for the tag cache, which is not drawn but kept. */
function artifactText(artifact: Artifact, report: Report, facts: Facts, profiles: Profiles): string | null {
  switch (artifact.kind) {
    case "folded":
      return foldedText(profileOf(profiles, artifact.view));
    case "flamegraph":
      return flamegraphSvg({ ...CAPTIONS[artifact.view], profile: profileOf(profiles, artifact.view) });
    case "chart":
      return artifact.draw(facts);
    case "dashboard":
      return dashboardHtml(report, facts);
    case "tag_cache":
      return null;
    default:
      return artifact satisfies never;
  }
}
