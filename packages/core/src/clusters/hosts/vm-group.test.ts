import { describe, expect, it } from "vitest";
import { surgesOf, type VmGroup } from "./vm-group.ts";

const group = (vcpu: number, memoryGiB: number, more: Partial<VmGroup> = {}): VmGroup => ({
  clusterName: "alpha",
  role: "workload",
  vmCount: 3,
  vcpu,
  memoryGiB,
  diskGiB: 80,
  surgeCount: 1,
  ...more,
});
const sizes = (groups: readonly VmGroup[], simultaneous = 1) =>
  surgesOf(groups, simultaneous).map(({ vmCount, vcpu, memoryGiB }) => `${vmCount} × ${vcpu}/${memoryGiB}`);

describe("room for upgrades", () => {
  it("is that of the largest VM, once where several are as large", () => {
    expect(sizes([group(4, 16), group(8, 32), group(8, 32)])).toEqual(["1 × 8/32"]);
  });

  it("is that of each where none covers the other", () => {
    expect(sizes([group(8, 16), group(4, 32)])).toEqual(["1 × 4/32", "1 × 8/16"]);
  });

  it("grows with the upgrades at once, and with the VMs that one of them adds", () => {
    expect(sizes([group(4, 16)], 3)).toEqual(["3 × 4/16"]);
    expect(sizes([group(4, 16, { surgeCount: 2 })], 3)).toEqual(["6 × 4/16"]);
  });

  it("is none where nothing is upgraded", () => {
    expect(sizes([group(4, 16, { surgeCount: 0 }), group(4, 16, { vmCount: 0 })])).toEqual([]);
    expect(sizes([group(4, 16)], 0)).toEqual([]);
  });
});
