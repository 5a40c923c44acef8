import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext, toyPriceBook } from "../../../../../test/support/toy.ts";
import { starterSelfManaged } from "../../models/starter-self-managed.ts";
import { clustersOf } from "../../plan/plan.ts";
import { PlanningCache } from "../../plan/planning-cache.ts";
import type { NodePool, StandingPool } from "./node-pool.ts";

const context = toyContext({ "workload-node-shape": "cheapest", "planning-horizon-months": "0" });
const cache = new PlanningCache();
/** Ten pods of 3 vCPU and the console of 2: 5 × 8/12 and one more for 924, against 11 × 4/8 for 946. */
const fleet = fleetOf({ workloads: [pods(10, "3", "1Gi")] });

function workersOn(standing?: Pick<StandingPool, "shape" | "nodeCount">): NodePool | undefined {
  const pool = standing && {
    name: "workload",
    role: "workload" as const,
    confidence: "user" as const,
    dividedWorkloads: [],
    sources: [],
    ...standing,
  };
  const stands = new Map(pool === undefined ? [] : [["tenant-tenant-1", [pool]]]);
  return clustersOf(fleet, starterSelfManaged, context, cache, stands)[0]?.pools[1];
}

describe("a pool that stands already", () => {
  const small = { vcpu: 4, memoryGiB: 8, diskGiB: 100 };

  it("keeps its shape, though another would cost less, and gets the nodes it needs", () => {
    expect(workersOn()).toMatchObject({ shape: { vcpu: 8, memoryGiB: 12 }, nodeCount: 6 });
    const kept = workersOn({ shape: small, nodeCount: 3 });
    expect(kept).toMatchObject({ shape: small, nodeCount: 11, note: "the shape of the nodes that stand already" });
    expect(kept?.steps.some(({ reason }) => reason === "standing")).toBe(false);
  });

  it("has no fewer nodes than stand, as a step of their own, which nothing of the documented minimum is", () => {
    const kept = workersOn({ shape: small, nodeCount: 14 });
    expect(kept).toMatchObject({ nodeCount: 14, neededNodeCount: 11, boundBy: "standing", floorAddedNodeCount: 0 });
    expect(kept?.steps).toEqual([
      { reason: "requests", nodeCount: 11 },
      { reason: "standing", nodeCount: 3 },
    ]);
  });

  it("is not taken from a cache for one of another shape or number", () => {
    const counts = [3, 14, 12].map((nodeCount) => workersOn({ shape: small, nodeCount })?.nodeCount);
    expect([...counts, workersOn()?.nodeCount]).toEqual([11, 14, 12, 6]);
  });
});

describe("workers that stand divided", () => {
  const shapes = { nodeShapes: ["8x12x100", "8x128x100"] };
  const divided = {
    ...toyContext({ "workload-node-shape": "cheapest", "division-saving-percent": "least" }),
    priceBook: toyPriceBook(shapes),
  };
  const small = (replicas: number) =>
    fleetOf({
      workloads: [
        { ...pods(replicas, "1", "1Gi"), name: "small" },
        { ...pods(3, "1", "100Gi"), name: "large" },
      ],
    });
  const clustersWith = (replicas: number, standing?: readonly StandingPool[]) =>
    clustersOf(
      small(replicas),
      starterSelfManaged,
      divided,
      new PlanningCache(),
      new Map(standing === undefined ? [] : [["tenant-tenant-1", standing]]),
    );
  const nodesOf = (pools: readonly NodePool[] = []) =>
    pools.slice(1).map(({ name, shape, nodeCount }) => `${name}: ${nodeCount} of ${shape.vcpu}/${shape.memoryGiB}`);
  const before = clustersWith(40)[0]?.pools ?? [];

  it("keep their division, and have no fewer nodes", () => {
    // Beside the agent 7 pods of 1 vCPU a node: 40 and the console's 2 on 6; 3 of 100 GiB on 3. In one pool 45 on 7.
    expect(nodesOf(before)).toEqual(["workload: 6 of 8/12", "memory: 3 of 8/128"]);
    expect(nodesOf(clustersWith(2)[0]?.pools)).toEqual(["workload: 3 of 8/128"]);
    expect(nodesOf(clustersWith(2, before)[0]?.pools)).toEqual(nodesOf(before));
    expect(nodesOf(clustersWith(50, before)[0]?.pools)).toEqual(["workload: 8 of 8/12", "memory: 3 of 8/128"]);
  });

  it("do not get a division that they do not have", () => {
    const one = clustersWith(2)[0]?.pools ?? [];
    expect(nodesOf(clustersWith(40, one)[0]?.pools)).toEqual(["workload: 7 of 8/128"]);
  });
});
