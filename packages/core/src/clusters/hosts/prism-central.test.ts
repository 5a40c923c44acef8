import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toyContext } from "../../../../../test/support/toy.ts";
import type { Settings } from "../../input/parameters.ts";
import { type PrismCentralNeed, prismCentralFor } from "./prism-central.ts";

// Toy sizes: x-small for 1 cluster, 10 hosts, 100 VMs, not from the marketplace; small ten times, large a hundred times that.
const need = (more: Partial<PrismCentralNeed> = {}): PrismCentralNeed => ({
  prismElementClusterCount: 1,
  hostCount: 10,
  vmCount: 100,
  ...more,
});
const plan = (asked: PrismCentralNeed, settings: Settings = {}) => prismCentralFor(asked, toyContext(settings));
const byCommand = { "nkp-deployment": "command" };

describe("the size of Prism Central", () => {
  it("is the smallest that holds everything, to the last VM", () => {
    expect(plan(need(), byCommand)).toMatchObject({ size: { id: "x-small" }, reason: "The smallest there is." });
    expect(plan(need({ vmCount: 101 }), byCommand)).toMatchObject({
      size: { id: "small" },
      reason: "x-small looks after at most 100 VMs, not 101.",
    });
    expect(plan(need({ hostCount: 101 }), byCommand).size.id).toBe("large");
    expect(plan(need({ prismElementClusterCount: 11 }), byCommand).size.id).toBe("large");
  });

  it("is larger where the marketplace deploys NKP, or where there are three VMs", () => {
    expect(plan(need())).toMatchObject({
      size: { id: "small" },
      reason: "x-small does not serve NKP that is deployed marketplace.",
    });
    expect(plan(need(), { ...byCommand, "prism-central-deployment": "3-vm" })).toMatchObject({
      size: { id: "small" },
      reason: "x-small does not come as 3-vm.",
      group: { vmCount: 3 },
    });
  });

  it("comes as VMs for the hosts, with what it looks after", () => {
    const { group, lines } = plan(need({ vmCount: 101 }));
    expect(group).toEqual({
      clusterName: "prism-central",
      role: "prism-central",
      vmCount: 1,
      vcpu: 4,
      memoryGiB: 16,
      diskGiB: 100,
      surgeCount: 0,
    });
    expect(lines.map(({ label, value, note }) => [label, value, note])).toEqual([
      ["Prism Element clusters", 1, "small looks after at most 10"],
      ["Hosts", 10, "small looks after at most 100"],
      ["VMs", 101, "small looks after at most 1000"],
    ]);
  });

  it("says where none is large enough", () => {
    expect(plan(need({ vmCount: 10_000 })).refusalOfLargest).toBeNull();
    const { size, refusalOfLargest } = plan(need({ vmCount: 10_001 }));
    expect(size.id).toBe("large");
    expect(refusalOfLargest).toBe("large looks after at most 10000 VMs, not 10001.");
  });

  it("never shrinks when more is asked of it", () => {
    const some = fc.record({
      prismElementClusterCount: fc.integer({ min: 0, max: 120 }),
      hostCount: fc.integer({ min: 0, max: 1200 }),
      vmCount: fc.integer({ min: 0, max: 12_000 }),
    });
    fc.assert(
      fc.property(some, fc.nat(20), (asked, more) => {
        const larger = need({ ...asked, hostCount: asked.hostCount + more, vmCount: asked.vmCount + more });
        expect(plan(larger).size.vcpu).toBeGreaterThanOrEqual(plan(asked).size.vcpu);
      }),
    );
  });
});
