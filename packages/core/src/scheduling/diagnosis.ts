import type { Bound } from "./bound.ts";
import type { Filter, Refused } from "./refusals.ts";

/** Why nodes refuse one more pod of a group: what most of them lack. */
export type Refusal = "selector-or-taint" | "affinity" | Exclude<Bound, "largest-pod" | "nothing">;

/** What keeps a group out on most of the nodes that would admit it; selector or taints where none does. */
export function mainRefusal(refused: readonly Refused[]): Refusal {
  const refusals = refused.map(({ filter, nodeCount }) => ({ by: refusalBy(filter), nodeCount }));
  const admitted = refusals.filter(({ by }) => by !== "selector-or-taint");
  return admitted.sort((a, b) => b.nodeCount - a.nodeCount)[0]?.by ?? "selector-or-taint";
}

function refusalBy(filter: Filter): Refusal {
  switch (filter) {
    case "taint":
    case "node-affinity":
      return "selector-or-taint";
    case "spread":
    case "spread-label":
    case "anti-affinity":
    case "anti-affinity-of-others":
      return "spread";
    default:
      return filter;
  }
}
