import { type FleetPlan, InputError, operatingModels, planFleet, sharesOf, sumMoney } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { onlyHosts } from "./support/hosts.ts";
import { fleetOf, pods, type TenantDraft, toyContext, toyPriceBook } from "./support/toy.ts";
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

const idsOf = (shares: readonly { readonly tenantId: string }[]) => shares.map(({ tenantId }) => tenantId);
const sharedOf = ({ tenants }: FleetPlan) => tenants.map(({ sharedMonthlyCost }) => sharedMonthlyCost.amount);

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
      return [sum("own").amount, sum("shared").amount];
    };
    for (const { tenantId, ownMonthlyCost, sharedMonthlyCost } of plan.tenants) {
      expect(sums(tenantId)).toEqual([ownMonthlyCost.amount, sharedMonthlyCost.amount]);
    }
    const mine = plan.shared.find(({ line }) => line.clusterName === "tenant-a") as FleetPlan["shared"][number];
    expect(sharesOf(mine, "b")).toEqual({ own: null, shared: null });
  });

  it("gives the odd cent to the first by id, however the fleet is written", () => {
    const odd = (plan: FleetPlan) =>
      Object.fromEntries(plan.tenants.map((one) => [one.tenantId, one.sharedMonthlyCost.amount]));
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
      expect(idsOf(shares)).toEqual(["a", "b"]);
    }
    const insurance = plan.costs.find(({ rate }) => rate.sku === "ALL");
    expect(insurance?.amount.amount).toBe("83.33"); // 1000 ÷ 12
  });
});

