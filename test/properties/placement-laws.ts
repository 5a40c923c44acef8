import { type ClusterOnScheduler, onScheduler, planToEmit } from "@nkp-planner/adapters";
import { arrivalOf, choiceOf, type PlannedFleet, pieceCount, placeAll, reschedules, traitsOf } from "@nkp-planner/core";
import { expect } from "vitest";
import { namesOfInfeasible } from "../support/findings.ts";
import { fleetHostFaults } from "../support/host-check.ts";
import { missingPods, placementProblems } from "../support/placement.ts";
import { everyPlan, type Law } from "./plan-sample.ts";

/** What holds for every pool of every feasible plan, by sums of its own. */
export const placementLaws: readonly Law[] = [
  everyPlan("lies on hosts without a fault, each cluster of them for itself", ({ plan }) => {
    expect(fleetHostFaults(plan)).toEqual([]);
  }),

  everyPlan("places every pod, and fills no node beyond what it can allocate", ({ plan }) => {
    for (const cluster of feasibleClusters(plan)) {
      const { nodes, scheduler, unplaced } = placed(cluster, plan, 0);
      expect([...unplaced]).toEqual([]);
      expect(missingPods(nodes, cluster.podGroups, scheduler.groups)).toEqual([]);
      expect(placementProblems(nodes, cluster.podGroups, scheduler.groups)).toEqual([]);
    }
  }),

  everyPlan("has as many GPUs on nodes and hosts as pods ask for, each of them whole", ({ plan }) => {
    if (namesOfInfeasible(plan).length > 0) return;
    for (const { pools } of plan.clusters) {
      for (const { shape, nodeCount, tenantExtended = {} } of pools) {
        for (const [name, asked] of Object.entries(tenantExtended)) {
          expect(asked).toBeLessThanOrEqual((shape.extended?.[name] ?? 0) * nodeCount);
          expect(Number.isInteger(asked)).toBe(true);
        }
      }
    }
    const onNodes = plan.clusters
      .flatMap(({ pools }) => pools)
      .map(({ shape, nodeCount }) => pieceCount(shape) * nodeCount);
    const asked = onNodes.reduce((sum, count) => sum + count, 0);
    const { hostClusters } = plan.infrastructure;
    const left = hostClusters.map(
      ({ hostCount, spareHostCount, usablePerHost }) =>
        Math.max(0, hostCount - spareHostCount) * (usablePerHost.gpuCount ?? 0),
    );
    expect(asked).toBeLessThanOrEqual(left.reduce((sum, count) => sum + count, 0));
    for (const { loads, usablePerHost } of hostClusters)
      for (const { gpuCount = 0 } of loads) expect(gpuCount).toBeLessThanOrEqual(usablePerHost.gpuCount ?? 0);
  }),

  everyPlan("has no fewer nodes than the sum of requests asks for, and steps that add up", ({ plan }) => {
    for (const { steps, nodeCount, lowerBoundNodeCount } of plan.clusters.flatMap(({ pools }) => pools)) {
      expect(steps.reduce((sum, step) => sum + step.nodeCount, 0)).toBe(nodeCount);
      expect(nodeCount).toBeGreaterThanOrEqual(lowerBoundNodeCount ?? 0);
    }
  }),

  everyPlan("places everything again when any one worker is lost, beside what runs and again", ({ plan }) => {
    if (choiceOf(plan.context.choices, "loss-survived").chosen !== "one-node") return;
    for (const cluster of feasibleClusters(plan)) {
      const { scheduler } = placed(cluster, plan, 0);
      for (const worker of workersOf(cluster)) {
        expect(reschedules(scheduler, [worker]), `${cluster.name} less node ${worker}`).toBe(true);
        const again = placed(cluster, plan, 0, worker);
        expect(missingPods(again.nodes, cluster.podGroups, again.scheduler.groups)).toEqual([]);
        expect(placementProblems(again.nodes, cluster.podGroups, again.scheduler.groups)).toEqual([]);
      }
    }
  }),
];

function feasibleClusters(plan: PlannedFleet): readonly ClusterOnScheduler[] {
  const infeasible = namesOfInfeasible(plan);
  const feasible = planToEmit(plan).clusters.filter(({ name }) => !infeasible.includes(name));
  return feasible.map(onScheduler);
}

function placed({ nodes: all, podGroups }: ClusterOnScheduler, plan: PlannedFleet, order: number, without?: number) {
  const nodes = all.filter((_, index) => index !== without);
  const traits = traitsOf(plan.context.catalog.release.kubernetesVersion);
  const worker = all.at(-1) ?? { allocatable: { cpuMillicores: 0, memoryBytes: 0, podCount: 0 } };
  return { nodes, ...placeAll(nodes, podGroups, arrivalOf(podGroups, order, worker.allocatable), traits) };
}

/** Workers, by their index among all nodes. */
function workersOf({ nodes }: ClusterOnScheduler): readonly number[] {
  return nodes.flatMap(({ labels }, index) => ("pool" in labels ? [index] : []));
}
