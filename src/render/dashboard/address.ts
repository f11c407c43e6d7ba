/** What the dashboard shows, as the part of its address after `#`. */

import type { Measure } from "../facts.ts";
import { type Selection, WORD_KINDS } from "../selection.ts";

/** Orders of the list of sessions: what stands first. */
export const ORDERS = ["newest", "most tokens", "most tool calls", "most failed calls"] as const;
export type Order = (typeof ORDERS)[number];

/** Which words the flame graphs are divided by. */
export const DIVISIONS = ["all words", "session", "prompt", "LLM call"] as const;
export type Division = (typeof DIVISIONS)[number];

const MEASURES = ["footprints", "tokens"] as const satisfies readonly Measure[];

export interface Address {
  readonly selection: Selection;
  /** Short id of the session that is opened; empty for none. */
  readonly open: string;
  readonly order: Order;
  readonly division: Division;
  /** States of the running flame graphs, as texts; what is left out is as it was. */
  readonly flames: Readonly<Partial<Record<Measure, string>>>;
}

export const START: Address = { selection: {}, open: "", order: "newest", division: "all words", flames: {} };

/** What follows `#`; empty values are left out. Never empty, so that a link to it does not lead to the page's top. */
export function addressText({ selection, open, order, division, flames }: Address): string {
  const values: [string, string][] = WORD_KINDS.map(([kind]) => [kind, selection[kind] ?? ""]);
  values.push(["open", open], ["order", order === START.order ? "" : order]);
  values.push(["words", division === START.division ? "" : division]);
  values.push(...MEASURES.map((measure): [string, string] => [measure, flames[measure] ?? ""]));
  return String(new URLSearchParams(values.filter(([, value]) => value !== ""))) || "all";
}

/** The address of a text; what it does not tell, or tells wrongly, is as at the start. */
export function parseAddress(text: string): Address {
  const values = new URLSearchParams(text.replace(/^#/, ""));
  const words = WORD_KINDS.map(([kind]) => [kind, values.get(kind) ?? ""] as const).filter(([, word]) => word !== "");
  return {
    selection: Object.fromEntries(words),
    open: values.get("open") ?? "",
    order: ORDERS.find((order) => order === values.get("order")) ?? START.order,
    flames: Object.fromEntries(
      MEASURES.map((measure) => [measure, values.get(measure)] as const).filter(([, state]) => state !== null),
    ),
    division: DIVISIONS.find((division) => division === values.get("words")) ?? START.division,
  };
}
