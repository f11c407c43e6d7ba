import assert from "node:assert/strict";
import { allOf, flagsOf, netOf, NO_POWER, PermissionError } from "../../src/host/power.ts";

Deno.test("allOf() names each thing once and leaves out what is in a folder that is named", () => {
  const power = allOf(
    { read: ["/home/ada/a/b", "/home/ada/a", "/home/ada/ab"], env: ["HOME"] },
    { read: ["/home/ada/a/b"], env: ["HOME"], write: ["/"], net: ["127.0.0.1:80"] },
    { write: ["/tmp/x"] },
  );
  assert.deepEqual(power, {
    read: ["/home/ada/a", "/home/ada/ab"],
    write: ["/"],
    net: ["127.0.0.1:80"],
    env: ["HOME"],
    run: [],
  });
});

Deno.test("flagsOf() names the folder above a path with a comma, which no flag can name", () => {
  assert.deepEqual(flagsOf({ ...NO_POWER, read: ["/a/b, c/d", "/e"], write: ["/,"] }), [
    "--allow-read=/a,/e",
    "--allow-write=/",
  ]);
});

const ADDRESSES: readonly (readonly [url: string, net: string])[] = [
  ["http://127.0.0.1:8080", "127.0.0.1:8080"],
  ["http://localhost/v1", "localhost:80"],
  ["https://user:key@llama.example.org", "llama.example.org:443"],
  ["http://[::1]:8080", "[::1]:8080"],
];
for (const [url, net] of ADDRESSES) {
  Deno.test(`netOf() of ${url} is ${net}`, () => assert.equal(netOf(url), net));
}

Deno.test("PermissionError says what is missing and what to add", () => {
  const { message, hint } = new PermissionError({ ...NO_POWER, read: ["/a"], env: ["HOME", "TMP"] });
  assert.equal(message, `Permission missing: to read "/a"; to read the environment's "HOME", "TMP"`);
  assert.equal(hint, "Add: --allow-read=/a --allow-env=HOME,TMP");
});
