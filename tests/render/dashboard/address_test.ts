import assert from "node:assert/strict";
import { type Address, addressText, parseAddress, START } from "../../../src/render/dashboard/address.ts";

const ADDRESSES: readonly (readonly [string, Address])[] = [
  ["all", START],
  ["session=auth&prompt=debug", { ...START, selection: { session: "auth", prompt: "debug" } }],
  ["call=fix&open=019ec5.615ab", { ...START, selection: { call: "fix" }, open: "019ec5.615ab" }],
  ["order=most+tokens&words=prompt", { ...START, order: "most tokens", division: "prompt" }],
  ["tokens=find%3Dkind%253Ainput", { ...START, flames: { tokens: "find=kind%3Ainput" } }],
  ["prompt=%26%3D%23%F0%9F%99%82", { ...START, selection: { prompt: "&=#🙂" } }],
];

for (const [text, address] of ADDRESSES) {
  Deno.test(`parseAddress() and addressText() agree on ${text}`, () => {
    assert.equal(addressText(address), text);
    assert.deepEqual(parseAddress(`#${text}`), address);
  });
}

Deno.test("parseAddress() takes what it does not know as the start", () => {
  assert.deepEqual(parseAddress("#order=worst&words=none&prompt=&other=1"), START);
});
