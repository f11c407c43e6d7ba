import type { FlameTree } from "./tree.ts";

/**
 * What is searched for: words apart by spaces, all of which a stack must hold. `text` stands anywhere in a frame,
 * whatever its case; `kind:value` in the value of a frame of that kind; `/expression/` is a regular expression, in which
 * spaces may stand; `-` before any of them: no frame of the stack may hold it.
 */
export type Query = readonly Term[];

interface Term {
  readonly wanted: boolean;
  readonly fits: (frame: string) => boolean;
}

/** At most so many words, as each is one bit of a number. */
const MOST_TERMS = 30;

const TERM = /(-?)(?:\/((?:\\.|[^\\/])+)\/(?=\s|$)|(\S+))/gu;

/** Throws `SyntaxError` where a regular expression cannot be read. */
export function parseQuery(text: string): Query {
  return [...text.matchAll(TERM)].slice(0, MOST_TERMS).flatMap(([, minus, expression, word = ""]) => {
    if (expression === undefined && word === "-") return [];
    return { wanted: minus === "", fits: expression === undefined ? textTerm(word) : expressionTerm(expression) };
  });
}

function expressionTerm(source: string): Term["fits"] {
  const expression = new RegExp(source, "iu");
  return (frame) => expression.test(frame);
}

function textTerm(word: string): Term["fits"] {
  const text = word.toLowerCase();
  const colon = text.indexOf(":");
  if (colon <= 0) return (frame) => frame.toLowerCase().includes(text);
  const kind = text.slice(0, colon + 1);
  const value = text.slice(colon + 1);
  return (frame) => {
    const lower = frame.toLowerCase();
    return lower.startsWith(kind) && lower.includes(value, kind.length);
  };
}

/** What a search found in a tree. */
export interface Found {
  /** Sum of the values of the stacks that fit, in the tree's unit. */
  readonly total: number;
  /** How many stacks fit. */
  readonly stacks: number;
  /** By node: sum of the values of the fitting stacks that pass through it. */
  readonly matched: Float64Array;
  /** By node: whether its own frame is one that was searched for, in a stack that fits. */
  readonly hit: Uint8Array;
}

/** Searches all stacks of a tree, drawn or hidden: one pass over the frames' texts and two over the nodes. */
export function search(tree: FlameTree, query: Query): Found {
  const masks = Uint32Array.from(tree.frames, (frame) => {
    let mask = 0;
    query.forEach(({ fits }, bit) => mask |= fits(frame) ? 1 << bit : 0);
    return mask;
  });
  let wanted = 0;
  let unwanted = 0;
  query.forEach((term, bit) => term.wanted ? wanted |= 1 << bit : unwanted |= 1 << bit);

  const nodes = tree.frame.length;
  const reached = new Uint32Array(nodes);
  const matched = new Float64Array(nodes);
  let stacks = 0;
  for (let node = 1; node < nodes; node++) {
    const mask = (reached[tree.parent[node] ?? 0] ?? 0) | (masks[tree.frame[node] ?? 0] ?? 0);
    reached[node] = mask;
    const self = tree.self[node] ?? 0;
    if (self === 0 || (mask & wanted) !== wanted || (mask & unwanted) !== 0) continue;
    matched[node] = self;
    stacks++;
  }
  const hit = new Uint8Array(nodes);
  for (let node = nodes - 1; node > 0; node--) {
    const value = matched[node] ?? 0;
    if (value === 0) continue;
    const above = tree.parent[node] ?? 0;
    matched[above] = (matched[above] ?? 0) + value;
    if (((masks[tree.frame[node] ?? 0] ?? 0) & wanted) !== 0) hit[node] = 1;
  }
  return { total: matched[0] ?? 0, stacks, matched, hit };
}
