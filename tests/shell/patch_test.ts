import assert from "node:assert/strict";
import { patchPaths } from "../../src/shell/patch.ts";

Deno.test("patchPaths() names the files of an apply_patch text in order", () => {
  const patch = [
    "*** Begin Patch",
    "*** Add File: src/new file.ts",
    "+*** Delete File: not/this.ts",
    "*** Update File: src/a.ts",
    "*** Move to: src/b.ts",
    "@@",
    "-x",
    "+y",
    "*** Delete File: src/old.ts",
    "*** End Patch",
  ].join("\n");
  assert.deepEqual(patchPaths(patch), [
    { path: "src/new file.ts", change: "add" },
    { path: "src/a.ts", change: "update" },
    { path: "src/b.ts", change: "move" },
    { path: "src/old.ts", change: "delete" },
  ]);
});

Deno.test("patchPaths() names the files of a unified diff", () => {
  const diff = [
    "diff --git a/src/a.ts b/src/a.ts",
    "--- a/src/a.ts\t2026-01-01",
    "+++ b/src/a.ts\t2026-01-02",
    "@@ -1,2 +1,2 @@",
    "--- a comment that was removed",
    " +++ b/none.ts",
    "--- /dev/null",
    "+++ b/src/new.ts",
    "--- a/src/gone.ts",
    "+++ /dev/null",
    "rename from src/x.ts",
    "rename to src/y.ts",
  ].join("\r\n");
  assert.deepEqual(patchPaths(diff), [
    { path: "src/a.ts", change: "update" },
    { path: "src/new.ts", change: "add" },
    { path: "src/gone.ts", change: "delete" },
    { path: "src/x.ts", change: "update" },
    { path: "src/y.ts", change: "move" },
  ]);
});

Deno.test("patchPaths() finds none in another text", () => {
  for (const text of ["", "hello", "--- a", "*** Something: x", "+++ b/x"]) assert.deepEqual(patchPaths(text), []);
});
