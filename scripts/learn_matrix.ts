/**
 * Learns `src/tagging/matrix.ts` from the part `tune` of the labelled set: `deno task learn-matrix MODEL.gguf …`. Each
 * model is met and then asked all fragments but those of the meeting set, on `llama-server` (or the one that LLAMA_SERVER
 * names). What is learned is what makes the acceptable words likeliest (multinomial logistic regression, held near the
 * words' own weights); the same answers give the same matrix. With another matrix `QUESTION_VERSION` must be raised.
 */
import { calibrate, standardized } from "../src/tagging/calibration.ts";
import { byBeginning, fragmentOf } from "../src/tagging/fragment.ts";
import type { LlamaServer } from "../src/tagging/llama_server.ts";
import { MEETING_SET } from "../src/tagging/meeting_set.ts";
import { ask, type Fragment } from "../src/tagging/question.ts";
import type { Weights } from "../src/tagging/spelled.ts";
import { WORK } from "../src/tagging/vocabulary.ts";
import { TAG_KINDS, type TagKind } from "../src/trace/tag.ts";
import { readLabelled } from "../tests/tagging/labelled.ts";
import { withServer } from "./served_model.ts";

/** Times that all samples are looked at, and how far each changes what was learned (Adam: Kingma & Ba 2015). */
const STEPS = 300;
const STEP = 0.03;
/** How much a factor is held where it begins: 1 for a word's own weight, 0 for the others. */
const HOLD = 0.003;
const OWN_FACTOR = 1;
const LARGEST_BYTE = 127;

interface Sample {
  readonly kind: TagKind;
  /** Standardized, in the order of the words. */
  readonly inputs: Float64Array;
  /** Whether each word is acceptable. */
  readonly accepts: readonly boolean[];
}

if (Deno.args.length === 0) {
  console.error("Usage: LLAMA_SERVER=… deno task learn-matrix MODEL.gguf …");
  Deno.exit(2);
}
const never = new AbortController().signal;
const words = [...WORK.words ?? []];
const meeting = new Set(MEETING_SET.map(({ fragment }) => fragment));
const tune = readLabelled("tune");
const rows = tune
  .map(({ question, words }) => ({ kind: question.kind, fragment: fragmentOf(question), words }))
  .filter(({ fragment, words }) => !meeting.has(fragment) && words.some((word) => WORK.words?.has(word)))
  .sort(byBeginning);
if (rows.length + meeting.size !== tune.length) throw new Error("The meeting set is no part of `tune`");
const samples: Sample[] = [];
for (const model of Deno.args) samples.push(...await withServer(model, 1, samplesOf));
write(learn());

async function samplesOf(server: LlamaServer): Promise<readonly Sample[]> {
  const met: { kind: TagKind; weights: Weights }[] = [];
  for (const item of MEETING_SET.toSorted(byBeginning)) {
    met.push({ kind: item.kind, weights: await weigh(server, item) });
  }
  const calibration = calibrate(met);
  const found: Sample[] = [];
  for (const row of rows) {
    const inputs = standardized(await weigh(server, row), row.kind, calibration);
    found.push({
      kind: row.kind,
      inputs: Float64Array.from(words, (word) => inputs.get(word) ?? 0),
      accepts: words.map((word) => row.words.includes(word)),
    });
    if (found.length % 200 === 0) console.log(`${server.model}: ${found.length} of ${rows.length}`);
  }
  return found;
}

async function weigh(server: LlamaServer, fragment: Fragment): Promise<Weights> {
  const weights = await server.weigh(ask(fragment, WORK), fragment.kind, { signal: never, lane: 0 });
  if (weights === null) throw new Error("The server tells no probabilities");
  return weights;
}

interface Learned {
  /** A row for each word, with a factor for each. */
  readonly factors: Float64Array;
  /** A row for each kind. */
  readonly offsets: Float64Array;
}

