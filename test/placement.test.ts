import { planningContext } from "@nkp-planner/catalog";
import {
  arrivalOf,
  type ClusterOnScheduler,
  choiceOf,
  onScheduler,
  operatingModels,
  type PlannedFleet,
  placeAll,
  plannedFleet,
  reschedules,
  traitsOf,
} from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settings, tenants } from "./support/arbitraries.ts";
import { missingPods, placementProblems } from "./support/placement.ts";
import { fleetOf, toyContext, toyPriceBook } from "./support/toy.ts";

const plans = fc
  .record({
    model: fc.constantFrom(...operatingModels),
    release: fc.constantFrom("toy", "nkp-2.17.1", "nkp-2.18.0-dev"),
    settings,
    tenants,
  })
  .map(({ model, release, settings: chosen, tenants: drafts }) => {
    const context =
      release === "toy"
        ? toyContext(chosen)
        : planningContext({ release, priceBook: toyPriceBook(), settings: chosen });
    return plannedFleet(fleetOf(...drafts.slice(0, 4)), model, context);
  });

/** Every cluster of every plan that is drawn and feasible. */
function everyCluster(numRuns: number, claim: (cluster: ClusterOnScheduler, plan: PlannedFleet) => void): void {
  fc.assert(
    fc.property(plans, (plan) => {
      for (const cluster of plan.clusters) {
        if (cluster.shortfalls.some(({ severity }) => severity === "infeasible")) continue;
        claim(onScheduler(cluster, plan.context), plan);
      }
    }),
    { numRuns },
  );
}

function placed(
  { schedulerNodes, podGroups }: ClusterOnScheduler,
  plan: PlannedFleet,
  order: number,
  without?: number,
) {
  const nodes = schedulerNodes.filter((_, index) => index !== without);
  const traits = traitsOf(plan.context.catalog.release.kubernetesVersion);
  const worker = schedulerNodes.at(-1) ?? { allocatable: { cpuMillicores: 0, memoryBytes: 0, podCount: 0 } };
  return { nodes, ...placeAll(nodes, podGroups, arrivalOf(podGroups, order, worker.allocatable), traits) };
}

/** Workers, by their index among all nodes. */
function workersOf({ schedulerNodes }: ClusterOnScheduler): readonly number[] {
  return schedulerNodes.flatMap(({ labels }, index) => ("pool" in labels ? [index] : []));
}

describe("every pool of every feasible plan", () => {
  it("places every pod, and fills no node beyond what it can allocate", () => {
    everyCluster(120, (cluster, plan) => {
      const { nodes, scheduler, unplaced } = placed(cluster, plan, 0);
      expect([...unplaced]).toEqual([]);
      expect(missingPods(nodes, cluster.podGroups, scheduler.groups)).toEqual([]);
      expect(placementProblems(nodes, cluster.podGroups, scheduler.groups)).toEqual([]);
    });
  });

  it("has no fewer nodes than the sum of requests asks for, and steps that add up", () => {
    fc.assert(
      fc.property(plans, ({ clusters }) => {
        for (const { pools } of clusters) {
          for (const { steps, nodeCount, lowerBoundNodeCount } of pools) {
            expect(steps.reduce((sum, step) => sum + step.nodeCount, 0)).toBe(nodeCount);
            expect(nodeCount).toBeGreaterThanOrEqual(lowerBoundNodeCount ?? 0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("places everything again when any one worker is lost, beside what runs and anew", () => {
    everyCluster(60, (cluster, plan) => {
      if (choiceOf(plan.context.choices, "loss-survived").chosen !== "one-node") return;
      const { scheduler } = placed(cluster, plan, 0);
      for (const worker of workersOf(cluster)) {
        expect(reschedules(scheduler, [worker]), `${cluster.name} less node ${worker}`).toBe(true);
        const anew = placed(cluster, plan, 0, worker);
        expect(missingPods(anew.nodes, cluster.podGroups, anew.scheduler.groups)).toEqual([]);
        expect(placementProblems(anew.nodes, cluster.podGroups, anew.scheduler.groups)).toEqual([]);
      }
    });
  });
});
