/** Writes `src/tagging/near_examples.ts` from the part `tune` of the labelled set: `deno run -A scripts/near_examples.ts`. */
import { TAG_KINDS } from "../src/trace/tag.ts";
import { nearExamples, readLabelled } from "../tests/tagging/labelled.ts";

const FILE = new URL("../src/tagging/near_examples.ts", import.meta.url);
const HEAD = /^[\s\S]*?= \{\n/;

const rows = readLabelled("tune");
const tables = TAG_KINDS.map((kind) => {
  const lines = nearExamples(rows, kind).map(({ fragment, word }) =>
    `{ fragment: ${JSON.stringify(fragment)}, word: ${JSON.stringify(word)} },\n`
  );
  return `${kind}: [\n${lines.join("")}],\n`;
});
const [head = ""] = HEAD.exec(Deno.readTextFileSync(FILE)) ?? [];
Deno.writeTextFileSync(FILE, `${head}${tables.join("")}};\n`);
await new Deno.Command("deno", { args: ["fmt", "--quiet", FILE.pathname] }).output();
