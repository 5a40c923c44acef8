import { describe, expect, it } from "vitest";
import { type PodGroup, podGroup } from "../input/pod-group.ts";
import { apartOver } from "../input/pod-terms.ts";
import { Effort } from "./effort.ts";
import { PreparedPool } from "./prepared-pool.ts";
import { reschedules } from "./rescheduling.ts";
import { Scheduler } from "./scheduler.ts";
import { attemptOf, smallestCount } from "./smallest-count.ts";
import { lossesOf, spareNeeded, standsLoss, survives } from "./survival.ts";

const GIB = 2 ** 30;
const traits = { balancesPodsWithoutRequests: true };
const worker = (zoneCount: number) => (index: number) => ({
  name: `worker-${index}`,
  allocatable: { cpuMillicores: 4000, memoryBytes: 16 * GIB, podCount: 110 },
  zone: zoneCount > 1 ? `zone-${index % zoneCount}` : null,
  labels: {},
  taints: [],
});
const controlPlane = (zone: string | null) => ({
  ...worker(1)(0),
  name: `control-plane-${zone}`,
  zone,
  taints: [{ key: "control-plane", effect: "NoSchedule" as const }],
});
const web = (replicas: number, cpuMillicores: number, more: Partial<PodGroup> = {}) =>
  podGroup({ name: "web", replicas, requests: { cpuMillicores, memoryBytes: GIB }, ...more });

function attempt(group: PodGroup, zoneCount = 1, zonesOfControlPlane: readonly string[] = []) {
  const otherNodes = zonesOfControlPlane.map(controlPlane);
  const prepared = new PreparedPool({ installed: [], otherNodes, nodeAt: worker(zoneCount), traits });
  return attemptOf({ prepared, groups: [group], orderCount: 5 });
}

/** The first count that holds and survives. */
function countFor(one: ReturnType<typeof attempt>, loss: Parameters<typeof survives>[2]): number | null {
  for (let count = 1; count <= 20; count += 1) if (one.holds(count) && survives(one, count, loss)) return count;
  return null;
}

describe("surviving the loss of nodes", () => {
  it("takes a node more where the others are full", () => {
    // Two pods of 2 vCPU fill a node: 6 pods are 3 nodes, and 4, 5, 6 with the loss of 1, 2, 3.
    const one = attempt(web(6, 2000));
    expect(
      smallestCount({ prepared: one.prepared, groups: one.groups, orderCount: 5, leastNodeCount: 1, mostNodeCount: 9 })
        .nodeCount,
    ).toBe(3);
    for (const count of [0, 1, 2, 3]) expect(countFor(one, { kind: "nodes", count })).toBe(3 + count);
  });

  it("takes none where what is left has room anyway", () => {
    expect(countFor(attempt(web(2, 500, { podAntiAffinity: null })), { kind: "nodes", count: 0 })).toBe(1);
    expect(survives(attempt(web(2, 500)), 2, { kind: "nodes", count: 1 })).toBe(true);
  });

  it("needs a node for a large pod that would find only crumbs on the others", () => {
    // 3 vCPU of a pod beside nine of 1: four nodes have 12 places of 1 vCPU and 4 to spare, but spread evenly no node
    // has 3 left when the large pod's node fails.
    const groups = [web(1, 3000, { name: "large" }), web(9, 1000)];
    const prepared = new PreparedPool({ installed: [], otherNodes: [], nodeAt: worker(1), traits });
    const one = attemptOf({ prepared, groups, orderCount: 5 });
    expect(one.bounds.lowerNodeCount).toBe(3);
    const count = countFor(one, { kind: "nodes", count: 1 }) as number;
    expect(count).toBeGreaterThan(4);
    expect(survives(one, count - 1, { kind: "nodes", count: 1 })).toBe(false);
  });

  it("never survives where pods must be apart and nodes are as few as pods", () => {
    const one = attempt(web(3, 100, { podAntiAffinity: apartOver("hostname") }));
    expect(survives(one, 3, { kind: "nodes", count: 1 })).toBe(false);
    expect(countFor(one, { kind: "nodes", count: 1 })).toBe(4);
  });
});

describe("surviving the loss of a zone", () => {
  it("takes as many nodes as the largest zone has", () => {
    // 6 pods of 2 vCPU need 3 nodes; with 3 zones 5 nodes are 2 + 2 + 1, and 2 may be lost.
    expect(countFor(attempt(web(6, 2000), 3), { kind: "zone" })).toBe(5);
    expect(countFor(attempt(web(6, 2000), 1), { kind: "zone" })).toBeNull();
  });

  it("loses the control plane's node of the zone too, which would else stay a zone without pods", () => {
    const spread = { topologySpread: [{ over: "zone" as const, maxSkewCount: 1, isHard: true }] };
    const one = attempt(web(3, 1000, spread), 3, ["zone-0", "zone-1", "zone-2"]);
    expect(countFor(one, { kind: "zone" })).toBe(3);
    // A single node lost leaves its zone to the control plane's node: the third pod may go nowhere else.
    expect(survives(one, 3, { kind: "nodes", count: 1 })).toBe(false);
    expect(survives(one, 6, { kind: "nodes", count: 1 })).toBe(true);
  });

  it("never survives where pods must be in zones of their own and zones are as few", () => {
    const one = attempt(web(3, 100, { podAntiAffinity: apartOver("zone") }), 3);
    expect(countFor(one, { kind: "zone" })).toBeNull();
  });
});

