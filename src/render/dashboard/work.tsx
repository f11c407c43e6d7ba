import type { VNode } from "preact";
import type { Report } from "../../profile/report.ts";
import { promptWordBars, sessionWordBars } from "../charts/tag_bars.ts";
import { counted } from "../numbers.ts";
import { promptWords, sessionWords } from "../tally.ts";
import { Figure, More, Section, TallyTable } from "./parts.tsx";
import { largest } from "./words.ts";

/** What did the agents work on? */
export function Work({ report }: { readonly report: Report }): VNode {
  const prompts = promptWords(report);
  const sessions = sessionWords(report);
  return (
    <Section id="work" title="What the agents worked on">
      <p class="answer">
        {prompts.length === 0
          ? "No prompts were found."
          : `The prompts were mostly about ${largest(prompts, 3)}; the sessions about ${largest(sessions, 3)}.`}
      </p>
      <div class="columns">
        <Figure picture={promptWordBars(report)} size="narrow" />
        <Figure picture={sessionWordBars(report)} size="narrow" />
      </div>
      <More
        holds="tables"
        title={`Table of ${counted(prompts.length, "words")} of prompts, ${sessions.length} of sessions`}
      >
        <div class="columns">
          <TallyTable caption="Prompts by word" name="word" unit="prompts" tallies={prompts} />
          <TallyTable caption="Sessions by word" name="word" unit="sessions" tallies={sessions} />
        </div>
      </More>
    </Section>
  );
}
