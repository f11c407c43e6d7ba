import type { VNode } from "preact";
import { tokenWordBars } from "../charts/tag_bars.ts";
import { share, wholeNumber } from "../numbers.ts";
import { isWhole } from "../selection.ts";
import { sum, tokenKinds, tokensByModel, tokensByWord, totalsOf } from "../tally.ts";
import { Figure, More, Section, TallyTable } from "./parts.tsx";
import { barLinks, besidesKind, type Shown } from "./shown.ts";
import { Stacks } from "./stacks.tsx";
import { largest } from "./words.ts";

const WORD_TABLES = [
  ["prompt", "Tokens by word of the prompt"],
  ["session", "Tokens by word of the session"],
  ["call", "Tokens by word of the LLM call"],
] as const;

/** What did it cost in tokens? */
export function Cost({ shown }: { readonly shown: Shown }): VNode {
  const kinds = tokenKinds(shown.facts);
  const words = tokensByWord(shown.facts, "prompt");
  const models = tokensByModel(shown.facts);
  const total = sum(kinds.map(({ value }) => value));
  return (
    <Section id="cost" title="What it cost in tokens">
      <p class="answer">
        {total === 0
          ? "No tokens were counted."
          : isWhole(shown.address.selection)
          ? `${wholeNumber(total)} tokens, most of them for prompts about ${largest(words, 3)}; by model, ${
            largest(models, 3)
          }.`
          : `${wholeNumber(total)} tokens, ${share(total, totalsOf(shown.whole).tokens)} of all; by model, ${
            largest(models, 3)
          }.`}
      </p>
      <div class="columns">
        <Figure
          picture={tokenWordBars(
            besidesKind(shown, "prompt"),
            "prompt",
            "Tokens by word of the prompt",
            barLinks(shown, "prompt"),
          )}
          size="narrow"
        />
        <div>
          <TallyTable caption="Tokens by kind" name="kind" unit="tokens" tallies={kinds} shown={shown} />
          <TallyTable caption="Tokens by model" name="model" unit="tokens" tallies={models} shown={shown} />
        </div>
      </div>
      <p class="hint">
        The kinds are disjoint: input was neither read from nor written to a cache, output is without reasoning.
      </p>
      <More holds="tables" title="Tables of tokens by word of the prompt, the session and the LLM call">
        <div class="columns three">
          {WORD_TABLES.map(([kind, caption]) => (
            <TallyTable
              key={kind}
              caption={caption}
              name="word"
              unit="tokens"
              kind={kind}
              tallies={tokensByWord(besidesKind(shown, kind), kind)}
              shown={shown}
            />
          ))}
        </div>
      </More>
      <Stacks of="tokens" shown={shown} />
    </Section>
  );
}
