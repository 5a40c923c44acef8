import fc from "fast-check";
import { expect, it } from "vitest";
import { drawsFrom } from "../../../../bench/random.ts";
import { podGroup } from "../input/pod-group.ts";
import { apartOver } from "../input/pod-terms.ts";
import { arrivalsOf } from "./arrival.ts";
import { isLossProven } from "./loss-bound.ts";
import { placeArrival } from "./placement.ts";
import { Scheduler } from "./scheduler.ts";

const GIB = 2 ** 30;
const node = (index: number) => ({
  name: `worker-${index}`,
  allocatable: { cpuMillicores: 4000, memoryBytes: 16 * GIB, podCount: 12 },
  zone: null,
  labels: {},
  taints: [],
});

const group = fc.record({
  replicas: fc.integer({ min: 1, max: 8 }),
  cpuMillicores: fc.integer({ min: 0, max: 2500 }),
  memoryGiB: fc.integer({ min: 0, max: 9 }),
  priority: fc.integer({ min: 0, max: 1 }),
  isApart: fc.boolean(),
});

const lostCount = fc.integer({ min: 1, max: 2 });

it("never says proven where pods of lost nodes may stay pending, in any order and with any ties", () => {
  const provenCounts = [0, 0, 0];
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 2, max: 7 }),
      lostCount,
      (drafts, count, lost) => {
        const groups = drafts.map(({ replicas, cpuMillicores, memoryGiB, priority, isApart }, index) =>
          podGroup({
            name: `g${index}`,
            replicas,
            priority,
            requests: { cpuMillicores, memoryBytes: memoryGiB * GIB },
            podAntiAffinity: isApart ? apartOver("hostname") : null,
          }),
        );
        const nodes = Array.from({ length: count }, (_, index) => node(index));
        const scheduler = new Scheduler(nodes, groups, { balancesPodsWithoutRequests: true });
        if (placeArrival(scheduler, arrivalsOf(groups, nodes[0]?.allocatable as never)(0), 0) !== -1) return;
        const { state } = scheduler;
        const lostNodes = Array.from({ length: lost }, (_, index) => index);
        const coming = scheduler.groups.map(({ ownOnNode }) => {
          const podCount = lostNodes.reduce((sum, nodeIndex) => sum + (ownOnNode[nodeIndex] as number), 0);
          for (const nodeIndex of lostNodes) ownOnNode[nodeIndex] = 0;
          return podCount;
        });
        for (const nodeIndex of lostNodes) {
          state.isAlive[nodeIndex] = 0;
          state.touch(nodeIndex);
        }
        if (!isLossProven(scheduler, Int32Array.from(coming))) return;
        provenCounts[lost] = (provenCounts[lost] as number) + 1;
        for (let order = 1; order <= 6; order += 1) {
          const draw = drawsFrom(order);
          const queue = coming
            .flatMap((podCount, groupIndex) => Array.from({ length: podCount }, () => groupIndex))
            .map((index) => ({ index, at: draw(0, 1_000_000) }))
            .sort((a, b) => (groups[b.index]?.priority ?? 0) - (groups[a.index]?.priority ?? 0) || a.at - b.at);
          const placed = queue.map(
            ({ index }) => [index, scheduler.place(index, (ties) => draw(0, ties - 1))] as const,
          );
          expect(placed.filter(([, at]) => at === -1)).toEqual([]);
          for (const [index, at] of placed) scheduler.unbind(index, at);
        }
      },
    ),
    { numRuns: 800 },
  );
  expect(provenCounts[1]).toBeGreaterThan(40);
  expect(provenCounts[2]).toBeGreaterThan(20);
});

it("proves a pod that has more open nodes than the others can close", () => {
  // 1 vCPU comes beside 2: to close one of three nodes with 3 vCPU left, 2.001 must land there
  const groups = [1000, 2000, 1000].map((cpuMillicores, index) =>
    podGroup({ name: `g${index}`, replicas: index === 2 ? 3 : 1, requests: { cpuMillicores, memoryBytes: 0 } }),
  );
  const scheduler = new Scheduler([0, 1, 2, 3].map(node), groups, { balancesPodsWithoutRequests: true });
  for (const at of [1, 2, 3]) scheduler.bind(2, at);
  scheduler.state.isAlive[0] = 0;
  expect(isLossProven(scheduler, Int32Array.of(1, 1, 0))).toBe(true);
  expect(isLossProven(scheduler, Int32Array.of(4, 4, 0))).toBe(false);
});

it("counts pods that keep apart as closing a node each, where two of them come", () => {
  // Two pods that share no node come to two open nodes: the first may take either, and the other is left with one.
  const apart = podGroup({
    name: "apart",
    replicas: 2,
    requests: { cpuMillicores: 100, memoryBytes: 0 },
    podAntiAffinity: apartOver("hostname"),
  });
  const proven = (nodeCount: number) => {
    const scheduler = new Scheduler(
      Array.from({ length: nodeCount }, (_, index) => node(index)),
      [apart],
      {
        balancesPodsWithoutRequests: true,
      },
    );
    for (const nodeIndex of [0, 1]) scheduler.state.isAlive[nodeIndex] = 0;
    return isLossProven(scheduler, Int32Array.of(2));
  };
  expect([3, 4, 5].map(proven)).toEqual([false, true, true]);
});