describe("sets of nodes that may be lost", () => {
  const ground = (zoneCount: number, zones: readonly (string | null)[] = [null]) => ({
    installed: [],
    otherNodes: zones.map(controlPlane),
    nodeAt: worker(zoneCount),
    traits,
  });

  it("are all single nodes, or all pairs, behind the other nodes", () => {
    expect(lossesOf(ground(1), 3, { kind: "nodes", count: 1 })).toEqual([[1], [2], [3]]);
    expect(lossesOf(ground(1), 3, { kind: "nodes", count: 2 })).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(lossesOf(ground(1), 2, { kind: "nodes", count: 2 })).toEqual([[1, 2]]);
    expect(lossesOf(ground(1), 4, { kind: "nodes", count: 0 })).toEqual([]);
  });

  it("are neighbours and opposites where all pairs are too many", () => {
    expect(lossesOf(ground(1), 100, { kind: "nodes", count: 2 }).length).toBe((100 * 99) / 2);
    const pairs = lossesOf(ground(1), 150, { kind: "nodes", count: 2 });
    expect(pairs.length).toBe(300);
    for (const pair of pairs) for (const index of pair) expect(index).toBeGreaterThanOrEqual(1);
    expect(Math.max(...pairs.flat())).toBe(150);
  });

  it("are whole zones, other pools' nodes included, of which only the pool's are spare", () => {
    expect(lossesOf(ground(2, ["zone-0"]), 3, { kind: "zone" })).toEqual([[0, 1, 3], [2]]);
    expect(spareNeeded(ground(2, ["zone-0"]), 3, { kind: "zone" })).toBe(2);
  });
});

describe("pods of a lost node", () => {
  it("come small ones first too: they fill what the large one needs", () => {
    // Node 0 is lost with a pod of 2 vCPU and two of 0.5. Node 1 has 2 vCPU left, node 2 has 1. The large one first, all
    // three find room; a small one first goes where most is left, and the large one stays pending.
    const groups = [
      web(1, 2000, { name: "large" }),
      web(2, 500, { name: "small" }),
      web(1, 2000, { name: "half" }),
      web(1, 3000, { name: "most" }),
    ];
    const scheduler = new Scheduler([0, 1, 2].map(worker(1)), groups, traits);
    for (const [group, node] of [
      [0, 0],
      [1, 0],
      [1, 0],
      [2, 1],
      [3, 2],
    ] as const)
      scheduler.bind(group, node);
    const before = scheduler.groups.map(({ ownOnNode }) => [...ownOnNode]);
    expect(reschedules(scheduler, [0])).toBe(false);
    expect(scheduler.groups.map(({ ownOnNode }) => [...ownOnNode])).toEqual(before);
    // without the small ones the large one has its place
    scheduler.unbind(1, 0);
    scheduler.unbind(1, 0);
    expect(reschedules(scheduler, [0])).toBe(true);
  });

  it("have one node more where nothing can be proven", () => {
    const spread = [{ over: "hostname", maxSkewCount: 1, isHard: true }] as const;
    const loss = { kind: "nodes", count: 1 } as const;
    const countOf = (one: ReturnType<typeof attempt>, holds: typeof survives) =>
      Array.from({ length: 20 }, (_, index) => index + 1).find((count) => one.holds(count) && holds(one, count, loss));
    const hard = attempt(web(6, 1000, { topologySpread: spread }));
    expect(countOf(hard, standsLoss)).toBe((countOf(hard, survives) as number) + 1);
    const free = attempt(web(6, 1000));
    expect(countOf(free, standsLoss)).toBe(countOf(free, survives));
  });
});

describe("a pool that may not be tried any more", () => {
  const spent = () => {
    const effort = new Effort();
    effort.spend(1e6, 1e6);
    return effort;
  };
  const question = (groups: readonly PodGroup[]) => {
    const prepared = new PreparedPool({ installed: [], otherNodes: [], nodeAt: worker(1), traits });
    return { prepared, groups, orderCount: 5, leastNodeCount: 1, mostNodeCount: 99, effort: spent() };
  };

  it("has the number of nodes that arithmetic proves, and one more for a loss", () => {
    // 12 vCPU, the largest pod of 3 of 4: at most ⌊9 ÷ 2⌋ nodes have no room for it by CPU, ⌊9 ÷ 16⌋ by memory; + 1
    const asked = question([web(1, 3000, { name: "large" }), web(9, 1000)]);
    const one = attemptOf(asked);
    const proven = one.bounds.provenNodeCount;
    expect(smallestCount(asked, one)).toMatchObject({ nodeCount: proven, bounds: { lowerNodeCount: 3 } });
    const stands = [proven, proven + 1].map((count) => survives(one, count, { kind: "nodes", count: 1 }));
    expect(stands).toEqual([false, true]);
  });

  it("has none where nothing is proven", () => {
    const topologySpread = [{ over: "hostname", maxSkew: 1, isHard: true }] as unknown as PodGroup["topologySpread"];
    const asked = question([web(9, 1000, { topologySpread })]);
    expect(smallestCount(asked).nodeCount).toBeNull();
  });

  it("tells now and then that it goes on, small ones never", () => {
    let toldCount = 0;
    const effort = new Effort(() => {
      toldCount += 1;
    });
    effort.spend(100, 10);
    expect(toldCount).toBe(0);
    for (let placement = 0; placement < 9; placement += 1) effort.spend(10_000, 100);
    expect(toldCount).toBe(4);
  });
});
