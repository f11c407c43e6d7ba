import type { Profile } from "./profile.ts";

/** A node of the prefix tree of a profile: equal prefixes of stacks are one node. */
export interface TreeNode {
  /** `kind:value`; empty for the root. */
  readonly frame: string;
  /** Sum of the values of the stacks that pass through here. */
  total: number;
  /** Sum of the values of the stacks that end here. */
  self: number;
  /** In the order in which the sorted samples name them. */
  readonly children: Map<string, TreeNode>;
}

/** The prefix tree of a profile. `root.total === profile.total`. */
export function buildTree(profile: Profile): TreeNode {
  const root: TreeNode = { frame: "", total: 0, self: 0, children: new Map() };
  for (const { stack, value } of profile.samples) {
    let node = root;
    node.total += value;
    for (const frame of stack) {
      let child = node.children.get(frame);
      if (child === undefined) {
        child = { frame, total: 0, self: 0, children: new Map() };
        node.children.set(frame, child);
      }
      child.total += value;
      node = child;
    }
    node.self += value;
  }
  return root;
}
