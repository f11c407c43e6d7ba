import type { VNode } from "preact";
import { CAPTIONS, type ViewName } from "../captions.ts";
import { type Measure, profileOf, stacksOf, type WordKind } from "../facts.ts";
import { flamegraph } from "../flamegraph/svg.ts";
import { type FlameTree, growTree, stackOf } from "../flamegraph/tree.ts";
import { counted, share } from "../numbers.ts";
import { type Division, DIVISIONS } from "./address.ts";
import { LiveFlame } from "./live_flame.tsx";
import { Caption, DataTable, Figure, More } from "./parts.tsx";
import { hrefOf, type Live, type Shown } from "./shown.ts";

const MOST_STACKS = 10;
/** Of a flame graph on the page as it is written. */
const MOST_BLOCKS = 120;

const WORDS: Readonly<Record<Division, readonly WordKind[]>> = {
  "all words": ["session", "prompt", "call"],
  "session": ["session"],
  "prompt": ["prompt"],
  "LLM call": ["call"],
};

const VIEWS = {
  footprints: {
    "all words": "semantic-system",
    "session": "session-system",
    "prompt": "prompt-system",
    "LLM call": "nonsemantic-system",
  },
  tokens: {
    "all words": "semantic-token",
    "session": "session-token",
    "prompt": "prompt-token",
    "LLM call": "llm-token",
  },
} as const satisfies Record<Measure, Record<Division, ViewName>>;

interface StacksProps {
  readonly of: Measure;
  readonly shown: Shown;
}

/** The flame graph of what was done or what it cost, with the table of its heaviest stacks behind it. */
export function Stacks({ of, shown }: StacksProps): VNode {
  return shown.live === null
    ? <WrittenStacks of={of} shown={shown} />
    : <LiveStacks of={of} shown={shown} live={shown.live} />;
}

function WrittenStacks({ of, shown }: StacksProps): VNode {
  const { division } = shown.address;
  const profile = profileOf(shown.facts, of, WORDS[division]);
  const view = VIEWS[of][division];
  const heaviest = profile.samples.toSorted((a, b) => b.value - a.value).slice(0, MOST_STACKS)
    .map(({ stack, value }): Heavy => [stack, value]);
  return (
    <>
      <Figure picture={flamegraph({ ...CAPTIONS[view], profile, mostBlocks: MOST_BLOCKS })} size="wide" />
      <HeaviestStacks view={view} unit={of} heaviest={heaviest} of={profile.samples.length} total={profile.total} />
    </>
  );
}

function LiveStacks({ of, shown, live }: StacksProps & { readonly live: Live }): VNode {
  const { division } = shown.address;
  const tree = treeOf(shown, of);
  const view = VIEWS[of][division];
  const total = tree.total[0] ?? 0;
  const leaves = tree.stacks[0] ?? 0;
  const heaviest = heaviestLeaves(tree)
    .map((node): Heavy => [stackOf(tree, node).map((frame) => tree.frames[frame] ?? ""), tree.self[node] ?? 0]);
  const { title, note } = CAPTIONS[view];
  return (
    <>
      {total > 0 && <Divisions of={of} shown={shown} />}
      <figure class="wide">
        <Caption
          title={title}
          facts={total === 0 ? `0 ${of}` : `${counted(total, of)} in ${counted(leaves, "stacks")}`}
          note={note}
        />
        {total === 0
          ? <p class="empty">{`There is nothing to draw: no ${of} were counted`}</p>
          : <LiveFlame title={title} tree={tree} of={of} shown={shown} live={live} />}
      </figure>
      <HeaviestStacks view={view} unit={of} heaviest={heaviest} of={leaves} total={total} />
    </>
  );
}

/** The nodes in which the most ends, largest first, equal ones in their order. */
function heaviestLeaves({ self }: FlameTree): readonly number[] {
  const heaviest: number[] = [];
  let least = 0;
  for (let node = 0; node < self.length; node++) {
    if ((self[node] ?? 0) <= least) continue;
    heaviest.push(node);
    heaviest.sort((a, b) => (self[b] ?? 0) - (self[a] ?? 0) || a - b);
    if (heaviest.length > MOST_STACKS) heaviest.pop();
    if (heaviest.length === MOST_STACKS) least = self[heaviest.at(-1) ?? 0] ?? 0;
  }
  return heaviest;
}

/** The stacks of a measure as the tree that a running flame graph walks. */
function treeOf({ facts, address }: Shown, of: Measure): FlameTree {
  const frames = [""];
  const known = new Map<string, number>();
  const indexOf = (frame: string): number => {
    const index = known.get(frame) ?? frames.push(frame) - 1;
    known.set(frame, index);
    return index;
  };
  const indexed = new Map<readonly string[], readonly number[]>();
  const indicesOf = (part: readonly string[]): readonly number[] => {
    const indices = indexed.get(part) ?? part.map(indexOf);
    indexed.set(part, indices);
    return indices;
  };
  const stacks = stacksOf(facts, of, WORDS[address.division]).filter(([, , value]) => value > 0)
    .map(([head, tail, value]) => [indicesOf(head), indicesOf(tail), value] as const);
  return growTree(of, frames, stacks);
}

/** One word at a time: the same values, divided by other words. */
function Divisions({ of, shown }: StacksProps): VNode {
  const divisions = DIVISIONS.filter((division) => of === "tokens" || division !== "LLM call");
  return (
    <p class="choices">
      <span>Divided by the word of</span>
      {divisions.map((division) => (
        <a
          key={division}
          href={hrefOf(shown, { division })}
          aria-current={division === shown.address.division ? "true" : undefined}
        >
          {division === "all words" ? "all of them" : `the ${division}`}
        </a>
      ))}
    </p>
  );
}

type Heavy = readonly [stack: readonly string[], value: number];

interface HeaviestProps {
  readonly view: ViewName;
  readonly unit: Measure;
  readonly heaviest: readonly Heavy[];
  /** Number of all stacks. */
  readonly of: number;
  readonly total: number;
}

function HeaviestStacks({ view, unit, heaviest, of, total }: HeaviestProps): VNode | null {
  if (total === 0) return null;
  return (
    <More holds="tables" title={`Table of the heaviest stacks (all of them: ${view}.folded.txt)`}>
      <DataTable
        caption={`The ${heaviest.length} heaviest of ${of} stacks`}
        columns={[["stack, root first", "text"], [unit, "number"], ["share", "number"]]}
        rows={heaviest.map(([stack, value]) => [<Stack key="stack" frames={stack} />, value, share(value, total)])}
      />
    </More>
  );
}

/** A stack on as many lines as it needs, broken between frames. */
export function Stack({ frames }: { readonly frames: readonly string[] }): VNode {
  return (
    <code class="stack">
      {frames.map((frame, index) => (
        <span key={index}>
          {index === 0 ? frame : `;${frame}`}
          <wbr />
        </span>
      ))}
    </code>
  );
}
