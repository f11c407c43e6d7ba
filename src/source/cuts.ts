/**
 * What of a long record its parser does not read. A key is a path of member names joined by dots (steps into lists are
 * not named), and holds for all that is below it and has no longer path; the value is how many bytes of each string
 * there are kept.
 */
export type Cuts = Readonly<Record<string, number>>;

/** What of a source's lines need not be read whole. */
export interface Needs {
  /**
   * Types of which records are read; null: all are. A line that opens with `{"type":"` and another type is passed over,
   * if it ends with a brace.
   */
  readonly types: ReadonlySet<string> | null;
  readonly cuts: CutNode;
}

/** A place in a record, as a tree over the paths of `Cuts`. */
export interface CutNode {
  /** Bytes that are kept of each string here and below; null: as many as of any other. */
  readonly keepBytes: number | null;
  readonly members: readonly { readonly name: Uint8Array; readonly node: CutNode }[];
}

/** The tree of some cuts. */
export function cutTree(cuts: Cuts): CutNode {
  const encoder = new TextEncoder();
  function node(prefix: string): CutNode {
    const names = new Set(
      Object.keys(cuts).filter((path) => path.startsWith(prefix)).map((path) =>
        path.slice(prefix.length).split(".")[0]
      ),
    );
    const members = [...names].filter((name) => name !== undefined).map((name) => ({
      name: encoder.encode(name),
      node: node(`${prefix}${name}.`),
    }));
    return { keepBytes: cuts[prefix.slice(0, -1)] ?? null, members };
  }
  return node("");
}

/** Nothing is known of the records: only giant strings are cut. */
export const NO_CUTS: Needs = { types: null, cuts: cutTree({}) };
