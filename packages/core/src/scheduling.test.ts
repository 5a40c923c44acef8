import { describe, expect, it } from "vitest";
import { nodesNeeded, type PoolDemand } from "./scheduling.ts";
import { BYTES_PER_GIB, NOTHING } from "./units.ts";

const size = (cpuMillicores: number, memoryGiB = 0) => ({
  cpuMillicores,
  memoryBytes: memoryGiB * BYTES_PER_GIB,
  storageBytes: 0,
});
const offer = { allocatable: size(4000, 8), podCount: 110 };
const demand = (more: Partial<PoolDemand>): PoolDemand => ({
  requests: NOTHING,
  podCount: 0,
  perNode: NOTHING,
  podsPerNode: 0,
  podSizes: [],
  ...more,
});

describe("nodes for a pool's requests", () => {
  it("needs none for nothing", () => {
    expect(nodesNeeded(demand({}), offer)).toEqual({ nodeCount: 0, boundBy: "nothing", unplaceable: [] });
  });

  it("fills a node to the last millicore, and not beyond", () => {
    expect(nodesNeeded(demand({ requests: size(8000) }), offer)).toMatchObject({ nodeCount: 2, boundBy: "cpu" });
    expect(nodesNeeded(demand({ requests: size(8001) }), offer)).toMatchObject({ nodeCount: 3, boundBy: "cpu" });
  });

  it("takes what runs on every node from every node", () => {
    // 8000 ÷ (4000 − 310) = 2.17
    expect(nodesNeeded(demand({ requests: size(8000), perNode: size(310) }), offer).nodeCount).toBe(3);
  });

  it("is bound by memory or by the number of pods where they ask for more", () => {
    expect(nodesNeeded(demand({ requests: size(1000, 17) }), offer)).toMatchObject({ nodeCount: 3, boundBy: "memory" });
    // 100 places a node after 10 agents: 201 pods want 3 nodes
    expect(nodesNeeded(demand({ podCount: 201, podsPerNode: 10 }), offer)).toMatchObject({
      nodeCount: 3,
      boundBy: "pods",
    });
  });

  it("names pods that fit on no node beside what runs on every node", () => {
    const podSizes = [
      { name: "fits", requests: size(3690, 1) },
      { name: "too wide", requests: size(3691, 1) },
      { name: "too tall", requests: size(1, 9) },
    ];
    const need = nodesNeeded(demand({ requests: size(1), perNode: size(310), podSizes }), offer);
    expect(need.unplaceable.map(({ name }) => name)).toEqual(["too wide", "too tall"]);
  });

  it("says infinitely many where a node has nothing left", () => {
    expect(nodesNeeded(demand({ requests: size(1), perNode: size(4000) }), offer).nodeCount).toBe(
      Number.POSITIVE_INFINITY,
    );
  });
});
