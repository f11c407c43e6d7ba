import { equal } from "node:assert/strict";
import { fileOf, happened, hostOf, isAddress } from "../../src/snapshot/effects.ts";
import { CWD } from "./sample.ts";

for (
  const [target, expected] of [
    [`${CWD}/src/a.ts`, `${CWD}/src/a.ts`],
    [`${CWD}/src/../lib//b.ts`, `${CWD}/lib/b.ts`],
    [`${CWD}/lib/b.ts`, `${CWD}/lib/b.ts`],
    [`${CWD}/etc/app.conf`, `${CWD}/etc/app.conf`],
    [`${CWD}/.env`, `${CWD}/.env`],
    ["/tmp/out.txt", "/tmp/out.txt"],
    ["/home/dev/notes.md", "/home/dev/notes.md"],
    ["C:\\work\\a.ts", "C:/work/a.ts"],
    [`${CWD}/node_modules/x/index.js`, null],
    [`${CWD}/.git/index`, null],
    [`${CWD}/app/__pycache__/a.pyc`, null],
    [`${CWD}/build/native.so.1`, null],
    ["/proc/self/status", null],
    ["/sys/fs/cgroup", null],
    ["/dev/null", null],
    ["/usr/lib/x86_64-linux-gnu/libc.so.6", null],
    ["/lib64/ld-linux-x86-64.so.2", null],
    ["/usr/share/locale/locale.alias", null],
    ["/usr/local/lib/node_modules/npm/package.json", null],
    ["/usr/bin/npm", null],
    ["/bin/sh", null],
    ["/etc/ld.so.cache", null],
    ["/home/dev/.npm/_logs/1.log", null],
    ["/home/dev/.cache/pip/x", null],
    ["/home/dev/.bashrc", null],
    ["/home/dev/.gitconfig", null],
    ["C:\\Windows\\System32\\ntdll.dll", null],
    ["src/a.ts", null],
    ["pipe:[123]", null],
    ["", null],
    [null, null],
    ["/a\nb", null],
    ["/" + "a".repeat(5000), null],
  ] as const
) {
  Deno.test(`fileOf() makes ${JSON.stringify(expected)} of ${JSON.stringify(target?.slice(0, 60) ?? null)}`, () => {
    equal(fileOf(target, CWD), expected);
  });
}

Deno.test("fileOf() takes a project in a system's folder for a project", () => {
  equal(fileOf("/var/lib/ci/app/src/a.ts", "/var/lib/ci/app"), "/var/lib/ci/app/src/a.ts");
  equal(fileOf("/var/lib/ci/app/src/a.ts", "/"), null);
  equal(fileOf("/var/lib/ci/app/src/a.ts", null), null);
});

for (
  const [target, expected] of [
    ["API.Example.com:443", "api.example.com"],
    ["https://me:secret@example.com/path?x=1", "example.com"],
    ["localhost:4141", "localhost"],
    ["127.0.0.1:4141", "127.0.0.1"],
    ["[::1]:4141", "::1"],
    ["fe80::1", "fe80::1"],
    ["example.com.", "example.com"],
    ["10.0.0.2:53", null],
    ["", null],
    [":443", null],
    ["socket:[123]", null],
    ["a b", "a"],
    ["a..b", null],
    ["/run/docker.sock", null],
    [null, null],
  ] as const
) {
  Deno.test(`hostOf() makes ${JSON.stringify(expected)} of ${JSON.stringify(target)}`, () => {
    equal(hostOf(target), expected);
  });
}

Deno.test("isAddress() tells numbers from names", () => {
  equal(["127.0.0.1", "::1", "localhost", "1.example"].map(isAddress).join(), "true,true,false,false");
});

Deno.test("happened() is true of all but what failed", () => {
  equal(
    ["success", "observed", null, "failure", "ERROR", "denied"].map(happened).join(),
    "true,true,true,false,false,false",
  );
});
