import {
  breakEvenOf,
  type FleetSize,
  type Money,
  money,
  operatingModels,
  planFleet,
  smallestTenantOf,
  targetPricesOf,
  tryTenant,
  unitPriceForMargin,
  withUnitPrice,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext, toyPriceList } from "./support/toy.ts";

const starter = operatingModels[0] as (typeof operatingModels)[number];
const input = fleetOf({ id: "a", workloads: [pods(4, "1", "2Gi")] });
const list = (unitPrice: string) =>
  toyPriceList({ items: [{ sku: "VCPU", name: "vCPU", per: "requested-vcpu", unitPrice }] });
/** A cluster at a price, a vCPU at one, and volumes of a class that nobody has. */
const withBase = (unitPrice: string, more: object = {}) =>
  toyPriceList({
    items: [
      { sku: "BASE", name: "Cluster", per: "cluster", unitPrice, ...more },
      { sku: "VCPU", name: "vCPU", per: "requested-vcpu", unitPrice: "1" },
      { sku: "GOLD", name: "Fast volumes", per: "storage", storageClass: "gold", unitPrice: "1" },
    ],
  });
const contextWith = (unitPrice: string) => ({ ...toyContext(), priceList: list(unitPrice) });

describe("the price for a margin", () => {
  // Toy Starter: 8 × 5 + 14 × 10 + 40 × 2 + 500 × 0.10 + 3.25 × 50 = 472.50
  it("is cost ÷ (1 − margin); the floor is the cost", () => {
    const [target] = targetPricesOf(planFleet(input, starter, toyContext()), 0.3);
    expect(target?.floorMonthlyPrice?.amount).toBe("472.50");
    expect(target?.ownCostMonthlyPrice?.amount).toBe("472.50");
    expect(target?.targetMonthlyPrice?.amount).toBe("675.00"); // 472.50 ÷ 0.7
    expect(target?.monthlyPrice).toBeNull();
  });
});

describe("the unit price for the fleet's margin", () => {
  it("is found, and one cent less does not do", () => {
    const answer = unitPriceForMargin(input, starter, contextWith("1"), "VCPU", 0.3);
    expect((answer.unitPrice as Money).amount).toBe("168.75"); // 675 ÷ 4
    expect(answer.marginRatio).toBeGreaterThanOrEqual(0.3);
    expect(answer.belowMarginRatio).toBeLessThan(0.3);
    const planned = planFleet(input, starter, contextWith("168.75"));
    expect(planned.totals.marginRatio).toBe(answer.marginRatio);
  });

  it("does not exist where no tenant pays by it", () => {
    const agreed = fleetOf({ id: "a", workloads: [pods(1, "1", "1Gi")], price: { monthly: "1.00" } });
    const answer = unitPriceForMargin(agreed, starter, contextWith("1"), "VCPU", 0.3);
    expect(answer.unitPrice).toBeNull();
  });

  it("says why it is what it is", () => {
    const reasonOf = (fleet: typeof input, sku = "VCPU", ratio = 0.3) =>
      unitPriceForMargin(fleet, starter, { ...toyContext(), priceList: withBase("675") }, sku, ratio);
    // 675 for the cluster alone leaves 30 % of 472.50 of cost: the vCPU may be free.
    expect(reasonOf(input)).toMatchObject({ reason: "already-when-free", unitPrice: { amount: "0.00" } });
    expect(reasonOf(input, "VCPU", 0.31)).toMatchObject({ reason: "reached", unitPrice: { amount: "2.45" } });
    // Nobody has volumes of that class: neither price nor margin moves, reached or not.
    for (const ratio of [0.3, 0.9])
      expect(reasonOf(input, "GOLD", ratio)).toMatchObject({ reason: "not-charged", unitPrice: null });
    const unknown = fleetOf({ id: "a", workloads: [pods(4, "1", "2Gi")] });
    const without = { ...toyContext(), priceList: withBase("1", { optional: true }) };
    expect(unitPriceForMargin(unknown, starter, without, "BASE", 0.3)).toMatchObject({ reason: "not-charged" });
  });

  it.each([30, 1, 1.5, -0.1, Number.NaN])(
    "refuses %s as a margin ratio, as every question of margins does",
    (ratio) => {
      const context = contextWith("1");
      const plan = planFleet(input, starter, context);
      const pod = { cpuMillicores: 1000, memoryBytes: 2 ** 30, storageBytes: 0 };
      const question = { input, model: starter, context, pod, marginRatio: ratio };
      expect(() => unitPriceForMargin(input, starter, context, "VCPU", ratio)).toThrow(RangeError);
      expect(() => targetPricesOf(plan, ratio)).toThrow(RangeError);
      expect(() => targetPricesOf({ ...plan, tenants: [] }, ratio)).toThrow(RangeError);
      expect(() => tryTenant(question, 1)).toThrow(RangeError);
    },
  );

  it("names the ratio where percent were meant", () => {
    expect(() => targetPricesOf(planFleet(input, starter, contextWith("1")), 30)).toThrow("for 30 % it is 0.3");
  });

  it("refuses an item that the list does not have", () => {
    expect(() => unitPriceForMargin(input, starter, contextWith("1"), "VCPUS", 0.3)).toThrow('did you mean "VCPU"?');
    expect(() => unitPriceForMargin(input, starter, toyContext(), "VCPU", 0.3)).toThrow("give a price list");
  });

  it("keeps the proportions of tiers", () => {
    const tiered = toyPriceList({
      items: [
        {
          sku: "V",
          name: "V",
          per: "requested-vcpu",
          tiers: [
            { upTo: 2, unitPrice: "10" },
            { from: 2, unitPrice: "8" },
          ],
        },
      ],
    });
    const [item] = withUnitPrice(tiered, "V", money("20", "EUR")).items;
    expect(item?.tariff.tiers.map(({ unitPrice }) => unitPrice.amount)).toEqual(["20.00", "16.00"]);
  });
});

