import type { VNode } from "preact";
import type { ReportSummary } from "../../profile/report.ts";
import { Actions } from "./actions.tsx";
import { Cost } from "./cost.tsx";
import { Mixing } from "./mixing.tsx";
import type { Shown } from "./shown.ts";
import { When } from "./when.tsx";
import { Work } from "./work.tsx";

interface AnswersProps {
  readonly mixing: ReportSummary["semantic_mixing"];
  readonly shown: Shown;
}

/** The answers that depend on what is shown, in their order. */
export function Answers({ mixing, shown }: AnswersProps): VNode {
  return (
    <>
      <Work shown={shown} />
      <Cost shown={shown} />
      <Actions shown={shown} />
      <When shown={shown} />
      <Mixing mixing={mixing} shown={shown} />
    </>
  );
}
