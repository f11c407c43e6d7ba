import assert from "node:assert/strict";
import { assertGolden } from "../support/golden.ts";
import { bundle, sourceText, textModule } from "../support/embedded.ts";

const EMBEDDED = [
  { source: "src/render/dashboard/dashboard.css", name: "DASHBOARD_CSS", textOf: sourceText },
  { source: "src/render/dashboard/loader.ts", name: "LOADER_JS", textOf: bundle },
  { source: "src/render/dashboard/client.tsx", name: "CLIENT_JS", textOf: bundle },
  { source: "src/render/flamegraph/flame.css", name: "FLAME_CSS", textOf: sourceText },
  { source: "src/render/flamegraph/svg_client.ts", name: "SVG_CLIENT_JS", textOf: bundle },
];

for (const { source, name, textOf } of EMBEDDED) {
  const copy = source.replace(/\.(\w+)$/, (_, ending: string) => `_${ending === "css" ? "css" : "js"}.ts`);
  Deno.test(`${copy} holds ${source}, and nothing that would end its element in a page`, () => {
    const text = textOf(source);
    assert.doesNotMatch(text, /<\/(?:script|style)|<!--/i);
    assertGolden(copy, textModule(source.slice(source.lastIndexOf("/") + 1), name, text));
  });
}
