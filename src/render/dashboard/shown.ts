import type { Facts, Measure, WordKind } from "../facts.ts";
import { select, type Selection, without } from "../selection.ts";
import type { BarLinks } from "../charts/tag_bars.ts";
import { type Address, addressText, START } from "./address.ts";

/** What the page shows at the moment, and how it is changed. */
export interface Shown {
  /** All of it. */
  readonly whole: Facts;
  /** What is left by the selection. */
  readonly facts: Facts;
  readonly address: Address;
  /** null on the page as it is written: nothing there can be clicked until the script runs. */
  readonly live: Live | null;
}

/** What only a running page has. */
export interface Live {
  /** How many sessions are listed at most. */
  readonly rows: number;
  readonly showMore: () => void;
  /** State of a running flame graph, as text; what a person changed is kept in the address without drawing anew. */
  readonly flameState: (of: Measure) => string;
  readonly keepFlameState: (of: Measure, text: string) => void;
}

/** The page as it is written. */
export function shownAtStart(facts: Facts): Shown {
  return { whole: facts, facts, address: START, live: null };
}

/** Where a link leads that changes a part of what is shown. */
export function hrefOf({ address }: Shown, change: Partial<Address>): string {
  return `#${addressText({ ...address, ...change })}`;
}

/** The selection with this word, or without it where it is there already. */
export function toggled(selection: Selection, kind: WordKind, word: string): Selection {
  return selection[kind] === word ? without(selection, kind) : { ...selection, [kind]: word };
}

/** What is left by the words of the other kinds: words that were not chosen can still be compared with the one that was. */
export function besidesKind({ whole, facts, address }: Shown, kind: WordKind): Facts {
  return address.selection[kind] === undefined ? facts : select(whole, without(address.selection, kind));
}

/** How the bars of words are links; undefined where nothing can be clicked. */
export function barLinks(shown: Shown, kind: WordKind): BarLinks | undefined {
  if (shown.live === null) return undefined;
  const { selection } = shown.address;
  return {
    kind,
    hrefOf: (word) => hrefOf(shown, { selection: toggled(selection, kind, word) }),
    isChosen: (word) => selection[kind] === undefined || selection[kind] === word,
    isOnly: (word) => selection[kind] === word,
  };
}
