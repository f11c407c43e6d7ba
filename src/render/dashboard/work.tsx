import type { VNode } from "preact";
import { promptWordBars, sessionWordBars } from "../charts/tag_bars.ts";
import { counted } from "../numbers.ts";
import { promptWords, sessionWords } from "../tally.ts";
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
      <p class="answer">
        {prompts.length === 0
          ? "No prompts were found."
          : `The prompts were mostly about ${largest(prompts, 3)}; the sessions about ${largest(sessions, 3)}.`}
      </p>
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
