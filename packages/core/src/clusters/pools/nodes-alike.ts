import type { PodGroup } from "../../input/pod-group.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
import type { Node } from "../../scheduling/node.ts";

/** Nodes that differ by nothing but their name, and how many of them there are. */
export interface NodesAlike {
  readonly node: Node;
  readonly nodeCount: number;
}

/** So many nodes by their zone, in which they take turns: a plan that cannot run may ask for a million of them. */
export function nodesAlike(
  nodeAt: (index: number) => Node,
  nodeCount: number,
  zoneCount: number,
): readonly NodesAlike[] {
  const kindCount = Math.min(Math.max(1, zoneCount), nodeCount);
  return Array.from({ length: kindCount }, (_, kind) => ({
    node: nodeAt(kind),
    nodeCount: Math.ceil((nodeCount - kind) / kindCount),
  }));
}

/** How many of these nodes a group's pods may run on, room apart. */
export function admittingNodeCount(group: PodGroup, nodes: readonly NodesAlike[]): number {
  return nodes.reduce((sum, { node, nodeCount }) => sum + (isAdmitted(group, node) ? nodeCount : 0), 0);
}
