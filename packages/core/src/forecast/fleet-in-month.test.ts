import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fleetOf, type TenantDraft } from "../../../../test/support/toy.ts";
import type { DemandTotals, Tenant, Workload } from "../input.ts";
import { grown } from "./fleet-in-month.ts";

const demandOf = (draft: TenantDraft): Tenant["demand"] => fleetOf(draft).tenants[0]?.demand ?? [];

describe("grown demand", () => {
  it("has whole replicas more, and as many DaemonSets", () => {
    const requests = { cpu: "1", memory: "1Gi" };
    const demand = demandOf({
      workloads: [
        { name: "web", replicas: 10, requests },
        { name: "db", replicas: 1, requests },
        { name: "none", replicas: 0, requests },
        { name: "agent", kind: "DaemonSet", requests },
      ],
    });
    const counts = (factor: number) => (grown(demand, factor) as readonly Workload[]).map(({ replicas }) => replicas);
    expect(counts(1)).toEqual([10, 1, 0, 0]);
    // 10 × 1.1 is 11.000000000000002 to a double.
    expect(counts(1.1)).toEqual([11, 2, 0, 0]);
    expect(counts(2)).toEqual([20, 2, 0, 0]);
    expect(counts(2.01)).toEqual([21, 3, 0, 0]);
  });

  it("has more pods that ask for more in all, the largest as it was", () => {
    const demand = demandOf({
      demand: { pods: 10, cpu: "10", memory: "20Gi", storage: "100Gi", largestPod: { cpu: "2", memory: "4Gi" } },
    });
    const larger = grown(demand, 1.25) as DemandTotals;
    expect(larger).toMatchObject({
      podCount: 13,
      requests: { cpuMillicores: 12_500, memoryBytes: 25 * 2 ** 30, storageBytes: 125 * 2 ** 30 },
      largestPod: { cpuMillicores: 2000, memoryBytes: 4 * 2 ** 30 },
    });
  });

  it("never contradicts itself", () => {
    const amount = fc.integer({ min: 0, max: 2 ** 40 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        amount,
        amount,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (podCount, cpuMillicores, memoryBytes, fill, factor) => {
          const total = (largest: number) => largest + Math.floor(largest * (podCount - 1) * fill);
          const demand: DemandTotals = {
            podCount,
            requests: { cpuMillicores: total(cpuMillicores), memoryBytes: total(memoryBytes), storageBytes: 0 },
            largestPod: { cpuMillicores, memoryBytes, storageBytes: 0 },
          };
          const larger = grown(demand, factor) as DemandTotals;
          for (const resource of ["cpuMillicores", "memoryBytes"] as const) {
            expect(larger.largestPod[resource]).toBeLessThanOrEqual(larger.requests[resource]);
            expect(larger.requests[resource]).toBeLessThanOrEqual(larger.podCount * larger.largestPod[resource]);
            expect(Number.isInteger(larger.requests[resource])).toBe(true);
          }
        },
      ),
    );
  });
});
