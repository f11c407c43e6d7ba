import type { VNode } from "preact";
import type { Report } from "../../profile/report.ts";
import { wholeNumber } from "../numbers.ts";
import { sum, tokenKinds, tokensBy } from "../tally.ts";
import type { Profiles } from "../captions.ts";
import { Section, TallyTable } from "./parts.tsx";
import { Stacks } from "./stacks.tsx";
import { largest } from "./words.ts";

const MOST_ROWS = 12;

/** What did it cost in tokens? */
export function Cost({ report, profiles }: { readonly report: Report; readonly profiles: Profiles }): VNode {
  const kinds = tokenKinds(report);
  const words = tokensBy(report, "prompt_tag");
  const models = tokensBy(report, "model");
  const total = sum(kinds.map(({ value }) => value));
  return (
    <Section id="cost" title="What it cost in tokens">
      <p class="answer">
        {total === 0
          ? "No tokens were counted."
          : `${wholeNumber(total)} tokens, most of them for prompts about ${largest(words, 3)}; by model, ${
            largest(models, 3)
          }.`}
      </p>
      <Stacks view="semantic-token" profiles={profiles} />
      <div class="columns">
        <TallyTable caption="By word of the prompt" name="word" unit="tokens" tallies={words} most={MOST_ROWS} />
        <div>
          <TallyTable caption="By kind of token" name="kind" unit="tokens" tallies={kinds} />
          <TallyTable caption="By model" name="model" unit="tokens" tallies={models} most={MOST_ROWS} />
        </div>
      </div>
      <p class="hint">
        The kinds are disjoint: input was neither read from nor written to a cache, output is without reasoning.
      </p>
    </Section>
  );
}
