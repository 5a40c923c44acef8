import type { ClusterState } from "./cluster-state.ts";
import { type GroupState, NOT_OPEN } from "./group-state.ts";
import { addDefaultSpread } from "./scores.ts";

/**
 * Nodes that can take one more pod of a plain group, and what they score where there are several; how many. The filters
 * and the scores say the same of it one after the other, and take longer.
 */
export function plainNodes(state: ClusterState, own: GroupState, feasible: Int32Array, totals: Float64Array): number {
  const { admitted, scores, ownOnNode, rules } = own;
  const isApart = rules.closedBy.length > 0;
  let count = 0;
  for (let at = 0; at < admitted.length; at += 1) {
    const node = admitted[at] as number;
    const score = scores[node] as number;
    if (score === NOT_OPEN || (isApart && (ownOnNode[node] as number) > 0)) continue;
    feasible[count] = node;
    totals[count] = score;
    count += 1;
  }
  if (count > 1 && rules.soft.length > 0) addDefaultSpread(state, own, feasible, count, totals);
  return count;
}
