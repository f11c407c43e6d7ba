import type { VNode } from "preact";
import { CAPTIONS, type ViewName } from "../captions.ts";
import { footprintProfile, tokenProfile, type WordKind } from "../facts.ts";
import { flamegraph } from "../flamegraph/svg.ts";
import { share } from "../numbers.ts";
import type { Profile } from "../../profile/profile.ts";
import { type Division, DIVISIONS } from "./address.ts";
import { DataTable, Figure, More } from "./parts.tsx";
import { hrefOf, type Shown } from "./shown.ts";

const MOST_STACKS = 10;
/** Of a flame graph on the page as it is written, and on a running one. */
const MOST_FRAMES = { written: 100, live: 2000 };

const WORDS: Readonly<Record<Division, readonly WordKind[]>> = {
  "all words": ["session", "prompt", "call"],
  "session": ["session"],
  "prompt": ["prompt"],
  "LLM call": ["call"],
};

const VIEWS = {
  system: {
    "all words": "semantic-system",
    "session": "session-system",
    "prompt": "prompt-system",
    "LLM call": "nonsemantic-system",
  },
  token: {
    "all words": "semantic-token",
    "session": "session-token",
    "prompt": "prompt-token",
    "LLM call": "llm-token",
  },
} as const satisfies Record<string, Record<Division, ViewName>>;

interface StacksProps {
  readonly of: "system" | "token";
  readonly shown: Shown;
}

/** The flame graph of what was done or what it cost, with the table of its heaviest stacks behind it. */
export function Stacks({ of, shown }: StacksProps): VNode {
  const { facts, address } = shown;
  const words = WORDS[address.division];
  const profile = of === "system" ? footprintProfile(facts, words) : tokenProfile(facts, words);
  const view = VIEWS[of][address.division];
  return (
    <>
      {shown.live !== null && profile.total > 0 && <Divisions of={of} shown={shown} />}
      <Figure
        picture={flamegraph({
          ...CAPTIONS[view],
          profile,
          mostFrames: MOST_FRAMES[shown.live === null ? "written" : "live"],
        })}
        size="wide"
      />
      {profile.total > 0 && <HeaviestStacks view={view} profile={profile} />}
    </>
  );
}

/** One word at a time: the same values, divided by other words. */
function Divisions({ of, shown }: StacksProps): VNode {
  const divisions = DIVISIONS.filter((division) => of === "token" || division !== "LLM call");
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

function HeaviestStacks({ view, profile }: { readonly view: ViewName; readonly profile: Profile }): VNode {
  const heaviest = profile.samples.toSorted((a, b) => b.value - a.value).slice(0, MOST_STACKS);
  const caption = `The ${heaviest.length} heaviest of ${profile.samples.length} stacks`;
  return (
    <More holds="tables" title={`Table of the heaviest stacks (all of them: ${view}.folded.txt)`}>
      <DataTable
        caption={caption}
        columns={[["stack, root first", "text"], [profile.unit, "number"], ["share", "number"]]}
        rows={heaviest.map((
          { stack, value },
        ) => [<Stack key="stack" frames={stack} />, value, share(value, profile.total)])}
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
