/**
 * Measures the words that real models give to the labelled set: `deno task quality LABEL=MODEL.gguf …`.
 * Starts `llama-server` (or the one that LLAMA_SERVER names; LLAMA_THREADS limits it) for each model: twice afresh with one slot, once with four.
 * `--quick` leaves out the forms that the model would not be asked in, and the comparison of servers.
 */
import { parseArgs } from "node:util";
import { answerTo } from "../src/tagging/ask_word.ts";
import { inParallel } from "../src/tagging/in_parallel.ts";
import type { LlamaServer } from "../src/tagging/llama_server.ts";
import { learnManner, type Manner, plainManner } from "../src/tagging/manner.ts";
import { byBeginning, fragmentOf } from "../src/tagging/fragment.ts";
import { readAnswer } from "../src/tagging/question.ts";
import { WORK } from "../src/tagging/vocabulary.ts";
import { TAG_KINDS } from "../src/trace/tag.ts";
import { type Labelled, LABELLED_PARTS, readLabelled } from "../tests/tagging/labelled.ts";
import { withServer } from "./served_model.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    part: { type: "string", default: "tune" },
    show: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});
const part = LABELLED_PARTS.find((name) => name === values.part);
if (part === undefined || positionals.length === 0) {
  console.error(`Usage: quality [--part ${LABELLED_PARTS.join("|")}] [--show] [--quick] LABEL=MODEL.gguf …`);
  Deno.exit(2);
}
/** In the order in which a run would ask. */
const rows = readLabelled(part)
  .map((row) => ({ ...row, kind: row.question.kind, fragment: fragmentOf(row.question) }))
  .sort(byBeginning);
const never = new AbortController().signal;

for (const model of positionals) {
  const [label, path] = model.includes("=") ? model.split("=", 2) : [model, model];
  console.log(`\n${label}, part "${part}": ${rows.length} fragments`);
  const manners = new Map<string, Manner>();
  const first = await withServer(path ?? "", 1, async (server) => {
    const learnt = await learnManner(server, WORK, { jobs: 1, signal: never, onAnswer: () => {} });
    manners.set("as met", learnt);
    if (!values.quick) {
      manners.set("raw", plainManner("raw", WORK));
      manners.set("chat", plainManner("chat", WORK));
    }
    console.log(`met: ${formText(learnt)}, agreement ${learnt.agreement}`);
    const words = new Map<string, readonly string[]>();
    for (const [name, manner] of manners) {
      const startMs = performance.now();
      const said = await wordsOf(server, manner, 1);
      words.set(name, said);
      const rate = 1000 * rows.length / (performance.now() - startMs);
      console.log(`${name.padEnd(7)} ${rowText(said)}, ${rate.toFixed(1)} words/s`);
    }
    return words.get("as met") ?? [];
  });
  if (values.show) showMisses(first);
  const manner = manners.get("as met");
  if (manner === undefined || values.quick) continue;
  const again = await withServer(path ?? "", 1, (server) => wordsOf(server, manner, 1));
  console.log(`stable over two fresh servers: ${equalText(first, again)}`);
  const four = await withServer(path ?? "", 4, (server) => wordsOf(server, manner, 4));
  console.log(`equal with four slots: ${equalText(first, four)}`);
}

async function wordsOf(server: LlamaServer, manner: Manner, jobs: number): Promise<string[]> {
  return await inParallel(rows, jobs, async (row, lane) => {
    const passage = { signal: never, lane };
    const reading = readAnswer(await answerTo(row, { server, manner, vocabulary: WORK }, passage), WORK);
    return "word" in reading ? reading.word : "";
  });
}

function formText({ form, calibration }: Manner): string {
  if (calibration === null) return form;
  return `${form}, ${calibration.isLearned ? "as learned" : "calibrated"}`;
}

function rowText(words: readonly string[]): string {
  const accepted = rows.map((row, index) => isAccepted(row, words[index]));
  const byKind = TAG_KINDS.map((kind) => {
    const of = accepted.filter((_, index) => rows[index]?.question.kind === kind);
    return `${kind} ${of.filter(Boolean).length}/${of.length}`;
  });
  const counts = Map.groupBy(words, (word) => word);
  const [top, uses] = [...counts].sort(([, a], [, b]) => b.length - a.length)[0] ?? ["", []];
  const pairs = Map.groupBy(rows.keys().filter((index) => rows[index]?.pair !== null), (index) => rows[index]?.pair);
  const equal = pairs.values().filter((indices) => new Set(indices.map((index) => words[index])).size === 1).toArray();
  return [
    `acceptable ${percent(accepted.filter(Boolean).length, rows.length)} (${byKind.join(", ")})`,
    `words of the list ${percent(words.filter((word) => WORK.words?.has(word)).length, rows.length)}`,
    `distinct ${counts.size}`,
    `most frequent "${top}" ${percent(uses.length, rows.length)}`,
    `equal pairs ${equal.length}/${pairs.size}`,
  ].join(", ");
}

function isAccepted({ words }: Labelled, word: string | undefined): boolean {
  return word !== undefined && words.includes(word);
}

function showMisses(words: readonly string[]): void {
  for (const [index, row] of rows.entries()) {
    if (isAccepted(row, words[index])) continue;
    console.log(`  ${row.question.kind} "${words[index]}" for ${fragmentOf(row.question).slice(0, 80)} (${row.words})`);
  }
}

function equalText(a: readonly string[], b: readonly string[]): string {
  return percent(a.filter((word, index) => word === b[index]).length, a.length);
}

function percent(count: number, of: number): string {
  return `${(100 * count / of).toFixed(1)} %`;
}
