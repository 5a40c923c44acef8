import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "../../../../../test/support/toy.ts";
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
