import assert from "node:assert/strict";
import { ARTIFACTS, renderArtifacts } from "../../src/render/artifacts.ts";
import { emptyReport, sampleReport } from "../support/sample_report.ts";
import { assertWellFormed, withoutScripts } from "../support/well_formed.ts";

/** Contract §5, without what is not drawn. */
const FILES = [
  "command-bars.svg",
  "index.html",
  "llm-token.folded.txt",
  "llm-token.svg",
  "nonsemantic-system.folded.txt",
  "prompt-system.folded.txt",
  "prompt-system.svg",
  "prompt-token.folded.txt",
  "prompt-token.svg",
  "semantic-system.folded.txt",
  "semantic-token.folded.txt",
  "session-system.folded.txt",
  "session-system.svg",
  "session-token.folded.txt",
  "session-token.svg",
  "system-flamegraph.svg",
  "tag-bars.svg",
  "timeline.svg",
  "token-flamegraph.svg",
];

/** Contract §6, in its order. */
const KEYS = "tag_cache semantic_system_folded semantic_token_folded nonsemantic_system_folded session_system_folded " +
  "prompt_system_folded session_token_folded prompt_token_folded llm_token_folded dashboard system_flamegraph " +
  "token_flamegraph session_system prompt_system session_token prompt_token llm_token tag_bars command_bars timeline";

Deno.test("renderArtifacts() draws every file of the contract, and ARTIFACTS names them and the tag cache", () => {
  const { report, profiles } = sampleReport();
  assert.deepEqual([...renderArtifacts(report, profiles).keys()].sort(), FILES);
  assert.deepEqual(Object.keys(ARTIFACTS), KEYS.split(" "));
  assert.deepEqual(Object.values(ARTIFACTS).sort(), [...FILES, "tags.json"].sort());
});

Deno.test("renderArtifacts() gives equal bytes for equal input", () => {
  const { report, profiles } = sampleReport();
  assert.deepEqual(
    renderArtifacts(structuredClone(report), structuredClone(profiles)),
    renderArtifacts(report, profiles),
  );
});

Deno.test("renderArtifacts() draws each view into its own folded file", () => {
  const { report, profiles } = sampleReport();
  const files = renderArtifacts(report, profiles);
  for (const [view, profile] of Object.entries(profiles)) {
    const lines = files.get(`${view}.folded.txt`)?.split("\n").slice(0, -1) ?? [];
    assert.equal(lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" "))), 0), profile.total, view);
  }
});

Deno.test("renderArtifacts() draws pictures and a page of nothing, too", () => {
  const { report, profiles } = emptyReport();
  for (const [file, text] of renderArtifacts(report, profiles)) {
    if (file.endsWith(".txt")) assert.equal(text, "", file);
    else assertWellFormed(withoutScripts(text));
  }
});
