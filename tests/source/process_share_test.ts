import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno.ts";
import { readFiles } from "../support/read.ts";
import { sharedPath } from "../support/shared.ts";

const folder = sharedPath("real-sessions");

/** What may be said of at most so many of the real tool events is only that something was run. */
const MOST = 0.08;

Deno.test({
  name: "of the tool events of real sessions less than 8 % are `process`",
  ignore: folder === null,
  fn(): void {
    const files = ["codex/sessions", "claude/projects"].flatMap((name) => logsBelow(`${folder}/${name}`));
    const effects = readFiles(denoHost, files).sessions.flatMap(({ toolCalls }) =>
      toolCalls.map(({ effect }) => effect)
    );
    const share = effects.filter((effect) => effect === "process").length / effects.length;
    assert.ok(effects.length > 500 && share < MOST, `${share} of ${effects.length}`);
  },
});

function logsBelow(path: string): readonly string[] {
  return [...Deno.readDirSync(path)].flatMap(({ name, isDirectory }) =>
    isDirectory ? logsBelow(`${path}/${name}`) : name.endsWith(".jsonl") ? [`${path}/${name}`] : []
  );
}
