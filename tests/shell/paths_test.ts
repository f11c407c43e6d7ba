import assert from "node:assert/strict";
import { baseName, resolvePath } from "../../src/shell/paths.ts";

const CWD = "/home/dev/app";
const HOME = "/home/dev";

const RESOLVED: readonly (readonly [path: string, resolved: string | null])[] = [
  ["src/a.ts", "/home/dev/app/src/a.ts"],
  ["./src//x/../a.ts", "/home/dev/app/src/a.ts"],
  ["../lib/a.ts", "/home/dev/lib/a.ts"],
  ["../../../../../x", "/x"],
  [".", "/home/dev/app/"],
  ["src/", "/home/dev/app/src/"],
  ["/etc/hosts", "/etc/hosts"],
  ["/", "/"],
  ["~", "/home/dev"],
  ["~/notes.md", "/home/dev/notes.md"],
  ["~other/notes.md", null],
  ['"with space/a.ts"', "/home/dev/app/with space/a.ts"],
  ["'a.ts'", "/home/dev/app/a.ts"],
  ["file:///home/dev/a%20b.ts", "/home/dev/a b.ts"],
  ["file://localhost/etc/hosts", "/etc/hosts"],
  ["file:///C:/work/a.ts", "C:/work/a.ts"],
  ["C:\\work\\.\\src\\..\\a.ts", "C:/work/a.ts"],
  ["c:/work/a.ts", "C:/work/a.ts"],
  ["\\\\server\\share\\dir\\a.ts", "//server/share/dir/a.ts"],
  ["src\\a.ts", "/home/dev/app/src/a.ts"],
  ["", null],
  ["a\nb", null],
  ["a\0b", null],
];

Deno.test("resolvePath() makes a path absolute and normal", () => {
  for (const [path, resolved] of RESOLVED) assert.equal(resolvePath(path, CWD, HOME), resolved, path);
});

Deno.test("resolvePath() says nothing of a relative path without a folder, or of a home that is not known", () => {
  assert.equal(resolvePath("src/a.ts", null, HOME), null);
  assert.equal(resolvePath("~/a.ts", CWD, null), null);
  assert.equal(resolvePath("/a.ts", null, null), "/a.ts");
});

Deno.test("resolvePath() resolves against folders of Windows and against file URLs", () => {
  assert.equal(resolvePath("src\\a.ts", "C:\\work\\app", null), "C:/work/app/src/a.ts");
  assert.equal(resolvePath("..\\a.ts", "C:/work/app", null), "C:/work/a.ts");
  assert.equal(resolvePath("a.ts", "file:///home/dev/app", null), "/home/dev/app/a.ts");
});

Deno.test("resolvePath() knows a drive as Git's bash writes it, where the working directory is on one", () => {
  assert.equal(
    resolvePath("/c/Users/zelda/proj/src/a.ts", "C:/Users/zelda/proj", null),
    "C:/Users/zelda/proj/src/a.ts",
  );
  assert.equal(resolvePath("/d/", "C:\\work", null), "D:/");
  assert.equal(resolvePath("~/a.ts", "C:\\work", "/c/Users/zelda"), "C:/Users/zelda/a.ts");
  assert.equal(resolvePath("a.ts", "/c/work", "C:\\Users\\zelda"), "C:/work/a.ts");
  assert.equal(resolvePath("/tmp/a.ts", "C:/work", null), "/tmp/a.ts");
  assert.equal(resolvePath("/c/a.ts", "/home/dev", "/home/dev"), "/c/a.ts");
});

Deno.test("baseName() is the last part of a path of either system", () => {
  for (const path of ["/usr/bin/node", "C:\\bin\\node", "./node", "node", "bin/node/"]) {
    assert.equal(baseName(path), "node");
  }
});
