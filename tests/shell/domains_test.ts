import assert from "node:assert/strict";
import { bareHost, domainsOf } from "../../src/shell/domains.ts";

const HOSTS: readonly (readonly [text: string, hosts: readonly string[]])[] = [
  ["https://Example.COM:8443/a?b#c", ["example.com"]],
  ["https://user:p@ss@host.example/x", ["host.example"]],
  ["postgres://orbit:secret@db.internal.example:5432/orbit", ["db.internal.example"]],
  ["see http://a.example and https://b.example.", ["a.example", "b.example"]],
  ["git@github.com:acme/widgets.git", ["github.com"]],
  ["git+ssh://git@gitlab.example/x.git", ["gitlab.example"]],
  ["http://[::1]:8080/", ["::1"]],
  ["http://127.0.0.1:4141/x", ["127.0.0.1"]],
  ["https://$HOST/x", []],
  ["https://", []],
  ["foo.ts src/a.b.ts C:/x/y std::fs mailto:a@b.example 12:30", []],
  ["a@b", []],
  ["file:///etc/hosts", []],
];

Deno.test("domainsOf() finds the hosts of URLs and remotes, and no others", () => {
  for (const [text, hosts] of HOSTS) assert.deepEqual(domainsOf(text), hosts, text);
});

Deno.test("domainsOf() names each host once and at most 8", () => {
  const urls = Array.from({ length: 20 }, (_, at) => `https://h${at}.example/`);
  assert.equal(domainsOf(urls).length, 8);
  assert.deepEqual(domainsOf(["https://a.example/1", "https://A.example/2"]), ["a.example"]);
});

Deno.test("bareHost() takes an argument for a host only where it can be nothing else", () => {
  const hosts = {
    "localhost:3000/api": "localhost",
    "example.com/a": "example.com",
    "10.0.0.1": "10.0.0.1",
    "dev@example.com": "example.com",
  };
  for (const [text, host] of Object.entries(hosts)) assert.equal(bareHost(text), host);
  for (const text of ["orders", "-s", "a/b.ts", ""]) assert.equal(bareHost(text), null, text);
});
