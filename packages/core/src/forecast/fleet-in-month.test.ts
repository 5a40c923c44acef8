import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fleetOf, type TenantDraft } from "../../../../test/support/toy.ts";
import type { DemandTotals } from "../input/demand-totals.ts";
import type { Tenant } from "../input/fleet.ts";
import type { Workload } from "../input/workload.ts";
import { grown } from "./fleet-in-month.ts";

const demandOf = (draft: TenantDraft): Tenant["demand"] => fleetOf(draft).tenants[0]?.demand ?? [];

describe("grown demand", () => {
  it("has whole replicas more and a pod for the part of one, and as many DaemonSets", () => {
    const requests = { cpu: "1", memory: "1Gi" };
    const demand = demandOf({
      workloads: [
        { name: "web", replicas: 10, requests },
        { name: "db", replicas: 1, requests: { cpu: "2", memory: "4Gi" }, storagePerReplica: "10Gi" },
        { name: "none", replicas: 0, requests },
        { name: "agent", kind: "DaemonSet", requests },
      ],
    });
    const pods = (factor: number) =>
      (grown(demand, factor) as readonly Workload[]).map(({ name, replicas, requestsPerReplica }) =>
        [name, replicas, requestsPerReplica.cpuMillicores].join(" "),
      );
    expect(pods(1)).toEqual(["web 10 1000", "db 1 2000", "none 0 1000", "agent 0 1000"]);
    // 10 × 1.1 is 11.000000000000002 to a double.
    expect(pods(1.1)).toEqual(["web 11 1000", "db 1 2000", "db, growth 1 200", "none 0 1000", "agent 0 1000"]);
    expect(pods(2)).toEqual(["web 20 1000", "db 2 2000", "none 0 1000", "agent 0 1000"]);
    expect(pods(2.01).slice(0, 4)).toEqual(["web 20 1000", "web, growth 1 100", "db 2 2000", "db, growth 1 20"]);
    const part = (grown(demand, 1.1) as readonly Workload[]).find(({ name }) => name === "db, growth");
    expect(part?.requestsPerReplica).toEqual({
      cpuMillicores: 200,
      memoryBytes: Math.ceil(0.4 * 2 ** 30),
      storageBytes: 2 ** 30,
    });
  });

  it("asks for its requests times the factor, however few replicas there are", () => {
    const factors = fc.integer({ min: 1000, max: 20_000 }).map((thousandths) => thousandths / 1000);
    const workloads = fc.array(
      fc.record({ replicas: fc.integer({ min: 0, max: 9 }), millicores: fc.integer({ min: 1, max: 9000 }) }),
    );
    fc.assert(
      fc.property(workloads, factors, (all, factor) => {
        const demand = demandOf({
          workloads: all.map(({ replicas, millicores }, index) => ({
            name: `w${index}`,
            replicas,
            requests: { cpu: `${millicores}m`, memory: "1Mi" },
          })),
        });
        const cpuOf = (one: Tenant["demand"]) =>
          (one as readonly Workload[]).reduce(
            (sum, { replicas, requestsPerReplica }) => sum + replicas * requestsPerReplica.cpuMillicores,
            0,
          );
        const [before, after] = [cpuOf(demand), cpuOf(grown(demand, factor))];
        // Each part is rounded up to a whole millicore.
        expect(after).toBeGreaterThanOrEqual(before * factor - 0.01 * all.length);
        expect(after).toBeLessThanOrEqual(before * factor + all.length * 1.01);
      }),
    );
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
