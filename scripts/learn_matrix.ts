/**
 * Learns `src/tagging/matrix.ts` from the part `tune` of the labelled set: `deno task learn-matrix MODEL.gguf …`. Each
 * model is met and then asked all fragments but those of the meeting set, on `llama-server` (or the one that LLAMA_SERVER
 * names). What is learned is what makes the acceptable words likeliest (multinomial logistic regression, held near the
 * words' own weights, on inputs that are never twice the same; several times, since chance has a part in it); the same
 * answers give the same matrix. With another matrix `QUESTION_VERSION` must be raised.
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
import { generator } from "./random.ts";
import { withServer } from "./served_model.ts";

/** How often all samples are looked at, and how many between two changes of what was learned. */
const ROUNDS = 40;
const BATCH = 256;
/** How far the first change goes (Adam: Kingma & Ba 2015); each next one less, down to nothing. */
const STEP = 0.004;
/** How much a factor is held where it begins: so much for a word's own weight, 0 for the others. */
const HOLD = 0.001;
const OWN_FACTOR = 2;
/** What is added to each input by chance whenever it is looked at: a normal distribution's standard deviation. */
const NOISE = 0.9;
/** What part of all that is right is shared out evenly among the acceptable words; the rest as the model has them. */
const EVEN_PART = 0.15;
/** What is learned from the samples in so many orders, and from as much chance, is averaged. */
const SEEDS = [1, 2, 3, 4] as const;
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
write(mean(SEEDS.map(learn)));

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

function learn(seed: number): Learned {
  const size = words.length;
  const start = Float64Array.from({ length: size * size }, (_, at) => at % (size + 1) === 0 ? OWN_FACTOR : 0);
  const learned = { factors: start.slice(), offsets: new Float64Array(TAG_KINDS.length * size) };
  const changeFactors = adam(learned.factors);
  const changeOffsets = adam(learned.offsets);
  const random = generator(seed);
  const batches = Math.ceil(samples.length / BATCH);
  for (let step = 0; step < ROUNDS * batches; step++) {
    const at = step % batches;
    if (at === 0) shuffle(samples, random);
    const batch = samples.slice(at * BATCH, (at + 1) * BATCH);
    const slope = {
      factors: learned.factors.map((factor, place) => HOLD * (factor - (start[place] ?? 0))),
      offsets: new Float64Array(learned.offsets.length),
    };
    let loss = 0;
    for (const sample of batch) loss += addSlope(blurred(sample, random), learned, slope, batch.length);
    const far = STEP * (1 + Math.cos(Math.PI * (step + 1) / (ROUNDS * batches))) / 2;
    changeFactors(slope.factors, far);
    changeOffsets(slope.offsets, far);
    if (at > 0) continue;
    const round = `round ${step / batches + 1} of ${ROUNDS}, order ${seed} of ${SEEDS.length}`;
    console.log(`${round}: ${(loss / batch.length).toFixed(3)}`);
  }
  return learned;
}

function mean(all: readonly Learned[]): Learned {
  const meanOf = (lists: readonly Float64Array[]): Float64Array =>
    Float64Array.from(lists[0] ?? [], (_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0) / lists.length);
  return { factors: meanOf(all.map(({ factors }) => factors)), offsets: meanOf(all.map(({ offsets }) => offsets)) };
}

/** Puts a list into another order (Fisher and Yates). */
function shuffle<T>(list: T[], random: () => number): void {
  for (let last = list.length - 1; last > 0; last--) {
    const [taken] = list.splice(Math.floor(random() * (last + 1)), 1);
    if (taken !== undefined) list.push(taken);
  }
}

/** A sample as another measurement might have given it. */
function blurred(sample: Sample, random: () => number): Sample {
  return { ...sample, inputs: sample.inputs.map((input) => input + NOISE * normal(random)) };
}

/** Of the normal distribution (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Adds what one of `count` samples says of the slope; answers minus the logarithm of how likely its acceptable words are. */
function addSlope(
  { kind, inputs, accepts }: Sample,
  { factors, offsets }: Learned,
  slope: Learned,
  count: number,
): number {
  const size = words.length;
  const offset = TAG_KINDS.indexOf(kind) * size;
  const scores = words.map((_, word) => {
    let score = offsets[offset + word] ?? 0;
    for (let other = 0; other < size; other++) score += (inputs[other] ?? 0) * (factors[word * size + other] ?? 0);
    return score;
  });
  const all = shares(scores);
  const right = shares(scores.map((score, word) => accepts[word] === true ? score : -Infinity));
  const even = EVEN_PART / accepts.filter((isAccepted) => isAccepted).length;
  for (const word of words.keys()) {
    const wanted = (1 - EVEN_PART) * (right[word] ?? 0) + (accepts[word] === true ? even : 0);
    const difference = ((all[word] ?? 0) - wanted) / count;
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

/** Changes `values` against their slope, each by about `far`. */
function adam(values: Float64Array): (slope: Float64Array, far: number) => void {
  const first = new Float64Array(values.length);
  const second = new Float64Array(values.length);
  let step = 0;
  return (slope, far) => {
    step++;
    for (let at = 0; at < values.length; at++) {
      const its = slope[at] ?? 0;
      const mean = first[at] = 0.9 * (first[at] ?? 0) + 0.1 * its;
      const square = second[at] = 0.999 * (second[at] ?? 0) + 0.001 * its * its;
      const change = far * (mean / (1 - 0.9 ** step)) / (Math.sqrt(square / (1 - 0.999 ** step)) + 1e-8);
      values[at] = (values[at] ?? 0) - change;
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
