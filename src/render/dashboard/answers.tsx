import type { VNode } from "preact";
import type { ReportSummary } from "../../profile/report.ts";
import { Actions } from "./actions.tsx";
import { Cost } from "./cost.tsx";
import { Mixing } from "./mixing.tsx";
import { Sessions } from "./sessions.tsx";
import type { Shown } from "./shown.ts";
import { Totals } from "./totals.tsx";
import { When } from "./when.tsx";
import { Work } from "./work.tsx";

export interface AnswerProps {
  readonly mixing: ReportSummary["semantic_mixing"];
  readonly shown: Shown;
}

/** What depends on what is shown, in the order of the page; a running page draws one after the other. */
export const ANSWER_NAMES = ["totals", "work", "cost", "actions", "when", "mixing", "sessions"] as const;
export type AnswerName = (typeof ANSWER_NAMES)[number];

export const ANSWERS: Readonly<Record<AnswerName, (props: AnswerProps) => VNode>> = {
  totals: Totals,
  work: Work,
  cost: Cost,
  actions: Actions,
  when: When,
  mixing: Mixing,
  sessions: Sessions,
};

/** Id of the element that holds an answer and nothing else. */
export function placeId(name: AnswerName): string {
  return `${name}-place`;
}