describe("a plane that looks after some tenants and is reported to by others", () => {
  const hybrid = operatingModels.find(({ id }) => id === "hybrid") as (typeof operatingModels)[number];
  const attached = ["a", "b"].map((id) => ({ id, workloads: [pods(6, "1", "1Gi")] }));
  const reporting = { id: "r", upgradeCadence: "own" as const, workloads: [pods(6, "1", "1Gi")] };

  /** The plane's own application is the stack: 4 × (3 vCPU, 4 GiB, 50 GiB of claims) of all that the platform requests. */
  const context = (settings = {}, items?: readonly object[]) => {
    const toy = toyContext({ "shared-cost": "uniform", "tenant-services": "agents", ...settings });
    const tenantServices = toy.catalog.tenantServices.map((one) =>
      one.on === "central" ? { ...one, applications: ["management-apps"], components: [] } : one,
    );
    return {
      ...toy,
      catalog: { ...toy.catalog, tenantServices },
      ...(items === undefined ? {} : { priceBook: toyPriceBook({ items }) }),
    };
  };

  it("charges those who only report their part of the central stack, and nothing of licences, labour or control plane", () => {
    const plan = planFleet(fleetOf(...attached, reporting), hybrid, context());
    const borne = plan.shared.flatMap(({ line, splits }) =>
      splits.flatMap(({ portion, basis, shares }) =>
        idsOf(shares).includes("r") && basis !== "own"
          ? [{ driver: line.driver, role: portion.poolName, shares, portion }]
          : [],
      ),
    );
    expect(borne.map(({ driver, role }) => `${driver} ${role}`)).toEqual([
      "vcpu platform",
      "memory platform",
      "storage platform",
      "storage null",
    ]);
    const amounts = borne.map(({ portion, shares }) => {
      expect(idsOf(shares)).toEqual(["a", "b", "r"]);
      expect(portion).toMatchObject({ clusterName: "management", isForCentralStack: true });
      return portion.amount.amount;
    });
    // Four nodes of 8 vCPU, 32 GiB, 100 GiB of disk. The platform there: the stack's 12 + 2 × 1 vCPU and 16 + 2 × 1 GiB,
    // and four agents of 0.1 vCPU and 0.125 GiB: 14.4 vCPU and 18.5 GiB. Disks go by vCPU. All 200 GiB of claims are its.
    expect(amounts).toEqual([
      ((32 * 10 * 14) / 14.4).toFixed(2),
      ((128 * 2 * 18) / 18.5).toFixed(2),
      ((400 * 0.1 * 14) / 14.4).toFixed(2),
      "20.00",
    ]);
    const own = plan.tenants.find(({ tenantId }) => tenantId === "r");
    const third = amounts.map(Number).reduce((sum, amount) => sum + amount / 3, 0);
    expect(Number(own?.sharedMonthlyCost.amount)).toBeCloseTo(third, 1);
  });

  it("of hosts: by the stack's part of what the platform requests there, CPU and memory each by what all hosts offer", () => {
    const book = {
      ...toyHostBook(),
      rates: Object.fromEntries(
        Object.entries(toyHostBook().rates).filter(([kind]) => kind === "host" || kind.startsWith("l")),
      ),
    };
    const plan = planFleet(fleetOf(...attached, reporting), hybrid, {
      ...context(),
      priceBook: { ...book, added: [] },
    });
    const { hosts } = onlyHosts(plan.infrastructure);
    const [line] = plan.shared.filter(({ line: { driver } }) => driver === "host");
    const ofPool = (line?.splits ?? []).filter(
      ({ portion }) => portion.clusterName === "management" && portion.poolName === "platform",
    );
    expect(ofPool.map(({ portion, shares }) => [portion.isForCentralStack ?? false, idsOf(shares)])).toEqual([
      [true, ["a", "b", "r"]],
      [false, ["a", "b"]],
    ]);
    // The pool has 32 vCPU and 128 GiB, the hosts 20 and 100 each: as parts of all hosts.
    const [cpu, memory] = [32 / (hosts.hostCount * 20), 128 / (hosts.hostCount * 100)];
    const [stack, rest] = ofPool.map(({ portion }) => Number(portion.amount.amount)) as [number, number];
    expect(stack / (stack + rest)).toBeCloseTo(((cpu * 14) / 14.4 + (memory * 18) / 18.5) / (cpu + memory), 4);
  });

  it("bears nothing of a plane whose stack nobody knows", () => {
    const plan = planFleet(fleetOf(...attached, reporting), hybrid, toyContext({ "tenant-services": "agents" }));
    expect(sharedOf(plan).at(-1)).toBe("0.00");
  });

  it("divides the stack among all, and leaves the fleet's cost as it is", () => {
    const plan = planFleet(fleetOf(...attached, reporting), hybrid, context());
    const sum = sumMoney(
      plan.tenants.map(({ monthlyCost }) => monthlyCost),
      "EUR",
    );
    expect(sum.amount).toBe(plan.totals.monthlyCost.amount);
  });

  it.each([
    ["Ultimate's", "license-ultimate", ["a", "b"]],
    ["Starter's", "license-starter", ["r"]],
  ])("keeps what fills up %s minimum with the tenants of that edition's clusters", (_whose, kind, expected) => {
    const items = [
      ["infrastructure-vcpu", "vCPU-month", "10"],
      ["infrastructure-memory", "GiB-month", "2"],
      ["infrastructure-storage", "GiB-month", "0.10"],
      ["license-starter", "vCPU-month", "5"],
      ["license-ultimate", "vCPU-month", "20"],
      ["labour", "hour", "50"],
    ].map(([appliesTo, unit, unitPrice]) => ({
      ...{ sku: appliesTo, name: appliesTo, appliesTo, unit, unitPrice },
      ...(appliesTo === kind ? { minimum: 5000 } : {}),
    }));
    const plan = planFleet(fleetOf(...attached, reporting), hybrid, context({}, items));
    const filling = plan.shared
      .filter(({ line }) => line.label.endsWith("to reach the minimum billed"))
      .flatMap(({ splits }) => splits);
    expect(filling).toHaveLength(1);
    expect(idsOf(filling[0]?.shares ?? [])).toEqual(expected);
  });

  it("keeps what fills up a class of volumes with the tenants that have such volumes", () => {
    const classy = { id: "g", workloads: [{ ...pods(1, "1", "1Gi", "10Gi"), storageClass: "gold" }] };
    const items = [
      ["V", "infrastructure-vcpu", "vCPU-month", "10"],
      ["M", "infrastructure-memory", "GiB-month", "2"],
      ["S", "infrastructure-storage", "GiB-month", "0.10"],
      ["L", "license-ultimate", "vCPU-month", "20"],
      ["H", "labour", "hour", "50"],
    ].map(([sku, appliesTo, unit, unitPrice]) => ({ sku, name: sku, appliesTo, unit, unitPrice }));
    const gold = { ...items[2], sku: "G", unitPrice: "0.40", storageClass: "gold", minimum: 1000 };
    const priceBook = toyPriceBook({ items: [...items, gold] });
    const plan = planFleet(fleetOf(...attached, classy), ultimate, { ...toyContext(), priceBook });
    const filling = plan.shared.filter(({ line }) => line.label.endsWith("to reach the minimum billed"));
    expect(filling.flatMap(({ splits }) => splits.map(({ shares }) => idsOf(shares)))).toEqual([["g"]]);
  });
});

describe("a cluster that looks after nobody", () => {
  it("is everybody's to pay, and those who report to it bear one that is there for them alone", () => {
    const plane = operatingModels.find(({ id }) => id === "ultimate-centralized") as (typeof operatingModels)[number];
    const starter = operatingModels.find(({ id }) => id === "starter-self-managed") as (typeof operatingModels)[number];
    const idle = {
      ...starter,
      id: "idle-plane",
      layout: (tenants: Parameters<typeof starter.layout>[0]) => [
        ...plane.layout(tenants).filter(({ role }) => role === "management"),
        ...starter.layout(tenants),
      ],
    };
    for (const services of ["none", "agents"]) {
      const plan = planFleet(fleetOf(...TENANTS), idle, toyContext({ "tenant-services": services }));
      const ofPlane = plan.shared.flatMap(({ splits }) =>
        splits.filter(({ portion }) => portion.clusterName === "management"),
      );
      expect(ofPlane.length).toBeGreaterThan(4);
      for (const { shares } of ofPlane) expect(idsOf(shares)).toEqual(["a", "b"]);
    }
  });
});
