import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PodGroup, podGroup } from "../input/pod-group.ts";
import { apartOver } from "../input/pod-terms.ts";
import { PreparedPool } from "./prepared-pool.ts";
import { attemptOf, smallestCount } from "./smallest-count.ts";

const GIB = 2 ** 30;
const poolOf = (cpuMillicores: number, memoryGiB: number, installed: readonly PodGroup[] = []) =>
  new PreparedPool({
    installed,
    otherNodes: [],
    nodeAt: (index) => ({
      name: `node-${index}`,
      allocatable: { cpuMillicores, memoryBytes: memoryGiB * GIB, podCount: 110 },
      zone: null,
      labels: {},
      taints: [],
    }),
    traits: { balancesPodsWithoutRequests: true },
  });
const pods = (name: string, replicas: number, cpuMillicores: number, memoryGiB = 0, more: Partial<PodGroup> = {}) =>
  podGroup({ name, replicas, requests: { cpuMillicores, memoryBytes: memoryGiB * GIB }, ...more });
const count = (prepared: PreparedPool, groups: readonly PodGroup[], orderCount = 1) =>
  smallestCount({ prepared, groups, orderCount, leastNodeCount: 1, mostNodeCount: 200 });

describe("the smallest count at which every pod schedules", () => {
  it("fills a node to the last millicore, and not beyond", () => {
    expect(count(poolOf(4000, 8), [pods("a", 8, 1000)]).nodeCount).toBe(2);
    expect(count(poolOf(3999, 8), [pods("a", 8, 1000)]).nodeCount).toBe(3); // 3 a node
  });

  it("is bound by memory or by the number of pods where they ask for more", () => {
    expect(count(poolOf(4000, 8), [pods("a", 3, 100, 8)])).toMatchObject({
      nodeCount: 3,
      bounds: { boundBy: "memory" },
    });
    expect(count(poolOf(4000, 8), [pods("a", 221, 1)])).toMatchObject({ nodeCount: 3, bounds: { boundBy: "pods" } });
  });

  it("takes DaemonSets from every node", () => {
    const agent = pods("agent", 0, 310, 0, { kind: "DaemonSet" });
    // 3 pods of 1000 beside 310 on 4000: 9 pods are 3 nodes
    expect(count(poolOf(4000, 8), [agent, pods("a", 9, 1000)]).nodeCount).toBe(3);
  });

  it("says what the order of arrival costs: small pods first scatter and leave no room for large ones", () => {
    const groups = [pods("large", 4, 3000), pods("small", 16, 250)];
    expect(count(poolOf(4000, 8), groups, 1)).toMatchObject({ nodeCount: 4, listedNodeCount: 4 });
    const all = count(poolOf(4000, 8), groups, 10);
    expect(all.listedNodeCount).toBe(4);
    expect(all.nodeCount).toBeGreaterThan(4);
  });

  it("puts what is installed before what comes, whatever order that comes in", () => {
    const installed = [pods("platform", 2, 3000)];
    expect(count(poolOf(4000, 8, installed), [pods("a", 2, 1000)], 10).nodeCount).toBe(2);
  });

  it("answers null where no count within reach will do", () => {
    const apart = { podAntiAffinity: apartOver("zone") };
    // Without zones nothing keeps them apart; a hard spread over zones has nowhere to go.
    expect(count(poolOf(4000, 8), [pods("a", 2, 100, 0, apart)]).nodeCount).toBe(1);
    const spread = { topologySpread: [{ over: "zone" as const, maxSkewCount: 1, isHard: true }] };
    expect(count(poolOf(4000, 8), [pods("a", 2, 100, 0, spread)]).nodeCount).toBeNull();
  });

  it("lies between the lower bound and what is proven for every order", () => {
    const group = fc.record({
      replicas: fc.integer({ min: 1, max: 12 }),
      cpu: fc.integer({ min: 1, max: 4000 }),
      memory: fc.integer({ min: 0, max: 8 }),
    });
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 10 }),
        (drafts, orders) => {
          const groups = drafts.map(({ replicas, cpu, memory }, index) => pods(`g${index}`, replicas, cpu, memory));
          const prepared = poolOf(4000, 8);
          const { nodeCount, listedNodeCount, bounds } = count(prepared, groups, orders);
          expect(nodeCount).toBeGreaterThanOrEqual(bounds.lowerNodeCount);
          expect(nodeCount).toBeGreaterThanOrEqual(listedNodeCount as number);
          expect(nodeCount).toBeLessThanOrEqual(bounds.provenNodeCount);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("never finds a failing order at a count that is proven", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 30 }), (cpus, order) => {
        const groups = cpus.map((cpu, index) => pods(`g${index}`, 1 + (cpu % 7), cpu, (cpu % 5) + 1));
        const prepared = poolOf(4000, 8);
        const attempt = attemptOf({ prepared, groups, orderCount: 1 });
        const { provenNodeCount } = attempt.bounds;
        expect(prepared.of(provenNodeCount).place(groups, attempt.arrivals, order)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
