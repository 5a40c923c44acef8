import {
  amountText,
  type FleetPlan,
  InputError,
  operatingModels,
  planFleet,
  sharesOf,
  sumMoney,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, type TenantDraft, toyContext } from "./support/toy.ts";
import { toyHostBook } from "./support/toy-prices.ts";

const ultimate = operatingModels.find(({ id }) => id === "ultimate-centralized") as (typeof operatingModels)[number];

/** a: 6 vCPU, 6 GiB; b: 2 vCPU, 6 GiB; on the toy's attached clusters of four workers each. */
const TENANTS: readonly TenantDraft[] = [
  { id: "a", shareWeight: 1, workloads: [pods(6, "1", "1Gi")] },
  { id: "b", shareWeight: 3, workloads: [pods(2, "1", "3Gi")] },
];

function planBy(method: string, tenants: readonly TenantDraft[] = TENANTS): FleetPlan {
  return planFleet(fleetOf(...tenants), ultimate, toyContext({ "shared-cost": method }));
}

const sharedOf = ({ tenants }: FleetPlan) => tenants.map(({ sharedMonthlyCost }) => amountText(sharedMonthlyCost));

describe("who bears the plane", () => {
  // Management: 32 × 20 + 44 × 10 + 176 × 2 + 900 GiB × 0.10 + 3.25 hours × 50 = 1684.50
  it.each([
    // (6 ÷ 8 + 6 ÷ 12) ÷ 2 = 0.625
    ["by-requests", 0.625],
    ["uniform", 0.5],
    ["by-nodes", 0.5],
    ["by-weights", 0.25],
  ])("%s", (method, share) => {
    const [a, b] = sharedOf(planBy(method)).map(Number);
    expect(Math.abs((a ?? 0) - share * 1684.5)).toBeLessThan(0.05); // ten lines, each to the cent
    expect((a ?? 0) + (b ?? 0)).toBeCloseTo(1684.5, 9);
  });

  it("names the basis on each split", () => {
    const bases = new Set(planBy("by-weights").shared.flatMap(({ splits }) => splits.map(({ basis }) => basis)));
    expect([...bases].sort()).toEqual(["by-weights", "own"]);
  });

  it("by nodes: a tenant with twice the nodes bears twice as much", () => {
    const large = { id: "a", shareWeight: 1, workloads: [pods(52, "1", "512Mi")] };
    const plan = planBy("by-nodes", [large, TENANTS[1] as TenantDraft]);
    const nodes = plan.clusters.filter(({ role }) => role === "attached").map(({ nodes: { workers } }) => workers);
    const [a, b] = sharedOf(plan).map(Number) as [number, number];
    expect(nodes[0]).toBeGreaterThan(4);
    expect(a / b).toBeCloseTo((nodes[0] as number) / (nodes[1] as number), 3);
  });

  it("says of each line what is a tenant's own and what is shared", () => {
    const plan = planBy("uniform");
    const sums = (tenantId: string) => {
      const shares = plan.shared.map((line) => sharesOf(line, tenantId));
      const sum = (kind: "own" | "shared") =>
        sumMoney(
          shares.flatMap((share) => share[kind] ?? []),
          "EUR",
        );
      return [amountText(sum("own")), amountText(sum("shared"))];
    };
    for (const { tenantId, ownMonthlyCost, sharedMonthlyCost } of plan.tenants) {
      expect(sums(tenantId)).toEqual([amountText(ownMonthlyCost), amountText(sharedMonthlyCost)]);
    }
    const mine = plan.shared.find(({ line }) => line.clusterName === "tenant-a") as FleetPlan["shared"][number];
    expect(sharesOf(mine, "b")).toEqual({ own: null, shared: null });
  });

  it("gives the odd cent to the first by id, however the fleet is written", () => {
    const odd = (plan: FleetPlan) =>
      Object.fromEntries(plan.tenants.map((one) => [one.tenantId, amountText(one.sharedMonthlyCost)]));
    expect(odd(planBy("uniform", TENANTS.toReversed()))).toEqual(odd(planBy("uniform")));
  });

  it("a cluster of one's own is no part of what is shared", () => {
    const hybrid = operatingModels.find(({ id }) => id === "hybrid") as (typeof operatingModels)[number];
    const tenants = [TENANTS[0] as TenantDraft, { ...(TENANTS[1] as TenantDraft), upgradeCadence: "own" as const }];
    const plan = planFleet(fleetOf(...tenants), hybrid, toyContext({ "shared-cost": "uniform" }));
    // b runs its own Starter cluster, which the plane does not manage: the plane is a's alone to pay.
    expect(sharedOf(plan)).toEqual(
      ["1684.50", "0.00"].map((amount, index) => (index === 0 ? expect.stringMatching(/^1[56]/) : amount)),
    );
  });

  it("weights of zero for all share evenly", () => {
    const none = TENANTS.map((tenant) => ({ ...tenant, shareWeight: 0 }));
    expect(sharedOf(planBy("by-weights", none))).toEqual(sharedOf(planBy("uniform")));
  });

  it("asks for a weight of every tenant, and says where", () => {
    const without = [TENANTS[0] as TenantDraft, { id: "b", name: "Basalt", workloads: [] }];
    expect(() => planBy("by-weights", without)).toThrow(InputError);
    expect(() => planBy("by-weights", without)).toThrow(
      /^fleet: tenants\[1\]\.shareWeight: found no weight for Basalt, expected one for each tenant, as shares go by weights; add for example shareWeight: 1$/,
    );
  });
});

describe("what belongs to no cluster", () => {
  it("is shared by all: hosts left free and Prism Central, an insurance of the fleet", () => {
    const context = { ...toyContext({ "shared-cost": "uniform" }), priceBook: toyHostBook() };
    const plan = planFleet(fleetOf(...TENANTS), ultimate, context);
    const fleetWide = plan.shared.flatMap(({ splits }) => splits).filter(({ portion }) => portion.clusterName === null);
    expect(fleetWide.length).toBeGreaterThan(4);
    for (const { basis, shares } of fleetWide) {
      expect(basis).toBe("uniform");
      expect([...shares.keys()]).toEqual(["a", "b"]);
    }
    const insurance = plan.costs.find(({ rate }) => rate.sku === "ALL");
    expect(amountText(insurance?.monthlyCost as FleetPlan["totals"]["monthlyCost"])).toBe("83.33"); // 1000 ÷ 12
  });
});
