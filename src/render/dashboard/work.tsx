import type { VNode } from "preact";
import { promptWordBars, sessionWordBars } from "../charts/tag_bars.ts";
import { counted, share, wholeNumber } from "../numbers.ts";
import { isWhole } from "../selection.ts";
import { promptWords, sessionWords, type Tally, totalsOf } from "../tally.ts";
import { Figure, More, Section, TallyTable } from "./parts.tsx";
import { barLinks, besidesKind, type Shown } from "./shown.ts";
import { largest } from "./words.ts";

/** What did the agents work on? */
export function Work({ shown }: { readonly shown: Shown }): VNode {
  const prompts = promptWords(shown.facts);
  const sessions = sessionWords(shown.facts);
  const promptFacts = besidesKind(shown, "prompt");
  const sessionFacts = besidesKind(shown, "session");
  return (
    <Section id="work" title="What the agents worked on">
      <p class="answer">{answer(shown, prompts, sessions)}</p>
      <div class="columns">
        <Figure picture={promptWordBars(promptFacts, barLinks(shown, "prompt"))} size="narrow" />
        <Figure picture={sessionWordBars(sessionFacts, barLinks(shown, "session"))} size="narrow" />
      </div>
      <More
        holds="tables"
        title={`Table of ${counted(promptWords(promptFacts).length, "words")} of prompts, ${
          sessionWords(sessionFacts).length
        } of sessions`}
      >
        <div class="columns">
          <TallyTable
            caption="Prompts by word"
            name="word"
            unit="prompts"
            kind="prompt"
            tallies={promptWords(promptFacts)}
            shown={shown}
          />
          <TallyTable
            caption="Sessions by word"
            name="word"
            unit="sessions"
            kind="session"
            tallies={sessionWords(sessionFacts)}
            shown={shown}
          />
        </div>
      </More>
    </Section>
  );
}

function answer({ whole, facts, address }: Shown, prompts: readonly Tally[], sessions: readonly Tally[]): string {
  if (isWhole(address.selection)) {
    return prompts.length === 0
      ? "No prompts were found."
      : `The prompts were most often about ${largest(prompts, 3)}; the sessions about ${largest(sessions, 3)}.`;
  }
  const all = totalsOf(whole);
  const shown = totalsOf(facts);
  return `${wholeNumber(shown.prompts)} of ${counted(all.prompts, "prompts")} (${
    share(shown.prompts, all.prompts)
  }) in ` +
    `${wholeNumber(shown.sessions)} of ${counted(all.sessions, "sessions")}.`;
}
