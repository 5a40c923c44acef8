import {
  findingText,
  InputError,
  type OperatingModel,
  operatingModels,
  type PriceBook,
  type PriceLine,
  parsePriceList,
  plannedFleet,
  quotedQuantity,
  quotesOf,
  recoveryOf,
  serviceMarginsOf,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, type TenantDraft, toyContext, toyPriceBook, toyPriceList } from "./support/toy.ts";

const starter = operatingModels[0] as (typeof operatingModels)[number];

/** 4 vCPU, 8 GiB, four pods, 120 GiB of volumes; on the toy's Starter: two workers of 4 vCPU and 8 GiB. */
const USUAL: TenantDraft = { id: "a", workloads: [pods(4, "1", "2Gi", "30Gi")] };

function planOf(list: object, tenant: TenantDraft = {}) {
  const context = { ...toyContext(), priceList: toyPriceList(list) };
  return plannedFleet(fleetOf({ ...USUAL, ...tenant }), starter, context);
}

const linesOf = (list: object, tenant: TenantDraft = {}): readonly PriceLine[] =>
  planOf(list, tenant).tenants[0]?.priceLines ?? [];
const amounts = (lines: readonly PriceLine[]) => lines.map(({ sku, amount }) => [sku, amount.amount]);
const item = (per: string, unitPrice: string, more: object = {}) => ({ sku: per, name: per, per, unitPrice, ...more });

/** The rates of a book, with those of volumes for a class of their own too. */
function withGold({ rates }: PriceBook): PriceBook["rates"] {
  const usual = rates["infrastructure-storage"] as PriceBook["added"][number];
  return { ...rates, "infrastructure-storage/gold": { ...usual, key: "infrastructure-storage/gold" } };
}

