/** What the page carries for its script: the facts, and what a profile without words mixes up in all of them. */

import type { ReportSummary } from "../../profile/report.ts";
import type { Facts } from "../facts.ts";
import { packFacts, unpackFacts } from "../pack.ts";

export interface Data {
  readonly facts: Facts;
  readonly mixing: ReportSummary["semantic_mixing"];
}

/** As text; `unpackData()` gives it back. */
export function packData({ facts, mixing }: Data): string {
  return `${JSON.stringify(mixing)}\n${packFacts(facts)}`;
}

/** Throws where the text is no packed data. */
export function unpackData(text: string): Data {
  const end = text.indexOf("\n");
  const mixing: unknown = JSON.parse(text.slice(0, end));
  if (!isMixing(mixing)) throw new TypeError("Cannot read the data of the dashboard: expected a mixing");
  return { mixing, facts: unpackFacts(text.slice(end + 1)) };
}

function isMixing(value: unknown): value is ReportSummary["semantic_mixing"] {
  return typeof value === "object" && value !== null && "nonsemantic" in value && "flat" in value;
}
