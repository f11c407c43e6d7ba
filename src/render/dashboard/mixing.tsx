import type { VNode } from "preact";
import { frame, frameValue } from "../../profile/frame.ts";
import { type Bucketed, type MixingOf, mixingOf, wordPair } from "../../profile/mixing.ts";
import type { Mixing as MixingSummary, ReportSummary } from "../../profile/report.ts";
import { counted } from "../numbers.ts";
import { FOOTPRINT_NOTE } from "../captions.ts";
import { type Facts, stacksOf } from "../facts.ts";
import { DataTable, More, Section } from "./parts.tsx";
import type { Shown } from "./shown.ts";
import { Stack } from "./stacks.tsx";

interface MixingProps {
  /** Of everything. */
  readonly mixing: ReportSummary["semantic_mixing"];
  readonly shown: Shown;
}

/** What would a profile without words have mixed up? */
export function Mixing({ mixing, shown }: MixingProps): VNode {
  const { session, prompt } = shown.address.selection;
  const isNarrowed = session !== undefined || prompt !== undefined;
  const { nonsemantic, flat } = isNarrowed ? narrowedMixing(shown) : mixing;
  return (
    <Section id="mixing" title="What a plain profile would have mixed up">
      <p class="answer">
        A profile without words puts equal commands into one bucket even when they were run for different work:{" "}
        {percent(nonsemantic)}{" "}
        of all footprints lie in such a mixed bucket, one that holds at least two different pairs of session and prompt
        word{isNarrowed && ", and the chosen word among them"}.
      </p>
      <DataTable
        caption="Mixed buckets"
        columns={[
          ["a plain profile", "text"],
          ["mixed buckets", "number"],
          ["footprints in them", "number"],
          ["of all footprints", "number"],
        ]}
        rows={[
          ["without the words", nonsemantic.mixed_buckets, nonsemantic.mixed_weight, percent(nonsemantic)],
          ["without words, project and agent", flat.mixed_buckets, flat.mixed_weight, percent(flat)],
        ]}
      />
      <p class="hint">{FOOTPRINT_NOTE}.</p>
      <Examples title="Without the words" mixing={nonsemantic} shown={shown} />
      <Examples title="Without words, project and agent" mixing={flat} shown={shown} />
    </Section>
  );
}

type MixingBoth = Readonly<Record<keyof ReportSummary["semantic_mixing"], MixingOf>>;

/** Of facts that were asked for before: all their buckets are made once, and chosen from with every word. */
const known = new WeakMap<Facts, MixingBoth>();

/** The buckets in which the chosen words stand beside others. */
function narrowedMixing({ whole, address }: Shown): ReportSummary["semantic_mixing"] {
  const { session, prompt } = address.selection;
  const start = session === undefined ? "" : `${frame("session", session)}/`;
  const end = prompt === undefined ? "" : `/${frame("prompt", prompt)}`;
  const concerns = (pair: string): boolean => pair.startsWith(start) && pair.endsWith(end);
  const both = known.get(whole) ?? bothOf(whole);
  known.set(whole, both);
  return { nonsemantic: both.nonsemantic(concerns), flat: both.flat(concerns) };
}

function bothOf(whole: Facts): MixingBoth {
  return { nonsemantic: mixingOf(buckets(whole, true)), flat: mixingOf(buckets(whole, false)) };
}

/** Every footprint as a profile without words has it, with project and agent or without. */
function* buckets(whole: Facts, withPlace: boolean): Generator<Bucketed> {
  const tails = new Map<readonly string[], string>();
  let last: readonly string[] = [];
  let place = "";
  let pair = "";
  for (const [head, tail, value] of stacksOf(whole, "footprints", ["session", "prompt"])) {
    if (head !== last) {
      const [project = "", agent = "", session = "", prompt = ""] = head;
      place = withPlace ? `${project};${agent};` : "";
      pair = wordPair(frameValue(session), frameValue(prompt));
      last = head;
    }
    const end = tails.get(tail) ?? tail.join(";");
    tails.set(tail, end);
    yield [place + end, pair, value];
  }
}

interface ExamplesProps {
  readonly title: string;
  readonly mixing: MixingSummary;
  readonly shown: Shown;
}

/** Buckets on the page as it is written; a running page shows all that the report tells. */
const MOST_BUCKETS = 4;

function Examples({ title, mixing, shown }: ExamplesProps): VNode {
  const examples = shown.live === null ? mixing.examples.slice(0, MOST_BUCKETS) : mixing.examples;
  return (
    <More holds="tables" title={`${title}: the ${counted(examples.length, "largest mixed buckets")}`}>
      <DataTable
        caption={title}
        columns={[
          ["bucket of the plain profile", "text"],
          ["footprints", "number"],
          ["pairs of words", "number"],
          ["largest pairs, with footprints", "text"],
        ]}
        rows={examples.map((example) => [
          <Stack key="stack" frames={example.baseline_stack.split(";")} />,
          example.weight,
          example.semantic_variant_count,
          <Variants key="variants" variants={example.top_semantic_variants} />,
        ])}
      />
    </More>
  );
}

type VariantList = MixingSummary["examples"][number]["top_semantic_variants"];

function Variants({ variants }: { readonly variants: VariantList }): VNode {
  return (
    <ul class="plain">
      {variants.map(({ semantic, weight }) => (
        <li key={semantic}>
          <code>{semantic}</code> {weight}
        </li>
      ))}
    </ul>
  );
}

function percent(mixing: MixingSummary): string {
  return `${mixing.mixed_weight_pct.toFixed(1)}%`;
}
