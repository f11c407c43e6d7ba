import type { VNode } from "preact";
import { CAPTIONS, type Profiles, type ViewName } from "../captions.ts";
import { More, Section } from "./parts.tsx";
import { Stacks } from "./stacks.tsx";

const PROJECTIONS: readonly ViewName[] = [
  "session-system",
  "prompt-system",
  "session-token",
  "prompt-token",
  "llm-token",
];

/** The same events by one word at a time. */
export function Projections({ profiles }: { readonly profiles: Profiles }): VNode {
  return (
    <Section id="projections" title="One word at a time">
      <p class="answer">
        The same footprints and tokens, each divided by the word of the session, of the prompt or of the LLM call alone.
      </p>
      {PROJECTIONS.map((view) => (
        <More key={view} holds="pictures" title={CAPTIONS[view].title}>
          <Stacks view={view} profiles={profiles} />
        </More>
      ))}
    </Section>
  );
}
