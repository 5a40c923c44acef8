import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { unitsOf, vmClassesOf } from "./vm-class.ts";

const controlPlane = (clusterName: string, vmCount: number, memoryGiB = 8) =>
  vmGroup({ clusterName, role: "control-plane", vmCount, vcpu: 2, memoryGiB });
const counts = (...args: Parameters<typeof vmClassesOf>) =>
  vmClassesOf(...args).classes.map(({ vmCount, apartIndex, members }) => [vmCount, apartIndex, members.length]);

describe("alike VMs", () => {
  it("are one class, whatever their cluster and role, an upgrade too", () => {
    const groups = [vmGroup({ vmCount: 2 }), vmGroup({ clusterName: "b", role: "platform", vmCount: 3 })];
    expect(counts(groups, vmGroup({ clusterName: "b" }))).toEqual([[6, null, 3]]);
    expect(counts([...groups, vmGroup({ vcpu: 2 }), vmGroup({ vmCount: 0, vcpu: 3 })], null)).toEqual([
      [1, null, 1],
      [5, null, 2],
    ]);
  });

  it("are another class where they are kept apart in another way", () => {
    const groups = [
      controlPlane("a", 3),
      controlPlane("b", 3),
      controlPlane("c", 1),
      vmGroup({ vcpu: 2, memoryGiB: 8 }),
    ];
    // sets of three, sets of one, and the worker with the room to upgrade a control plane, which is not kept apart
    expect(counts(groups, controlPlane("a", 1))).toEqual([
      [6, 1, 2],
      [2, null, 2],
      [1, 0, 1],
    ]);
    expect(vmClassesOf(groups, null).apart).toEqual([
      { setCount: 1, setVmCount: 1 },
      { setCount: 2, setVmCount: 3 },
    ]);
  });

  it("stay for themselves in a set of several sizes", () => {
    const groups = [controlPlane("a", 2), controlPlane("a", 1, 16), controlPlane("b", 2)];
    expect(vmClassesOf(groups, null).apart).toEqual([
      { setCount: 1, setVmCount: 2 },
      { setCount: 1, setVmCount: 3 },
    ]);
    expect(counts(groups, null)).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [2, 0, 1],
    ]);
  });

  it("are counted in whole units, in which three tenths are three times a tenth", () => {
    expect(3 * unitsOf({ vcpu: 0.1, memoryGiB: 33.3 }).vcpuQuantity).toBe(
      unitsOf({ vcpu: 0.3, memoryGiB: 0 }).vcpuQuantity,
    );
    expect(unitsOf({ vcpu: 72 * 0.95, memoryGiB: 1 })).toEqual({
      vcpuQuantity: 68_400_000_000,
      memoryQuantity: 1_000_000_000,
      gpuCount: 0,
    });
  });
});
