import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { mostWeight, pricesOf } from "./host-prices.ts";
import { OneHost, packingProblem, sumProduct } from "./host-problem.ts";
import { unitsOf, vmClassesOf } from "./vm-class.ts";

/** VMs of so many vCPU and GiB, on hosts of 20 and 100; classes come by memory. */
function problemOf(sizes: readonly (readonly [vcpu: number, memoryGiB: number])[]) {
  const groups = sizes.map(([vcpu, memoryGiB], index) =>
    vmGroup({ clusterName: `c${index}`, vcpu, memoryGiB, vmCount: 9 }),
  );
  return packingProblem(vmClassesOf(groups, null), 1, unitsOf({ vcpu: 20, memoryGiB: 100 }));
}

describe("prices of a host", () => {
  it("are what VMs weigh for the parts that they take", () => {
    // each of weight 1: half of the vCPU and a tenth of the memory, or a tenth and half: at 1.67 of each both cost 1
    const problem = problemOf([
      [2, 50],
      [10, 10],
    ]);
    const prices = pricesOf([0, 1], [1, 1], problem).map(({ vcpuWeight, memoryWeight }) => [vcpuWeight, memoryWeight]);
    expect(prices).toEqual([
      [expect.closeTo(10, 9), 0],
      [expect.closeTo(5 / 3, 9), expect.closeTo(5 / 3, 9)],
      [0, expect.closeTo(10, 9)],
    ]);
    // a whole host carries 3.33 at most, one with half of its vCPU free 5 ÷ 3 × 1.5
    const weightOn = (...free: readonly number[]) => mostWeight(pricesOf([0, 1], [1, 1], problem), free, problem);
    expect(weightOn(problem.vcpu.quantity, problem.memory.quantity)).toBeCloseTo(10 / 3, 9);
    expect(weightOn(problem.vcpu.quantity / 2, problem.memory.quantity)).toBeCloseTo(2.5, 9);
    // the last hundredth of its memory: a hundredth of 10
    expect(weightOn(problem.vcpu.quantity, problem.memory.quantity / 100)).toBeCloseTo(0.1, 9);
  });

  it("are never less than VMs together weigh", () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 100 }));
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    const counts = fc.array(fc.nat(4), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.uniqueArray(size, { minLength: 1, maxLength: 6, selector: String }),
        weights,
        counts,
        (sizes, each, wanted) => {
          const problem = problemOf(sizes);
          const classes = [...problem.vmCounts.keys()];
          const prices = pricesOf(classes, each, problem);
          const host = new OneHost(problem);
          const empty = [...host.free];
          for (const one of classes) host.add(one, Math.min(wanted[one] as number, host.roomFor(one)));
          const taken = empty.map((free, index) => free - (host.free[index] as number));
          expect(sumProduct(host.vmCounts, each)).toBeLessThanOrEqual(mostWeight(prices, taken, problem) + 1e-6);
        },
      ),
      { numRuns: 500 },
    );
  });
});
