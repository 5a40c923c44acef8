import { describe, expect, it } from "vitest";
import { onToyHosts, vmGroup } from "../../../../../test/support/hosts.ts";
import { hostPlacementOf } from "./host-placement.ts";

const memoryOf = (loads: readonly { readonly memoryGiB: number }[]) => loads.map(({ memoryGiB }) => memoryGiB);

describe("the placement that is shown", () => {
  it("is on all hosts where the VMs of any one start again on the others", () => {
    // 6 × 40 GiB: two a host on three; a fourth is spare, so that each loss finds 2 × 40 GiB
    const { loads, losses } = hostPlacementOf(onToyHosts([vmGroup({ vmCount: 6, memoryGiB: 40 })]));
    expect(losses.map(({ end }) => end)).toEqual(loads.map(() => "restart"));
    // three on hosts of their own, four hosts: each of the others takes one
    const spread = hostPlacementOf(onToyHosts([vmGroup({ role: "control-plane", vmCount: 3, memoryGiB: 40 })]));
    expect(memoryOf(spread.loads)).toEqual([40, 40, 40]);
    expect(spread.losses.flatMap(({ restarts }) => restarts.map(({ hostNumber }) => hostNumber))).toHaveLength(3);
  });

  it("leaves the spare hosts empty where two may fail", () => {
    const plan = onToyHosts([vmGroup({ vmCount: 6, memoryGiB: 40 })], { "host-spare": "2" });
    const { loads, losses } = hostPlacementOf(plan);
    expect(plan.hostCount - loads.length).toBeGreaterThanOrEqual(2);
    expect(losses.every(({ end }) => end === "restart")).toBe(true);
  });

  it("is on all hosts, others to move first, where VMs that stand for each other need them all", () => {
    // four of 5 vCPU apart, and four of 10: 60 of 80, a spare host's worth is free, in pieces of 5. On three hosts two
    // of the four share one: 10 + 10, and twice 10 + 5 + 5.
    const groups = [
      vmGroup({ role: "control-plane", vmCount: 4, vcpu: 5 }),
      vmGroup({ clusterName: "b", vmCount: 4, vcpu: 10 }),
    ];
    const { loads, losses, loadsAfterMoves } = hostPlacementOf(onToyHosts(groups));
    expect(loads.map(({ vcpu }) => vcpu)).toEqual([15, 15, 15, 15]);
    expect(losses.map(({ end }) => end)).toEqual(["moves", "moves", "moves", "moves"]);
    expect(loadsAfterMoves.map(({ vcpu }) => vcpu)).toEqual([20, 20, 20]);
  });

  it("is none where nothing is placed", () => {
    expect(hostPlacementOf(onToyHosts([]))).toEqual({ loads: [], losses: [], loadsAfterMoves: [] });
  });
});
