import assert from "node:assert/strict";
import fc from "fast-check";
import { cutTree } from "../../src/source/cuts.ts";
import { FIND_SLACK_BYTES, newFinder } from "../../src/source/find.ts";
import { Skeleton } from "../../src/source/skeleton.ts";

const encoder = new TextEncoder();
const finder = newFinder();

/** What a skeleton leaves of a text that comes in pieces of a size. */
function skeletonOf(json: string, cuts: Readonly<Record<string, number>>, pieceBytes = Infinity): string {
  const bytes = encoder.encode(json);
  finder.reserve(bytes.length + FIND_SLACK_BYTES);
  const skeleton = new Skeleton(finder, cutTree(cuts));
  skeleton.begin(0);
  let end = 0;
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, Math.min(bytes.length, at + pieceBytes));
    finder.bytes().set(piece, end);
    end = skeleton.read(end, end + piece.length);
  }
  return new TextDecoder().decode(finder.bytes().subarray(0, end));
}

Deno.test("find() answers what indexOf() answers, and the end where there is none", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(60), fc.nat(100), fc.nat(255), (bytes, a, b, byte) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      finder.bytes().fill(byte, 0, 200).set(bytes, 0);
      const at = finder.bytes().subarray(0, to).indexOf(byte, from);
      assert.equal(finder.find(from, to, byte), at < 0 ? to : at);
    }),
  );
});

Deno.test("Skeleton cuts what is below a path, and nothing else", () => {
  const long = "x".repeat(50);
  const record = { a: long, b: { c: [long, { d: long }], e: long }, f: [{ g: long }], c: long };
  assert.deepEqual(JSON.parse(skeletonOf(JSON.stringify(record), { "b.c": 3, "f.g": 0 })), {
    a: long,
    b: { c: ["xxx", { d: "xxx" }], e: long },
    f: [{ g: "" }],
    c: long,
  });
});

Deno.test("Skeleton takes of two paths the longer", () => {
  const record = { a: { b: "12345", c: "12345" } };
  assert.deepEqual(JSON.parse(skeletonOf(JSON.stringify(record), { "a": 2, "a.b": 4 })), { a: { b: "1234", c: "12" } });
});

Deno.test("Skeleton reads JSON with spaces and line ends between its parts", () => {
  const json = JSON.stringify({ a: { b: "12345", c: ["12345"] }, d: 1 }, null, 2);
  assert.deepEqual(JSON.parse(skeletonOf(json, { "a": 2 })), { a: { b: "12", c: ["12"] }, d: 1 });
});

Deno.test("Skeleton never halves an escape", () => {
  for (const text of ['\\"', "\\\\", "\u001b[31m", "\ud83d\ude00 \ud83d", 'a\\\\"b', '"\\"\\\\\n\t\u0000', "\\u0041"]) {
    for (const spelled of [JSON.stringify(text), escapedWhole(text)]) {
      for (let keep = 0; keep <= spelled.length; keep++) {
        const { a, b } = JSON.parse(skeletonOf(`{"a":${spelled},"b":1}`, { a: keep }));
        assert.ok(text.startsWith(a.replace(/\ufffd$/, "")), `${spelled} cut at ${keep}: ${JSON.stringify(a)}`);
        assert.equal(b, 1);
      }
    }
  }
});

/** The text as JSON with each unit spelled as `\uXXXX`. */
function escapedWhole(text: string): string {
  return `"${text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

Deno.test("Skeleton cut inside a letter of several bytes leaves JSON", () => {
  for (let keep = 0; keep < 12; keep++) {
    assert.equal(JSON.parse(skeletonOf('{"a":"ä—😀ß","b":1}', { a: keep })).b, 1);
  }
});

Deno.test("Skeleton leaves a torn text torn", () => {
  const json = JSON.stringify({ a: "x".repeat(40) + '"\\', b: [1, "y"] });
  for (let length = 1; length < json.length; length++) {
    assert.throws(() => JSON.parse(skeletonOf(json.slice(0, length), { a: 5 })), SyntaxError);
  }
});

Deno.test("Skeleton reads a text that is 10,000 deep", () => {
  const json = '{"a":['.repeat(5000) + '"12345"' + "]}".repeat(5000);
  assert.ok(skeletonOf(json, { "a": 2 }).includes('["12"]'));
});

Deno.test("Skeleton gives the same in any pieces, and what it keeps is the head of what was there", () => {
  const cuts = { "a": 4, "b.a": 7, "": 3 };
  // One name alone that is escaped: of two, V8's JSON.parse takes one for the other where objects follow one another.
  const name = fc.constantFrom("a", "b", "", "\\", "ä");
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: "small" },
      fc.string({ unit: fc.constantFrom("a", '"', "\\", "\n", "ä", "😀", "\u0000", ",", "{") }),
      fc.double({ noNaN: true }),
      fc.constantFrom(null, true),
      fc.array(tie("any")),
      fc.dictionary(name, tie("any")),
    ),
  })).any;
  fc.assert(fc.property(value, fc.integer({ min: 1, max: 30 }), (record, pieceBytes) => {
    const json = JSON.stringify(record);
    const skeleton = skeletonOf(json, cuts);
    assert.equal(skeletonOf(json, cuts, pieceBytes), skeleton);
    assertHead(JSON.parse(skeleton), JSON.parse(json));
  }));
});

/** The same, but that strings may be shorter (and end in half a letter). */
function assertHead(head: unknown, whole: unknown): void {
  if (typeof head === "string" && typeof whole === "string") {
    assert.ok(whole.startsWith(head.replace(/\ufffd$/, "")), `${JSON.stringify(head)} heads ${JSON.stringify(whole)}`);
  } else if (typeof head === "object" && head !== null && typeof whole === "object" && whole !== null) {
    assert.deepEqual(Object.keys(head), Object.keys(whole));
    const members = new Map(Object.entries(whole));
    for (const [key, member] of Object.entries(head)) assertHead(member, members.get(key));
  } else assert.deepEqual(head, whole);
}
