/**
 * How fast commands are understood: `deno task bench-shell`. 100,000 distinct commands are made of the tables of the
 * tests, each with a number of its own in its words, and read in one thread. Times are of the processor.
 */
import process from "node:process";
import { understandCommand } from "../src/shell/command.ts";
import { loadShell } from "../src/shell/grammar.ts";

const COUNT = 100_000;

/** The commands of the tests, each once. */
function commands(): readonly string[] {
  const texts = ["commands.tsv", "real_commands.tsv"].flatMap((name) =>
    Deno.readTextFileSync(new URL(`../tests/shell/${name}`, import.meta.url)).trimEnd().split("\n").slice(1)
      .map((line) => line.split("\t")[6] ?? "")
  );
  return [...new Set(texts.map((text) => text.replaceAll("\\n", "\n").replaceAll("\\t", "\t")))]
    .filter((text) => !text.startsWith("["));
}

/** The command with a number behind its last word, or as one more word. */
function numbered(command: string, number: number): string {
  const place = command.search(/[\w.-]+\/[\w./-]+/);
  return place < 0 ? `${command} ${number}` : `${command.slice(0, place)}d${number}/${command.slice(place)}`;
}

const known = commands();
const distinct = Array.from({ length: COUNT }, (_, place) => numbered(known[place % known.length] ?? "", place));
const context = { cwd: "/home/dev/work/api", home: "/home/dev" };

for (
  const [name, list] of [["distinct", distinct], [
    "equal ones once",
    distinct.map((_, at) => known[at % known.length] ?? ""),
  ]] as const
) {
  const shell = await loadShell();
  const before = process.cpuUsage();
  const begin = performance.now();
  for (const command of list) understandCommand(shell, command, context);
  const { user, system } = process.cpuUsage(before);
  const wall = ((performance.now() - begin) / 1000).toFixed(2);
  console.log(`${COUNT} commands, ${name}: ${((user + system) / 1e6).toFixed(2)} s of CPU, ${wall} s`);
}