describe("break-even of two models", () => {
  const sizesOf = (...pairs: readonly (readonly [number, number])[]): readonly FleetSize[] =>
    pairs.map(([one, other], index) => ({
      tenantCount: index + 1,
      costs: [
        {
          modelId: "x",
          shortfalls: [],
          monthlyCost: money(String(one), "EUR"),
          platformMonthlyCost: money("0", "EUR"),
        },
        {
          modelId: "y",
          shortfalls: [],
          monthlyCost: money(String(other), "EUR"),
          platformMonthlyCost: money("0", "EUR"),
        },
      ],
    }));

  it.each([
    [
      "from the second on",
      [
        [9, 5],
        [9, 9],
        [9, 12],
      ],
      2,
      [],
    ],
    [
      "never",
      [
        [9, 5],
        [9, 6],
      ],
      null,
      [],
    ],
    [
      "always",
      [
        [1, 5],
        [2, 6],
      ],
      1,
      [],
    ],
    [
      "again after a gap",
      [
        [1, 5],
        [9, 6],
        [7, 7],
      ],
      3,
      [1],
    ],
    [
      "once, and not at the last",
      [
        [1, 5],
        [9, 6],
      ],
      null,
      [1],
    ],
  ] as const)("%s", (_what, pairs, from, also) => {
    const answer = breakEvenOf(sizesOf(...pairs), "x", "y");
    expect(answer.fromTenantCount).toBe(from);
    expect(answer.alsoAtTenantCounts).toEqual(also);
    expect(answer.provenUpToTenantCount).toBe(pairs.length);
    expect(answer.before?.tenantCount ?? null).toBe(from === null || from === 1 ? null : from - 1);
  });
});

describe("the smallest tenant worth taking", () => {
  const tried = (context: ReturnType<typeof contextWith>, most: number) =>
    Array.from({ length: most }, (_, index) =>
      tryTenant(
        {
          input,
          model: starter,
          context,
          pod: { cpuMillicores: 1000, memoryBytes: 2 ** 31, storageBytes: 0 },
          marginRatio: 0.1,
        },
        index + 1,
      ),
    );

  it("is where the price of its pods pays for its cluster: 200 × 3 = 600 against 472.50, 400 does not", () => {
    const answer = smallestTenantOf(tried(contextWith("200"), 4));
    expect(answer.fromPodCount).toBe(3);
    expect(answer.before?.podCount).toBe(2);
    expect(answer.before?.isWorthIt).toBe(false);
    expect(answer.provenUpToPodCount).toBe(4);
  });

  it("is none where no size pays", () => {
    expect(smallestTenantOf(tried(contextWith("1"), 3)).fromPodCount).toBeNull();
  });
});
