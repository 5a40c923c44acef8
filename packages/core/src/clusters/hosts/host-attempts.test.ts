import { describe, expect, it } from "vitest";
import { vmGroup } from "../../../../../test/support/hosts.ts";
import { HostAttempts } from "./host-attempts.ts";
import type { VmGroup } from "./vm-group.ts";

/** On hosts of 20 vCPU and 100 GiB. */
const trialsOf = (groups: readonly VmGroup[], surges: readonly VmGroup[] = [], isPacked = true) =>
  new HostAttempts(groups, surges, { vcpu: 20, memoryGiB: 100 }, isPacked);
const four = [vmGroup({ vmCount: 4, memoryGiB: 60 })];

describe("attempts of numbers of hosts", () => {
  it("find a placement, or that there is none", () => {
    const attempts = trialsOf(four);
    expect([2, 3, 4, 5].map((count) => attempts.on(count).suffices)).toEqual([false, false, true, true]);
    expect([2, 3, 4, 5].map((count) => attempts.on(count).isImpossible)).toEqual([true, true, false, false]);
    expect(attempts.loadsOn(4).map(({ memoryGiB }) => memoryGiB)).toEqual([60, 60, 60, 60]);
    expect(attempts.loadsOn(3)).toEqual([]);
  });

  it("need room for each of the upgrades", () => {
    // beside 4 × 60 GiB: 30 GiB fit, and so do 15 vCPU, but not 50 GiB
    const [small, fast, large] = [{ memoryGiB: 30 }, { vcpu: 15 }, { memoryGiB: 50 }].map((size) => vmGroup(size));
    const suffices = (...surges: readonly (VmGroup | undefined)[]) =>
      trialsOf(
        four,
        surges.flatMap((surge) => surge ?? []),
      ).on(4).suffices;
    expect([suffices(small, fast), suffices(small, large), suffices(large, fast)]).toEqual([true, false, false]);
  });

  it("take what is not impossible for enough where nothing is placed", () => {
    const attempts = trialsOf(four, [], false);
    expect([3, 4].map((count) => attempts.on(count).suffices)).toEqual([false, true]);
    expect(attempts.loadsOn(4)).toEqual([]);
  });
});