function learn(): Learned {
  const size = words.length;
  const start = Float64Array.from({ length: size * size }, (_, at) => at % (size + 1) === 0 ? OWN_FACTOR : 0);
  const learned = { factors: start.slice(), offsets: new Float64Array(TAG_KINDS.length * size) };
  const stepFactors = adam(learned.factors, start);
  const stepOffsets = adam(learned.offsets, new Float64Array(learned.offsets.length));
  for (let step = 1; step <= STEPS; step++) {
    const slope = { factors: new Float64Array(size * size), offsets: new Float64Array(learned.offsets.length) };
    let loss = 0;
    for (const sample of samples) loss += addSlope(sample, learned, slope);
    stepFactors(slope.factors, step);
    stepOffsets(slope.offsets, step);
    if (step % 50 === 0) console.log(`step ${step}: ${(loss / samples.length).toFixed(3)}`);
  }
  return learned;
}

/** Adds what a sample says of the slope; answers minus the logarithm of how likely its acceptable words are. */
function addSlope({ kind, inputs, accepts }: Sample, { factors, offsets }: Learned, slope: Learned): number {
  const size = words.length;
  const offset = TAG_KINDS.indexOf(kind) * size;
  const scores = words.map((_, word) => {
    let score = offsets[offset + word] ?? 0;
    for (let other = 0; other < size; other++) score += (inputs[other] ?? 0) * (factors[word * size + other] ?? 0);
    return score;
  });
  const all = shares(scores);
  const right = shares(scores.map((score, word) => accepts[word] === true ? score : -Infinity));
  for (const word of words.keys()) {
    const difference = ((all[word] ?? 0) - (right[word] ?? 0)) / samples.length;
    slope.offsets[offset + word] = (slope.offsets[offset + word] ?? 0) + difference;
    for (let other = 0; other < size; other++) {
      const at = word * size + other;
      slope.factors[at] = (slope.factors[at] ?? 0) + difference * (inputs[other] ?? 0);
    }
  }
  return -Math.log(all.reduce((sum, share, word) => accepts[word] === true ? sum + share : sum, 0));
}

function shares(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Changes `values` against their slope. */
function adam(values: Float64Array, start: Float64Array): (slope: Float64Array, step: number) => void {
  const first = new Float64Array(values.length);
  const second = new Float64Array(values.length);
  return (slope, step) => {
    for (let at = 0; at < values.length; at++) {
      const value = values[at] ?? 0;
      const its = (slope[at] ?? 0) + HOLD * (value - (start[at] ?? 0));
      const mean = first[at] = 0.9 * (first[at] ?? 0) + 0.1 * its;
      const square = second[at] = 0.999 * (second[at] ?? 0) + 0.001 * its * its;
      values[at] = value - STEP * (mean / (1 - 0.9 ** step)) / (Math.sqrt(square / (1 - 0.999 ** step)) + 1e-8);
    }
  };
}

/** Factors become whole numbers of a unit, a byte each. */
function write({ factors, offsets }: Learned): void {
  const unit = factors.reduce((largest, factor) => Math.max(largest, Math.abs(factor)), 0) / LARGEST_BYTE;
  const size = words.length;
  const entries = words.map((word, index) => {
    const row = factors.subarray(index * size, (index + 1) * size);
    const bytes = new Uint8Array(Int8Array.from(row, (factor) => Math.round(factor / unit)).buffer);
    const its = TAG_KINDS.map((kind, place) => `${kind}: ${(offsets[place * size + index] ?? 0).toFixed(2)}`);
    return `${word}: { offsets: { ${its.join(", ")} }, row: "${bytes.toBase64()}" },\n`;
  });
  const file = new URL("../src/tagging/matrix.ts", import.meta.url);
  const [head] = /^[\s\S]*?= \{\n/.exec(Deno.readTextFileSync(file)) ?? [];
  if (head === undefined) throw new Error(`Cannot find where the table begins in ${file.pathname}`);
  Deno.writeTextFileSync(file, `${head}unit: ${unit.toPrecision(6)},\nrows: {\n${entries.join("")}},\n};\n`);
}
