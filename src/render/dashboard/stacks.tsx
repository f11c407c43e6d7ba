import type { VNode } from "preact";
import type { Profile } from "../../profile/profile.ts";
import { flamegraph } from "../flamegraph/svg.ts";
import { share } from "../numbers.ts";
import { CAPTIONS, profileOf, type Profiles, type ViewName } from "../captions.ts";
import { DataTable, Figure, More } from "./parts.tsx";

const MOST_STACKS = 20;

interface StacksProps {
  readonly view: ViewName;
  readonly profiles: Profiles;
}

/** The flame graph of a view, with the table of its heaviest stacks behind it. */
export function Stacks({ view, profiles }: StacksProps): VNode {
  const profile = profileOf(profiles, view);
  return (
    <>
      <Figure picture={flamegraph({ ...CAPTIONS[view], profile })} size="wide" />
      {profile.total > 0 && <HeaviestStacks view={view} profile={profile} />}
    </>
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
