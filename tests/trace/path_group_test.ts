import assert from "node:assert/strict";
import fc from "fast-check";
import { knownFile, pathGroup, type ProjectPlace } from "../../src/trace/path_group.ts";

const ROOT = "/home/dev/work/app";
const PLACE: ProjectPlace = {
  roots: [ROOT, "/home/dev/work/app-hotfix"],
  home: "/home/dev",
  tempDirs: ["/scratch/tmp"],
  caseInsensitive: false,
};

const INSIDE: readonly (readonly [path: string, group: string])[] = [
  ["", "."],
  ["/", "."],
  ["/README.md", "README.md"],
  ["/Makefile", "Makefile"],
  ["/.env.local", ".env.local"],
  ["/src", "src"],
  ["/src/", "src"],
  ["/src/a.ts", "src"],
  ["/src/Makefile", "src"],
  ["/src/.eslintrc", "src"],
  ["/src/api", "src/api"],
  ["/src/api/", "src/api"],
  ["/src/api/a.ts", "src/api"],
  ["/src/api/deep/er/a.ts", "src/api"],
  ["/src/v1.2/a.ts", "src/v1.2"],
  ["/src/conf.d", "src/conf.d"],
  ["/src/notes.2024", "src"],
  ["/src/v1.2", "src/v1.2"],
  ["/src/python3.12", "src/python3.12"],
  ["/src//secretfile", "src"],
  ["/src/api//conf.d", "src/api"],
  ["//secretfile", "secretfile"],
  ["/src/app/users/list.ts", "src/app/users"],
  ["/src/app/page.tsx", "src/app"],
  ["/src/main/java/com/x/Y.java", "src/main/java"],
  ["/app/src/main/A.kt", "app/src/main"],
  ["/packages/core/src/deep/x.ts", "packages/core/src"],
  ["/packages/core/x.ts", "packages/core"],
  ["/packages/core", "packages/core"],
  ["/packages", "packages"],
  ["/crates/engine/src/lib.rs", "crates/engine/src"],
  ["/.github/workflows/ci.yml", ".github/workflows"],
  ["/.github/dependabot.yml", ".github"],
  ["/.github", ".github"],
  ["/docs/v2/Dockerfile", "docs/v2"],
];

Deno.test("pathGroup() is the first folders of the file's path in the project", () => {
  for (const [path, group] of INSIDE) assert.equal(pathGroup(ROOT + path, PLACE), group, path);
});

Deno.test("pathGroup() gives a worktree's file the group that it has in the project", () => {
  assert.equal(pathGroup("/home/dev/work/app-hotfix/src/a.ts", PLACE), "src");
});

Deno.test("knownFile() tells a file whose name does not say so", () => {
  const files = [
    "/w/src/secretfile",
    "/w/src//secretfile",
    "/w/src/a.ts",
    "/w/src/",
    "C:/w/conf.d",
    "/x",
    "//server/x/y",
  ];
  assert.deepEqual(files.map(knownFile), [
    "/w/src//secretfile",
    "/w/src//secretfile",
    "/w/src/a.ts",
    "/w/src/",
    "C:/w//conf.d",
    "/x",
    "//server/x//y",
  ]);
  assert.equal(pathGroup(knownFile("/home/other/secretfile"), PLACE), "external/home");
  assert.equal(pathGroup(knownFile("/tmp/secretfile"), PLACE), "external/tmp");
});

const OUTSIDE: readonly (readonly [path: string, bucket: string])[] = [
  ["/tmp/x/y.ts", "tmp"],
  ["/private/var/folders/ab/x", "tmp"],
  ["/scratch/tmp/a", "tmp"],
  ["C:/Users/dev/AppData/Local/Temp/x", "tmp"],
  ["/home/dev/.cache/pip/x", "cache"],
  ["/home/dev/.npm/_logs/x.log", "cache"],
  ["/Users/dev/Library/Caches/x", "cache"],
  ["/usr/lib/node_modules/x/a.js", "cache"],
  ["/home/dev", "home"],
  ["/home/dev/work/app2/src/a.ts", "home"],
  ["/home/other/x", "home"],
  ["C:/Users/dev/notes.md", "home"],
  ["/etc/hosts", "system"],
  ["/usr/bin/env", "system"],
  ["C:/Windows/System32/x.dll", "system"],
  ["/", "system"],
  ["/srv/data/x", "other"],
  ["D:/data/x", "other"],
  ["//server/share/x", "other"],
];

Deno.test("pathGroup() names nothing outside the project but the bucket", () => {
  for (const [path, bucket] of OUTSIDE) assert.equal(pathGroup(path, PLACE), `external/${bucket}`, path);
});

Deno.test("pathGroup() follows the platform in telling upper from lower case", () => {
  assert.equal(pathGroup("/Home/Dev/Work/App/src/a.ts", { ...PLACE, caseInsensitive: true }), "src");
  assert.equal(pathGroup("/Home/Dev/Work/App/src/a.ts", PLACE), "external/home");
  const windows = { roots: ["C:\\work\\app"], home: null, tempDirs: [], caseInsensitive: true };
  assert.equal(pathGroup("c:/Work/App/src/api/a.ts", windows), "src/api");
  assert.equal(pathGroup("c:/Work/App/src/api/a.ts", { ...windows, caseInsensitive: false }), "src/api");
});

Deno.test("pathGroup() takes the innermost root", () => {
  const nested = { ...PLACE, roots: [ROOT, `${ROOT}/.worktrees/fix`] };
  assert.equal(pathGroup(`${ROOT}/.worktrees/fix/src/a.ts`, nested), "src");
});

Deno.test("pathGroup() has at most three folders and no empty part, whatever the path", () => {
  fc.assert(fc.property(fc.array(fc.string({ maxLength: 12 }), { maxLength: 8 }), (parts) => {
    const group = pathGroup(`${ROOT}/${parts.join("/")}`, PLACE);
    assert.ok(group.length > 0 && group.split("/").length <= 3 && !group.split("/").includes(""), group);
  }));
});

Deno.test("a root above all homes shows no user's name", () => {
  for (
    const [root, path] of [["/", "/home/anna/a.ts"], ["/", "/root/notes/a.md"], ["/home", "/home/anna/src/a.ts"], [
      "/Users",
      "/Users/anna/a.ts",
    ]] as const
  ) {
    assert.equal(pathGroup(path, { ...PLACE, roots: [root] }), "external/home", `${root} ${path}`);
  }
  assert.equal(pathGroup("/app/src/a.ts", { ...PLACE, roots: ["/"] }), "app/src");
  assert.equal(pathGroup("/root/src/api/a.ts", { ...PLACE, roots: ["/root"] }), "src/api");
});
