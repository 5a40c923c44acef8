import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { ordersOf } from "./host-orders.ts";
import { packingProblem } from "./host-problem.ts";
import { unitsOf, vmClassesOf } from "./vm-class.ts";
import type { VmGroup } from "./vm-group.ts";

/** On hosts of 20 vCPU and 100 GiB; classes come by memory. */
const orders = (...sizes: readonly Partial<VmGroup>[]) => {
  const groups = sizes.map((size, index) => vmGroup({ clusterName: `c${index}`, ...size }));
  return ordersOf(packingProblem(vmClassesOf(groups, null), 3, unitsOf({ vcpu: 20, memoryGiB: 100 })));
};

describe("orders in which VMs are placed", () => {
  it("are those by memory, by vCPU, by the larger share, by the sum and the product of both", () => {
    // shares of vCPU and memory: 0.05 + 0.6, 0.3 + 0.3, 0.55 + 0.05, 0.1 + 0.04
    const found = orders(
      { vcpu: 1, memoryGiB: 60 },
      { vcpu: 6, memoryGiB: 30 },
      { vcpu: 11, memoryGiB: 5 },
      { vcpu: 2, memoryGiB: 4 },
    );
    // by memory; by vCPU; by the larger: 0.6, 0.55, 0.3; by the product: 0.09, 0.03, 0.0275. By the sum as by memory
    expect(found).toEqual([
      [0, 1, 2, 3],
      [2, 1, 3, 0],
      [0, 2, 1, 3],
      [1, 0, 2, 3],
    ]);
  });

  it("have VMs that are kept apart among the others, and before them", () => {
    const found = orders({ memoryGiB: 60, vcpu: 4 }, { role: "control-plane", vmCount: 3 }, { memoryGiB: 5 });
    expect(found).toEqual([
      [0, 1, 2],
      [1, 0, 2],
    ]);
  });

  it("are each of them once", () => {
    expect(orders({ memoryGiB: 60, vcpu: 12 }, { memoryGiB: 30, vcpu: 6 })).toEqual([[0, 1]]);
    expect(orders()).toEqual([[]]);
  });
});
