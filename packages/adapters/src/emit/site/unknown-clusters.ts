import { didYouMean, type Problem, shown } from "@nkp-planner/core";
import type { ClusterOptions } from "../options/site-fields.ts";
import type { ClusterToEmit } from "../plan-to-emit.ts";

/** Clusters that options speak of and the plan does not have. */
export function unknownClusters(
  said: Readonly<Record<string, ClusterOptions>>,
  clusters: readonly ClusterToEmit[],
): readonly Problem[] {
  const known = clusters.map(({ name }) => name);
  return Object.keys(said)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: "unknown-key",
      path: ["clusters", name],
      found: `${shown(name)}, which the plan does not have`,
      expected: "a cluster of the plan",
      fix: didYouMean(name, known),
    }));
}

/** What is wrong with a plan that has no clusters. */
export function noClusters(): Problem {
  return {
    path: [],
    found: "a plan without clusters",
    expected: "at least one",
    fix: "plan a fleet with tenants, or by another model",
  };
}