describe("what a tenant is charged for", () => {
  it.each([
    ["tenant", "7", "7.00"],
    ["cluster", "7", "7.00"],
    ["requested-vcpu", "7", "28.00"],
    ["requested-memory", "7", "56.00"],
    ["pod", "7", "28.00"],
    ["node", "7", "14.00"],
    ["node-vcpu", "7", "56.00"],
    ["node-memory", "7", "112.00"],
    ["storage", "7", "840.00"],
  ])("by the %s", (per, unitPrice, expected) => {
    expect(amounts(linesOf({ items: [item(per, unitPrice)] }))).toEqual([[per, expected]]);
  });

  it("storage by class, what no item names at the item without one", () => {
    const workloads = [
      { ...pods(1, "1", "1Gi", "10Gi"), name: "x", storageClass: "gold" },
      { ...pods(1, "1", "1Gi", "20Gi"), name: "y" },
    ];
    const items = [item("storage", "1"), item("storage", "3", { sku: "gold", storageClass: "gold" })];
    const goldBook = toyPriceBook();
    const rates = withGold(goldBook);
    const context = { ...toyContext(), priceBook: { ...goldBook, rates }, priceList: toyPriceList({ items }) };
    const plan = plannedFleet(fleetOf({ id: "a", workloads }), starter, context);
    expect(amounts(plan.tenants[0]?.priceLines ?? [])).toEqual([
      ["storage", "20.00"],
      ["gold", "30.00"],
    ]);
  });

  it("nodes by flavour, what no item names at the item without one", () => {
    const items = [item("node", "1"), item("node", "50", { sku: "small", flavour: "4x8x100" })];
    expect(amounts(linesOf({ items }))).toEqual([["small", "100.00"]]);
    expect(() => linesOf({ items: [item("node", "9", { flavour: "16x64x200" })] })).toThrow(
      /no price for nodes of 4x8x100, which a has.*add \{ sku: …, name: …, per: node, flavour: 4x8x100/s,
    );
  });

  it("an option only where the contract takes it", () => {
    const items = [item("cluster", "5"), item("tenant", "9", { optional: true })];
    expect(amounts(linesOf({ items }))).toEqual([["cluster", "5.00"]]);
    expect(amounts(linesOf({ items }, { contract: { options: ["tenant"] } }))).toEqual([
      ["cluster", "5.00"],
      ["tenant", "9.00"],
    ]);
  });
});

describe("bundles", () => {
  const bundle = (sku: string, vcpu: string, unitPrice: string) => ({ sku, name: sku, upTo: { vcpu }, unitPrice });
  const bundles = [bundle("S", "2", "100"), bundle("M", "4", "180"), bundle("L", "8", "300")];

  it("the smallest that holds the tenant, at its bound too", () => {
    expect(amounts(linesOf({ bundles }))).toEqual([["M", "180.00"]]);
    expect(amounts(linesOf({ bundles }, { workloads: [pods(1, "4001m", "1Gi")] }))).toEqual([["L", "300.00"]]);
  });

  it("the one that the contract names", () => {
    expect(amounts(linesOf({ bundles }, { contract: { bundle: "L" } }))).toEqual([["L", "300.00"]]);
  });

  it("none that holds it is told", () => {
    expect(() => linesOf({ bundles }, { workloads: [pods(3, "3", "1Gi")] })).toThrow("larger than every bundle");
  });

  it("is bounded by memory, pods and storage as well", () => {
    const small = (upTo: object) => [{ sku: "S", name: "S", upTo, unitPrice: "1" }, bundle("L", "64", "2")];
    for (const [upTo, sku] of [
      [{ memory: "8Gi" }, "S"],
      [{ memory: "7Gi" }, "L"],
      [{ pods: 4 }, "S"],
      [{ pods: 3 }, "L"],
      [{ storage: "120Gi" }, "S"],
      [{ storage: "119Gi" }, "L"],
    ] as const) {
      expect(linesOf({ bundles: small(upTo) })[0]?.sku, JSON.stringify(upTo)).toBe(sku);
    }
  });
});

describe("discounts, minimum, support, in this order", () => {
  const items = [item("cluster", "1000"), item("requested-vcpu", "50")]; // 1000 + 4 × 50 = 1200
  const termDiscounts = [
    { months: 12, discountPercent: 5 },
    { months: 36, discountPercent: 10 },
  ];
  const total = (list: object, contract: object = {}) =>
    planOf({ items, ...list }, { contract }).tenants[0]?.monthlyPrice?.amount;

  it.each([
    [undefined, "1200.00"],
    [11, "1200.00"],
    [12, "1140.00"],
    [35, "1140.00"],
    [36, "1080.00"],
  ])("bound for %s months", (termMonths, expected) => {
    expect(total({ termDiscounts }, termMonths === undefined ? {} : { termMonths })).toBe(expected);
  });

  it("adds the contract's own percentage", () => {
    expect(total({ termDiscounts }, { termMonths: 12, discountPercent: 7 })).toBe("1056.00"); // 12 %
  });

  it("ends at the ceiling, of percentage and of amount", () => {
    const contract = { discountPercent: 30 };
    expect(total({ discountCeiling: { percent: 20 } }, contract)).toBe("960.00");
    expect(total({ discountCeiling: { monthly: "100" } }, contract)).toBe("1100.00");
    expect(total({ discountCeiling: { monthly: "360" } }, contract)).toBe("840.00");
    const lines = linesOf({ items, discountCeiling: { monthly: "100" } }, { contract });
    expect(lines.map(({ discount }) => discount.amount)).toEqual(["83.33", "16.67"]); // 100 by 1000 : 200
  });

  it("tops up to the minimum fee, and adds nothing at it", () => {
    const minimumFee = (monthly: string) => ({ minimumFee: { sku: "MIN", name: "Minimum", monthly } });
    expect(amounts(linesOf({ items, ...minimumFee("1200.01") })).at(-1)).toEqual(["MIN", "0.01"]);
    expect(linesOf({ items, ...minimumFee("1200") })).toHaveLength(2);
  });

  it.each([
    ["100", "120.00"],
    ["119.99", "120.00"],
    ["120.01", "120.01"],
  ])("support is the larger of 10 % of what recurs and %s", (minimum, expected) => {
    const supportPlans = [{ id: "gold", sku: "GOLD", name: "Gold", percent: 10, minimum }];
    expect(amounts(linesOf({ items, supportPlans, defaultSupportPlan: "gold" })).at(-1)).toEqual(["GOLD", expected]);
    expect(linesOf({ items, supportPlans })).toHaveLength(2);
  });

  it("support is taken of what is left after the discount, with the minimum fee", () => {
    const list = {
      supportPlans: [{ id: "gold", sku: "GOLD", name: "Gold", percent: 10, minimum: "0" }],
      minimumFee: { sku: "MIN", name: "Minimum", monthly: "1100" },
    };
    // 1200 less 50 % = 600, topped up to 1100, and 10 % of it
    expect(total(list, { discountPercent: 50, supportPlan: "gold" })).toBe("1210.00");
  });
});

describe("what a line says", () => {
  const said = (lines: readonly PriceLine[]) =>
    lines.map(({ sku, name, description, service, quantity, unit, billing, isOptional, isTaxable }) => ({
      ...{ sku, name, description, service, quantity, unit, billing, isOptional, isTaxable },
    }));
  const usual = { description: "", quantity: 1, billing: "recurring", isOptional: false, isTaxable: true };

  it("of items, by tier and by what fills a step; of support, minimum and onboarding", () => {
    const lines = linesOf(
      {
        items: [
          item("pod", "1", {
            tiers: [
              { upTo: 3, unitPrice: "2" },
              { from: 3, unitPrice: "1" },
            ],
            optional: true,
            taxable: false,
          }),
          item("storage", "1", { step: 100, description: "Fast", service: "other" }),
        ],
        minimumFee: { sku: "MIN", name: "Minimum", monthly: "1000" },
        supportPlans: [{ id: "gold", sku: "GOLD", name: "Gold", percent: 10, minimum: "50.5" }],
        defaultSupportPlan: "gold",
        onboarding: { sku: "ONB", name: "Start", unitPrice: "5" },
      },
      { contract: { options: ["pod"] } },
    );
    const pod = { ...usual, sku: "pod", service: "compute", unit: "pod", isOptional: true, isTaxable: false };
    const storage = { ...usual, sku: "storage", description: "Fast", service: "other", unit: "GiB" };
    expect(said(lines)).toEqual([
      { ...pod, name: "pod", quantity: 3 },
      { ...pod, name: "pod, beyond 3", quantity: 1 },
      { ...storage, name: "storage", quantity: 120 },
      { ...storage, name: "storage, to fill the last step", quantity: 80 },
      { ...usual, sku: "MIN", name: "Minimum", service: "platform", unit: "month" },
      {
        ...usual,
        sku: "GOLD",
        name: "Gold",
        description: "10 % of recurring charges, at least 50.50",
        service: "support",
        unit: "month",
      },
      { ...usual, sku: "ONB", name: "Start", service: "other", unit: "tenant", billing: "one-time" },
    ]);
  });

  it("of a bundle and of an agreed price", () => {
    const bundles = [{ sku: "S", name: "Small", description: "All in", upTo: {}, unitPrice: "9" }];
    expect(said(linesOf({ bundles }))).toEqual([
      { ...usual, sku: "S", name: "Small", description: "All in", service: "compute", unit: "tenant" },
    ]);
    const plan = plannedFleet(fleetOf({ ...USUAL, price: { monthly: "9" } }), starter, toyContext());
    expect(said(plan.tenants[0]?.priceLines ?? [])).toEqual([
      { ...usual, sku: "AGREED", name: "Managed Kubernetes, as agreed", service: null, unit: "month" },
    ]);
  });

  it("of what comes to nothing: that it does, in the quote too", () => {
    const list = {
      items: [
        // 4 pods, of which 1 is included, 2 are free and the last costs 6.
        item("pod", "6", {
          included: 1,
          tiers: [
            { upTo: 2, unitPrice: "0" },
            { from: 2, unitPrice: "6" },
          ],
        }),
        item("requested-vcpu", "9", { included: 10 }),
        item("storage", "1", { storageClass: "gold" }),
      ],
      supportPlans: [{ id: "free", sku: "FREE", name: "Free", percent: 0, minimum: "0" }],
      defaultSupportPlan: "free",
      onboarding: { sku: "ONB", name: "Start", unitPrice: "0" },
    };
    const shown = (lines: readonly PriceLine[]) =>
      lines.map(({ name, quantity, listAmount, discount, amount }) => [
        name,
        quantity,
        ...[listAmount, discount, amount].map((money) => money.amount),
      ]);
    const expected = [
      ["pod, included", 1, "0.00", "0.00", "0.00"],
      ["pod", 2, "0.00", "0.00", "0.00"],
      ["pod, beyond 2", 1, "6.00", "6.00", "0.00"],
      ["requested-vcpu, included", 4, "0.00", "0.00", "0.00"],
      ["Free", 1, "0.00", "0.00", "0.00"],
    ];
    const plan = planOf(list, { contract: { discountPercent: 100 } });
    const [quote] = quotesOf(plan).quotes;
    expect(shown(quote?.recurring ?? [])).toEqual(expected);
    expect(shown(quote?.oneTime ?? [])).toEqual([["Start", 1, "0.00", "0.00", "0.00"]]);
  });

  it("of a tier whose price is for all: that it is", () => {
    const tiers = [
      { upTo: 3, unitPrice: "2" },
      { from: 3, unitPrice: "1" },
    ];
    expect(linesOf({ items: [item("pod", "1", { tiers, tierMode: "volume" })] })[0]).toMatchObject({
      name: "pod, all at the price above 3",
      quantity: 4,
    });
  });

  it("of a quantity: as few digits as still give the amount", () => {
    const quoted = (memory: string, unitPrice: string) => {
      const workloads = [{ ...pods(1, "1", memory) }];
      const [line] = linesOf({ items: [item("requested-memory", unitPrice)] }, { workloads });
      return [line?.quantity, quotedQuantity(line as PriceLine), line?.amount.amount];
    };
    // 10 GB are 9.313225746 GiB; 9.31 × 5.20 would be 48.41.
    expect(quoted("10G", "5.20")).toEqual([9.313225746, 9.313, "48.43"]);
    expect(quoted("10G", "0")).toEqual([9.313225746, 9.31, "0.00"]);
    expect(quoted("8Gi", "5.20")).toEqual([8, 8, "41.60"]);
  });

  it("of terms in any order: the longest that is reached counts", () => {
    const termDiscounts = [
      { months: 36, discountPercent: 10 },
      { months: 12, discountPercent: 5 },
    ];
    const [line] = linesOf({ items: [item("pod", "25")], termDiscounts }, { contract: { termMonths: 48 } });
    expect(line?.discount?.amount).toBe("10.00");
    const [unbound] = linesOf({ items: [item("pod", "25")], termDiscounts });
    expect(unbound?.discount?.amount).toBe("0.00");
  });

  it("of a ceiling that is not reached: each line keeps its own rounded discount", () => {
    const items = [item("pod", "0.33"), item("cluster", "0.33")];
    const lines = linesOf({ items, discountCeiling: { monthly: "1.00" } }, { contract: { discountPercent: 10 } });
    expect(lines.map(({ discount }) => discount.amount)).toEqual(["0.13", "0.03"]);
  });
});

describe("classes and flavours that no item names", () => {
  const gold = { ...pods(1, "1", "1Gi", "10Gi"), name: "x", storageClass: "gold" };
  const usual = { ...pods(1, "1", "1Gi", "20Gi"), name: "y" };
  const book = toyPriceBook();
  const priceBook = { ...book, rates: withGold(book) };
  const storageOf = (items: readonly object[]) => {
    const context = { ...toyContext(), priceBook, priceList: toyPriceList({ items }) };
    const plan = plannedFleet(fleetOf({ id: "a", workloads: [gold, usual] }), starter, context);
    return amounts(plan.tenants[0]?.priceLines ?? []);
  };

  it("are charged by the item without a class", () => {
    expect(storageOf([item("storage", "1")])).toEqual([["storage", "30.00"]]);
  });

  it("are not charged where every item is for another", () => {
    expect(storageOf([item("storage", "1", { storageClass: "silver" }), item("cluster", "5")])).toEqual([
      ["cluster", "5.00"],
    ]);
    expect(storageOf([item("storage", "2", { storageClass: "gold" })])).toEqual([["storage", "20.00"]]);
  });

  it("a flavour of one item leaves items by vCPU of nodes alone", () => {
    const items = [item("node", "50", { flavour: "4x8x100" }), item("node-vcpu", "1")];
    expect(amounts(linesOf({ items }))).toEqual([
      ["node", "100.00"],
      ["node-vcpu", "8.00"],
    ]);
    const other = [item("node", "50", { flavour: "8x32x100" }), item("node", "1", { sku: "any" })];
    expect(amounts(linesOf({ items: other }))).toEqual([["any", "2.00"]]);
  });
});

describe("one-off fees", () => {
  it("enter no total of a month", () => {
    const plan = planOf({ items: [item("cluster", "5")], onboarding: { sku: "ONB", name: "Start", unitPrice: "900" } });
    expect((plan.totals.monthlyPrice as PriceLine["amount"]).amount).toBe("5.00");
    expect((plan.totals.oneTimePrice as PriceLine["amount"]).amount).toBe("900.00");
    expect(plan.totals.oneTimeCost.amount).toBe("500.00"); // 10 hours × 50
    const [quote] = quotesOf(plan).quotes;
    expect(quote?.recurring.map(({ sku }) => sku)).toEqual(["cluster"]);
    expect(quote?.oneTime.map(({ sku }) => sku)).toEqual(["ONB"]);
  });
});

describe("a quote's conditions", () => {
  const list = { items: [item("cluster", "5")], validUntil: "2027-06-30", indexation: { percentPerYear: 3 } };
  const conditions = (tenant: TenantDraft) => {
    const [quote] = quotesOf(planOf(list, tenant)).quotes;
    return [quote?.monthlyPrice.amount, quote?.validUntil, quote?.indexationPercentPerYear];
  };

  it("are the list's where the list sets the price, and none of it where the price is agreed", () => {
    expect(conditions({})).toEqual(["5.00", "2027-06-30", 3]);
    expect(conditions({ price: { monthly: "70" } })).toEqual(["70.00", null, null]);
  });
});

describe("a class of volumes without a price", () => {
  it("is named with the line to add, never taken at the usual price", () => {
    const workloads = [{ ...pods(1, "1", "1Gi", "10Gi"), storageClass: "gold" }];
    expect(() => plannedFleet(fleetOf({ id: "a", workloads }), starter, toyContext())).toThrow(
      /no rate for infrastructure-storage\/gold.*storageClass: gold/,
    );
  });
});

describe("a list that charges for clusters and nodes of one's own", () => {
  const items = [item("cluster", "500"), item("node", "50"), item("requested-vcpu", "9")];
  const together: OperatingModel = {
    ...starter,
    layout: (tenants) => [{ ...blueprint(tenants), name: "shared", tenantIds: tenants.map(({ id }) => id) }],
  };
  const blueprint = (tenants: Parameters<OperatingModel["layout"]>[0]) =>
    starter.layout(tenants)[0] as ReturnType<OperatingModel["layout"]>[number];
  const saidOf = (model: OperatingModel, list: readonly object[]) => {
    const context = { ...toyContext(), priceList: toyPriceList({ items: list }) };
    const { findings } = plannedFleet(fleetOf({ ...USUAL, id: "a" }, { ...USUAL, id: "b" }), model, context);
    return findings.filter(({ code }) => code === "shared-cluster-not-charged").map((finding) => findingText(finding));
  };

  it("says whom it charges nothing for them, because they share one", () => {
    expect(saidOf(together, items)).toEqual([
      "toy-list charges for clusters and nodes of one's own, which tenants of a shared cluster have none of: a, b pay nothing for cluster, node. Charge them by tenant, or by what they request.",
    ]);
    expect(saidOf(starter, items)).toEqual([]);
    expect(saidOf(together, [item("requested-vcpu", "9")])).toEqual([]);
  });
});

describe("who pays for the platform", () => {
  // Starter: 3 × 2 and 2 × 4 vCPU. Of 8 worker vCPU the tenant requests 4, console and agents 2.2, 1.8 are idle.
  const recovered = (list: object) => recoveryOf(planOf(list)).recoveredMonthlyPrice.amount;

  it("a base fee recovers it from the tenant, a price per vCPU leaves it as overhead", () => {
    expect(recovered({ items: [item("cluster", "500"), item("requested-vcpu", "100")] })).toBe("500.00");
    expect(recovered({ items: [item("requested-vcpu", "100")] })).toBe("0.00");
  });

  it("a price per node recovers what the platform takes of the tenant's nodes", () => {
    expect(recovered({ items: [item("node-vcpu", "100")] })).toBe("220.00"); // 800 × 2.2 ÷ 8
  });

  it("an item may say otherwise, and a minimum fee is for the platform", () => {
    expect(recovered({ items: [item("requested-vcpu", "100", { recovers: "platform" })] })).toBe("400.00");
    const minimumFee = { sku: "MIN", name: "Minimum", monthly: "150" };
    expect(recovered({ items: [item("pod", "25")], minimumFee })).toBe("50.00");
  });

  it("counts what recurs alone, and leaves support apart", () => {
    const { recoveredRatio, recoveredMonthlyPrice, undividedMonthlyPrice, leftMonthlyCost, platformMonthlyCost } =
      recoveryOf(
        planOf({
          items: [item("cluster", "100"), item("pod", "25")],
          supportPlans: [{ id: "gold", sku: "G", name: "Gold", percent: 0, minimum: "40" }],
          defaultSupportPlan: "gold",
          onboarding: { sku: "ONB", name: "Start", unitPrice: "999" },
        }),
      );
    expect([recoveredMonthlyPrice, undividedMonthlyPrice].map(({ amount }) => amount)).toEqual(["100.00", "40.00"]);
    expect(recoveredRatio).toBeCloseTo(100 / Number(platformMonthlyCost.amount), 12);
    expect(Number(leftMonthlyCost.amount)).toBeCloseTo(Number(platformMonthlyCost.amount) - 100, 9);
  });

  it("tells no margin of a service whose cost stands in others", () => {
    const plan = planOf({
      items: [item("cluster", "100"), item("pod", "25")],
      supportPlans: [{ id: "gold", sku: "G", name: "Gold", percent: 0, minimum: "40" }],
      defaultSupportPlan: "gold",
    });
    const [support] = serviceMarginsOf(plan).filter(({ service }) => service === "support");
    expect(support).toMatchObject({ costsElsewhere: true, marginRatio: null, monthlyMargin: { amount: "40.00" } });
    const [platform] = serviceMarginsOf(plan).filter(({ service }) => service === "platform");
    expect(platform).toMatchObject({ costsElsewhere: false, marginRatio: expect.any(Number) });
  });

  it("of an agreed price nobody can say", () => {
    const plan = plannedFleet(fleetOf({ ...USUAL, price: { monthly: "900" } }), starter, toyContext());
    const { recoveredRatio, undividedMonthlyPrice } = recoveryOf(plan);
    expect(recoveredRatio).toBeNull();
    expect(undividedMonthlyPrice.amount).toBe("900.00");
    expect(serviceMarginsOf(plan).every(({ monthlyPrice }) => monthlyPrice === null)).toBe(true);
  });
});

describe("agreed prices and the list", () => {
  const list = { items: [item("cluster", "500")] };
  const priceWith = (settings: Record<string, string>, tenant: TenantDraft) => {
    const context = { ...toyContext(settings), priceList: toyPriceList(list) };
    return plannedFleet(fleetOf({ ...USUAL, ...tenant }), starter, context).tenants[0]?.monthlyPrice;
  };

  it("what is agreed stands before the list, unless it is to be ignored", () => {
    const tenant = { price: { monthly: "900.00" } };
    expect((priceWith({}, tenant) as PriceLine["amount"]).amount).toBe("900.00");
    expect((priceWith({ "agreed-prices": "ignored" }, tenant) as PriceLine["amount"]).amount).toBe("500.00");
    expect((priceWith({}, {}) as PriceLine["amount"]).amount).toBe("500.00");
  });

  it("a price of zero is a price, without a margin ratio", () => {
    const [tenant] = planOf({ items: [item("cluster", "0")] }).tenants;
    expect(tenant?.monthlyPrice?.amount).toBe("0.00");
    expect(tenant?.marginRatio).toBeNull();
    expect(tenant?.priceLines).toMatchObject([{ sku: "cluster", amount: { amount: "0.00" } }]);
  });
});

describe("bad price lists are told, each with the fix", () => {
  const problems = (list: object): readonly string[] => {
    try {
      toyPriceList(list);
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.message.split("\n");
    }
  };

  it.each([
    ["nothing to sell", {}, "neither items nor bundles"],
    ["an end before its beginning", { items: [item("pod", "1")], validUntil: "2025-01-01" }, "swap the two dates"],
    ["a SKU twice", { items: [item("pod", "1"), item("pod", "2")] }, "a second time"],
    ["a flavour that is none", { items: [item("node", "1", { flavour: "big" })] }, '"8x32x80"'],
    [
      "a flavour of a cluster",
      { items: [item("cluster", "1", { flavour: "8x32x80" })] },
      "unless the price is per: node",
    ],
    ["a class of a pod", { items: [item("pod", "1", { storageClass: "gold" })] }, "unless the price is per: storage"],
    ["a plan that is none", { items: [item("pod", "1")], defaultSupportPlan: "gold" }, "of which there are none"],
    [
      "an ambiguous fee",
      { items: [item("pod", "1")], onboarding: { sku: "O", name: "O", unitPrice: "1.234" } },
      '"1234.00"',
    ],
    ["overlapping tiers", { items: [item("pod", "1", { tiers: [{ upTo: 9 }, { from: 5 }] })] }, "an overlap"],
    ["a negative price", { items: [item("pod", "-1")] }, "leave out the minus sign"],
  ])("%s", (_what, list, expected) => {
    const found = problems(list);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join("\n")).toContain(expected);
  });

  it("names in a contract that the list does not have", () => {
    const supportPlans = [{ id: "gold", sku: "G", name: "Gold", percent: 1, minimum: "1" }];
    const list = { items: [item("pod", "1")], supportPlans };
    expect(() => linesOf(list, { contract: { supportPlan: "gould" } })).toThrow('did you mean "gold"?');
    expect(() => linesOf(list, { contract: { options: ["x"] } })).toThrow("an optional item of toy-list");
    expect(() => linesOf(list, { contract: { bundle: "XL" } })).toThrow("a bundle of toy-list");
  });

  it("another currency needs a dated rate", () => {
    const foreign = { ...toyContext(), priceList: toyPriceList({ currency: "USD", items: [item("pod", "1")] }) };
    expect(() => plannedFleet(fleetOf(USUAL), starter, foreign)).toThrow("nothing is converted without a dated rate");
    const exchangeRates = [{ from: "USD", to: "EUR", rate: "0.5", on: "2026-11-01" }];
    const converted = parsePriceList({
      apiVersion: "nkp-planner/v1",
      kind: "PriceList",
      id: "usd",
      title: "USD",
      currency: "USD",
      validFrom: "2026-01-01",
      illustrative: false,
      exchangeRates,
      items: [item("pod", "10")],
    });
    const plan = plannedFleet(fleetOf(USUAL), starter, { ...toyContext(), priceList: converted });
    expect(plan.tenants[0]?.monthlyPrice?.amount).toBe("20.00"); // 4 × 10 × 0.5
    expect(plan.findings.some((finding) => findingText(finding).includes("the rate of 2026-11-01"))).toBe(true);
  });

  it("a price book that has expired is said, with its dates", () => {
    const context = { ...toyContext(), priceBook: toyPriceBook({ validUntil: "2026-06-30" }) };
    const { findings } = plannedFleet(fleetOf(USUAL), starter, context);
    expect(findings.map((finding) => findingText(finding))).toContain(
      "toy holds from 2026-01-01 until 2026-06-30; the plan is for 2026-11-23.",
    );
  });
});
