import { describe, expect, it } from "vitest";
import { onToyHosts, vmGroup } from "../../../../test/support/hosts.ts";
import type { Settings } from "../input/parameters.ts";
import { hostListOf } from "./host-list.ts";
import { hostNumbersText, lossLines, placedVmsText } from "./host-list-texts.ts";

/** On hosts of 20 vCPU and 100 GiB. */
const listOf = (groups: Parameters<typeof onToyHosts>[0], settings?: Settings) =>
  hostListOf(onToyHosts(groups, settings));
const rowsOf = ({ rows }: ReturnType<typeof hostListOf>) =>
  rows.map((row) => [
    hostNumbersText(row),
    row.vcpu,
    row.freeVcpu,
    row.memoryGiB,
    row.freeMemoryGiB,
    row.vms.map(placedVmsText).join(", "),
  ]);
const lossesOf = ({ losses }: ReturnType<typeof hostListOf>) =>
  losses.map((row) => [hostNumbersText(row), ...lossLines(row).map(({ vms, restartOn }) => `${vms} → ${restartOn}`)]);

describe("the list of hosts", () => {
  it("has hosts alike on one line, what they carry by name, and what is free", () => {
    // nine of 8 vCPU and 30 GiB: two a host, so five, and a spare one
    const list = listOf([vmGroup({ clusterName: "tenant-a", vmCount: 9, vcpu: 8, memoryGiB: 30 })]);
    expect(rowsOf(list)).toEqual([
      ["1 to 4", 16, 4, 60, 40, "2 × tenant-a workload 8/30"],
      ["5", 8, 12, 30, 70, "1 × tenant-a workload 8/30"],
      ["6", 0, 20, 0, 100, ""],
    ]);
    expect(lossesOf(list)).toEqual([
      ["1 to 4", "all → host 6"],
      ["5", "all → host 6"],
    ]);
    expect(list.notes[0]).toBe("6 hosts: packing binds; no placement has fewer than 6.");
    expect(list.notes).toContain("Left empty: 1 host. The VMs of as many that fail start again there, whichever fail.");
    expect(list.notes.at(-1)).toContain("host 1 takes 2 of 9 nodes of tenant-a workload with it");
  });

  it("says which VMs stay down where no host is spare", () => {
    const list = listOf([vmGroup({ vmCount: 3, memoryGiB: 60 })], { "host-spare": "0" });
    expect(lossesOf(list)).toEqual([["1 to 3", "1 × alpha workload 1/60 → none: down"]]);
    expect(list.notes).toContain("No host is spare: when one fails, up to 1 VM stay down until it is back.");
    const small = listOf([vmGroup({ vmCount: 3, memoryGiB: 20 })], { "host-spare": "0" });
    expect(small.notes.join(" ")).toContain("No host is spare, and yet the VMs of any one that fails find room");
  });

  it("lists all VMs on the hosts left where others have to move first", () => {
    // 4 × 5 + 4 × 10 vCPU: 15 on each of four hosts, and 20 on each of three
    const list = listOf([
      vmGroup({ role: "control-plane", vmCount: 4, vcpu: 5 }),
      vmGroup({ clusterName: "b", vmCount: 4, vcpu: 10 }),
    ]);
    expect(lossesOf(list)).toEqual([["1 to 4", "all → others move first"]]);
    expect(list.rowsAfterMoves.reduce((sum, { hostCount }) => sum + hostCount, 0)).toBe(3);
    expect(list.notes.join(" ")).toContain(
      "a placement of all VMs on the 3 hosts left was found, and is listed below.",
    );
  });

  it("names the upgrades that room is kept for, and shows the first", () => {
    const list = listOf([
      vmGroup({ vmCount: 2, vcpu: 8, memoryGiB: 16, surgeCount: 1 }),
      vmGroup({ clusterName: "b", vmCount: 2, vcpu: 4, memoryGiB: 32, surgeCount: 1 }),
    ]);
    const kept = list.rows.flatMap(({ vms }) => vms.filter(({ isSurge }) => isSurge));
    expect(kept.map(placedVmsText)).toEqual(["1 × b workload 4/32 (kept free for an upgrade)"]);
    expect(list.notes.join(" ")).toContain(
      "for each other one there is a placement like this: b workload 4/32, alpha workload 8/16.",
    );
  });

  it("is empty where VMs are not placed, and says so", () => {
    const plan = { ...onToyHosts([vmGroup({ vmCount: 3 })]), isPacked: false, loads: [], loadsAfterFailure: [] };
    const { rows, losses, notes } = hostListOf(plan);
    expect([rows, losses]).toEqual([[], []]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("VMs are not placed, as the fleet does not run as asked");
    expect(listOf([])).toMatchObject({
      rows: [],
      losses: [],
      notes: ["There are no hosts: there is nothing to place."],
    });
  });
});
