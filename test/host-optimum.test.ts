import { exampleFleet, examplePriceBook, planningContext } from "@nkp-planner/catalog";
import { operatingModels, structureOf, type VmGroup } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { smallHostCases } from "../bench/host-cases.ts";
import { fewestBinsSolver, type Kind } from "../bench/packing-optimum.ts";
import { onlyHosts, onToyHosts, vmGroup } from "./support/hosts.ts";

const CASE_COUNT = 60;
const MOST_VMS = 40;
const fewestBins = await fewestBinsSolver();

/** What a toy host offers, of which one is spare and three are the least. */
const HOST = { cpu: 20, memory: 100 };
const SPARE = 1;
const LEAST = 3;

const kindOf = ({ vcpu, memoryGiB, vmCount, role }: VmGroup, hostCount: number): Kind => ({
  cpu: vcpu,
  memory: memoryGiB,
  count: vmCount,
  mostPerBin: role === "control-plane" ? Math.ceil(vmCount / hostCount) : Number.POSITIVE_INFINITY,
});

/** Whether so many hosts carry all VMs, and any one more that is there while its group is upgraded. */
function carry(hostCount: number, groups: readonly VmGroup[]): boolean {
  const kinds = groups.map((group) => kindOf(group, hostCount));
  const upgrades = groups.map((group) => ({ ...kindOf(group, hostCount), count: 1, mostPerBin: 1 }));
  return upgrades.every((upgrade) => fewestBins([...kinds, upgrade], HOST) <= hostCount);
}

/** The fewest hosts that do so, and with the spare one down, by trying one number after the other. */
function optimumOf(groups: readonly VmGroup[]): number {
  let hostCount = LEAST;
  while (!carry(hostCount - SPARE, groups) || !carry(hostCount, groups)) hostCount += 1;
  return hostCount;
}

describe("hosts for a fleet, beside the proven optimum", () => {
  it("agrees with placements worked out by hand", () => {
    // four of 12 vCPU with the one to upgrade, one a host, and six of 4, two of them beside each: 4, and a spare one
    const workers = [vmGroup({ vmCount: 3, vcpu: 12 }), vmGroup({ clusterName: "b", vmCount: 6, vcpu: 4 })];
    expect(optimumOf(workers)).toBe(5);
    // three on hosts of their own or 2 + 1 do not matter where two never share one: 3, the one to upgrade, a spare one
    expect(optimumOf([vmGroup({ role: "control-plane", vmCount: 3, vcpu: 12 })])).toBe(5);
  });

  it.each(smallHostCases(CASE_COUNT).map((groups, index) => [index + 1, groups] as const))(
    "case %i: lower bound = optimum = our count",
    (_, groups) => {
      expect(groups.reduce((sum, { vmCount }) => sum + vmCount, 0)).toBeLessThanOrEqual(MOST_VMS);
      const optimum = optimumOf(groups);
      const { hostCount, lowerBoundHostCount } = onToyHosts(groups);
      expect({ hostCount, lowerBoundHostCount }).toEqual({ hostCount: optimum, lowerBoundHostCount: optimum });
    },
  );
});

describe("hosts for the example's fleet", () => {
  it.each([
    ["starter-self-managed", 11],
    ["ultimate-centralized", 14],
    ["hybrid", 13],
  ])("by %s are %i, and no placement has fewer", (id, expected) => {
    const model = operatingModels.find((one) => one.id === id);
    const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
    const { infrastructure } = structureOf(exampleFleet, model as NonNullable<typeof model>, context);
    const { hosts } = onlyHosts(infrastructure);
    const { hostCount, lowerBoundHostCount } = hosts;
    expect({ hostCount, lowerBoundHostCount }).toEqual({ hostCount: expected, lowerBoundHostCount: expected });
  });
});
