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

const encoder = new TextEncoder();

/** The tree of some cuts. */
export function cutTree(cuts: Cuts): CutNode {
  const root = newNode();
  for (const [path, keepBytes] of Object.entries(cuts)) {
    let node = root;
    for (const name of path.split(".")) {
      let member = node.members.find((known) => known.text === name);
      if (member === undefined) node.members.push(member = { text: name, name: encoder.encode(name), node: newNode() });
      node = member.node;
    }
    node.keepBytes = keepBytes;
  }
  return root;
}

/** While the tree is made. */
interface NewNode {
  keepBytes: number | null;
  readonly members: { readonly text: string; readonly name: Uint8Array; readonly node: NewNode }[];
}

function newNode(): NewNode {
  return { keepBytes: null, members: [] };
}

/** Nothing is known of the records: only giant strings are cut. */
export const NO_CUTS: Needs = { types: null, cuts: cutTree({}) };
