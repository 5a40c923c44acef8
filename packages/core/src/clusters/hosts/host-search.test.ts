import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { packingProblem } from "./host-problem.ts";
import { searchPlacement } from "./host-search.ts";
import { Steps } from "./host-steps.ts";
import { unitsOf, vmClassesOf } from "./vm-class.ts";

const ENOUGH = 100_000;

/** VMs of so many vCPU, many of each, on hosts of 20; without weights. */
function searched(vmCounts: Readonly<Record<number, number>>, hostCount: number, steps = ENOUGH) {
  const groups = Object.entries(vmCounts).map(([vcpu, vmCount]) =>
    vmGroup({ clusterName: `c${vcpu}`, vcpu: Number(vcpu), memoryGiB: Number(vcpu), vmCount }),
  );
  const problem = packingProblem(vmClassesOf(groups, null), hostCount, unitsOf({ vcpu: 20, memoryGiB: 100 }));
  const { runs, isComplete } = searchPlacement(
    problem,
    problem.vmCounts.map(() => 0),
    new Steps(steps),
  );
  return { runs: runs?.map(({ hostCount: hosts, vmCounts: on }) => `${hosts} × ${on.join(" ")}`) ?? null, isComplete };
}

describe("a search through all placements", () => {
  it("finds one that largest first does not: 8 + 6 + 6 and 7 + 7 + 6, twice each", () => {
    expect(searched({ 8: 2, 7: 4, 6: 6 }, 4)).toEqual({ runs: ["2 × 1 0 2", "2 × 0 2 1"], isComplete: true });
  });

  it("proves that there is none, though the sums would fit", () => {
    // 9 × 7 + 3 × 5 = 78 of 80 vCPU; but two of 7 a host are eight on four
    expect(searched({ 7: 9, 5: 3 }, 4)).toEqual({ runs: null, isComplete: true });
    expect(searched({ 7: 8, 5: 4 }, 4).runs).toEqual(["4 × 2 1"]);
  });

  it("says so where it gives up", () => {
    expect(searched({ 8: 2, 7: 4, 6: 6 }, 4, 3)).toEqual({ runs: null, isComplete: false });
  });

  it("needs no step where there is nothing, or no host", () => {
    expect(searched({}, 0, 0)).toEqual({ runs: [], isComplete: true });
    expect(searched({ 1: 1 }, 0, 0)).toEqual({ runs: null, isComplete: true });
  });
});
