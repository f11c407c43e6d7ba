/** The short way to a file's summaries gives what the long one gives. */
import assert from "node:assert/strict";
import { denoHost } from "../../src/host/deno.ts";
import { entryOf, partsOf } from "../../src/history/entry.ts";
import { readFile } from "../../src/history/read_file.ts";
import { otherProjects } from "../../src/history/reading.ts";
import { summaryOf } from "../../src/history/summary.ts";
import { joinParts } from "../../src/source/join.ts";
import type { Bill, SessionPart } from "../../src/source/part.ts";
import { SOURCES } from "../../src/source/sources.ts";
import { realLogs } from "../support/logs.ts";

function expectSame(parts: readonly SessionPart[], file: string): void {
  const { sessions, copiesDropped } = joinParts(parts);
  const entry = entryOf(otherProjects(null), parts, "counts");
  const found = { summaries: entry.summaries, copiesDropped: entry.copiesDropped };
  assert.deepEqual(found, { summaries: sessions.map(summaryOf), copiesDropped }, file);
}

for (const { agent } of SOURCES) {
  Deno.test(`what is summed up of a file is what joining it alone gives: ${agent}`, () => {
    for (const path of realLogs(agent)) {
      const job = { path, agent, project: null, sizeBytes: null, from: null };
      const parts = partsOf(readFile(denoHost, job, { wanted: "texts", shell: null }));
      expectSame(parts, path);
      // Whatever is rare: events twice, times that go back, a parent that is itself.
      for (const part of parts) {
        expectSame([{ ...part, prompts: [...part.prompts, ...part.prompts] }], path);
        expectSame([{ ...part, prompts: part.prompts.toReversed(), llmCalls: part.llmCalls.toReversed() }], path);
        const toolCalls = part.toolCalls.toReversed().map((call, at) => at % 3 === 1 ? { ...call, tsMs: null } : call);
        expectSame([{ ...part, toolCalls }], path);
        expectSame([{ ...part, toolCalls: [...part.toolCalls, ...part.toolCalls.slice(0, 1)] }], path);
        const bill: Bill = { counterMs: null, ranMs: null, tsMs: null, nextMs: null, tokens: [["m", 1_000_000]] };
        expectSame([{ ...part, parentId: part.id, bills: [bill] }], path);
        const nextMs = part.llmCalls[part.llmCalls.length >> 1]?.tsMs ?? null;
        expectSame([{ ...part, bills: [{ ...bill, nextMs }] }], path);
      }
    }
  });
}
