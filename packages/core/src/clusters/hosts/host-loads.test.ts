import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { hostLoadsOf } from "./host-loads.ts";
import { vmClassesOf } from "./vm-class.ts";

const controlPlane = (clusterName: string) => vmGroup({ clusterName, role: "control-plane", vmCount: 3, vcpu: 2 });

/** `cluster count` of each host. */
const names = (loads: ReturnType<typeof hostLoadsOf>) =>
  loads.map(({ vms }) => vms.map(({ clusterName, vmCount }) => `${clusterName} ${vmCount}`));

describe("what a host carries, by name", () => {
  it("is dealt out to one set after the other: of two threes on two hosts, no host gets three of one", () => {
    const { classes } = vmClassesOf([controlPlane("a"), controlPlane("b")], null);
    const loads = hostLoadsOf(
      [
        { hostCount: 1, vmCounts: [4] },
        { hostCount: 1, vmCounts: [2] },
      ],
      classes,
    );
    expect(names(loads)).toEqual([
      ["a 2", "b 2"],
      ["a 1", "b 1"],
    ]);
    const uneven = hostLoadsOf([{ hostCount: 2, vmCounts: [3] }], classes);
    expect(names(uneven)).toEqual([
      ["a 2", "b 1"],
      ["b 2", "a 1"],
    ]);
  });

  it("is one group after the other where nothing is kept apart", () => {
    const groups = ["a", "b"].map((clusterName) => vmGroup({ clusterName, vmCount: 3 }));
    const { classes } = vmClassesOf(groups, vmGroup({ clusterName: "b" }));
    const loads = hostLoadsOf(
      [
        { hostCount: 1, vmCounts: [5] },
        { hostCount: 1, vmCounts: [2] },
      ],
      classes,
    );
    expect(names(loads)).toEqual([
      ["a 3", "b 2"],
      ["b 1", "b 1"],
    ]);
    expect(loads[1]?.vms.map(({ isSurge }) => isSurge)).toEqual([false, true]);
  });

  it("is summed, and told by memory, then by vCPU; a host without any is none of them", () => {
    const groups = [vmGroup({ vmCount: 3, vcpu: 0.1, memoryGiB: 20 }), vmGroup({ vmCount: 2, vcpu: 4, memoryGiB: 10 })];
    const runs = [
      { hostCount: 1, vmCounts: [0, 0] },
      { hostCount: 1, vmCounts: [1, 0] },
      { hostCount: 1, vmCounts: [0, 2] },
      { hostCount: 1, vmCounts: [2, 0] },
    ];
    const loads = hostLoadsOf(runs, vmClassesOf(groups, null).classes);
    expect(loads.map(({ vmCount, vcpu, memoryGiB }) => [vmCount, vcpu, memoryGiB])).toEqual([
      [2, 0.2, 40],
      [2, 8, 20],
      [1, 0.1, 20],
    ]);
  });
});
