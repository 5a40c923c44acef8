import { connectwise, pax8, type ReportRequest, reportsOf } from "@nkp-planner/adapters";
import { operatingModels, type PlannedFleet, type PriceBook, parseFleet, plannedFleet } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { checkReport } from "../support/report-checks.ts";
import {
  fleetFile,
  fleetOf,
  pods,
  type TenantDraft,
  TOY_ITEMS,
  toyContext,
  toyPriceBook,
  toyPriceList,
} from "../support/toy.ts";

const [model] = operatingModels as readonly [(typeof operatingModels)[number]];

/**
 * Of acme, at 10 % off: 9 vCPU, of which one is included, 3 GiB and 10 GB of volumes.
 * - vCPU: 1 × 0.00, 4 × 50.00 − 20.00 = 180.00, 4 × 40.00 − 16.00 = 144.00
 * - memory: 3 × 0.333 = 0.999, rounded 1.00, − 0.10 = 0.90
 * - storage: 9.313225746 × 5.20 = 48.4288, rounded 48.43, − 4.84 = 43.59
 * - support: 9 % of 180.00 + 144.00 + 0.90 + 43.59 = 368.49 would be 33.16, and is 44.44 at least
 * A month: 368.49 + 44.44 = 412.93; once: 777.77.
 */
const LIST = {
  illustrative: false,
  items: [
    {
      sku: "VCPU",
      name: "vCPU",
      per: "requested-vcpu",
      included: 1,
      tiers: [
        { from: 0, upTo: 4, unitPrice: "50" },
        { from: 4, unitPrice: "40" },
      ],
    },
    { sku: "GIB", name: "=Memory", per: "requested-memory", unitPrice: "0.333" },
    { sku: "STO_10", name: "Größe", per: "storage", unitPrice: "5.20" },
  ],
  supportPlans: [{ id: "gold", sku: "GOLD", name: "Gold", percent: 9, minimum: "44.44" }],
  defaultSupportPlan: "gold",
  onboarding: { sku: "ONB", name: "Onboarding", unitPrice: "777.77" },
};
const ACME = {
  id: "acme",
  name: "Acme",
  ref: "1042",
  workloads: [pods(2, "4", "1Gi"), pods(1, "1", "1Gi", "10G")],
  contract: { discountPercent: 10, until: "2027-07-01" },
};
const BARE = { id: "bare", name: "Bare", workloads: [pods(1, "1", "1Gi")] };

function planOf(list: object, tenants: readonly TenantDraft[], priceBook: PriceBook = toyPriceBook()): PlannedFleet {
  const context = { ...toyContext({ "agreed-prices": "ignored" }), priceBook, priceList: toyPriceList(list) };
  return plannedFleet(fleetOf(...tenants), model, context);
}
const plan = planOf(LIST, [ACME, BARE]);

const connectwiseOf = async (of: PlannedFleet, request?: ReportRequest) =>
  JSON.parse(String(await connectwise.write(of, request))).agreements;
const pax8Of = async (of: PlannedFleet, request?: ReportRequest) =>
  JSON.parse(String(await pax8.write(of, request))).quotes;

describe("additions for ConnectWise", () => {
  it("are a line each, whose quantity × unit price is its amount without rounding", async () => {
    const [{ ref, additions, productItems }] = await connectwiseOf(plan);
    expect(ref).toBe("1042");
    const figures = ({ product, quantity, unitPrice, billCustomer }: Record<string, { identifier?: string }>) =>
      [product?.identifier, quantity, unitPrice, billCustomer] as const;
    expect(additions.map(figures)).toEqual([
      ["VCPU", 1, 0, "NoCharge"],
      // (200.00 − 20.00) ÷ 4 and (160.00 − 16.00) ÷ 4
      ["VCPU", 4, 45, "Billable"],
      ["VCPU", 4, 36, "Billable"],
      // (1.00 − 0.10) ÷ 3
      ["GIB", 3, 0.3, "Billable"],
      // 43.59 ÷ 9.313225746 is no price of two digits, and 9.313225746 no quantity of two.
      ["STO_10", 1, 43.59, "Billable"],
      ["GOLD", 1, 44.44, "Billable"],
    ]);
    expect(productItems).toMatchObject([{ catalogItem: { identifier: "ONB" }, quantity: 1, price: 777.77 }]);
    // 0 + 180.00 + 144.00 + 0.90 + 43.59 + 44.44
    const file = await connectwise.write(plan, { tenantIds: ["acme"] });
    expect(await connectwise.readBack(file)).toEqual({ monthlyPrice: "412.93" });
  });

  it("say how an amount came about where the figures do not show it, and hold no formula", async () => {
    const [{ additions }] = await connectwiseOf(plan);
    expect(additions.map((one: { invoiceDescription: string }) => one.invoiceDescription)).toEqual([
      "vCPU, included",
      "vCPU. 4 vCPU × 50.00 = 200.00, less 20.00 = 180.00",
      "vCPU, beyond 4. 4 vCPU × 40.00 = 160.00, less 16.00 = 144.00",
      "'=Memory. 3 GiB × 0.333 = 1.00, less 0.10 = 0.90",
      "Größe. 9.313 GiB × 5.20 = 48.43, less 4.84 = 43.59",
      "Gold. 9 % of recurring charges, at least 44.44",
    ]);
  });

  it("hold from the plan's day, until the tenant is none any more", async () => {
    const [acme, bare] = await connectwiseOf(plan);
    expect(acme.additions[0]).toMatchObject({
      effectiveDate: "2026-11-23T00:00:00Z",
      cancelledDate: "2027-07-01T00:00:00Z",
    });
    expect(bare.additions[0]).not.toHaveProperty("cancelledDate");
    const changed = planOf({ ...LIST, changes: [{ from: "2027-04-01", items: LIST.items }] }, [
      { ...BARE, contract: { termMonths: 12 } },
    ]);
    // Other prices come on the first of April.
    const until = { validUntil: "2027-03-31", termMonths: 12 };
    expect(await connectwiseOf(changed)).toMatchObject([until]);
    expect(await pax8Of(changed)).toMatchObject([until]);
  });

  it("name who has no agreement and what to do, and are refused where that is asked", async () => {
    const [acme, bare] = await connectwiseOf(plan);
    expect(acme.notes.join(" ")).not.toContain("No agreement");
    expect([bare.ref, bare.notes[0]]).toEqual([null, expect.stringMatching(/^No agreement is named for Bare: write /)]);
    const refused = connectwiseOf(planOf(LIST, [ACME, BARE, { ...BARE, id: "worn" }]), {
      options: { "without-ref": "refused" },
    });
    await expect(refused).rejects.toThrow(
      /tenants\[1\]\.ref: found no ref for Bare \(bare\).*tenants\[2\]\.ref.*\(worn\)/s,
    );
    await expect(
      connectwiseOf(plan, { tenantIds: ["acme"], options: { "without-ref": "refused" } }),
    ).resolves.toHaveLength(1);
  });

  it("of two tenants, as a file for internal readers", async () => {
    const text = String(await connectwise.write(plan, { audience: "internal" }));
    await expect(text).toMatchFileSnapshot("../golden/connectwise-additions.json");
  });
});

describe("items for Pax8", () => {
  it("have whole quantities, else one of the amount, and the same sum", async () => {
    const [{ lineItems }] = await pax8Of(plan);
    const figures = (one: Record<string, unknown>) => [
      one["productSku"],
      one["quantity"],
      one["price"],
      one["billingTerm"],
    ];
    expect(lineItems.map(figures)).toEqual([
      ["VCPU", 1, 0, "Monthly"],
      ["VCPU", 4, 45, "Monthly"],
      ["VCPU", 4, 36, "Monthly"],
      ["GIB", 3, 0.3, "Monthly"],
      ["STO-10", 1, 43.59, "Monthly"],
      ["GOLD", 1, 44.44, "Monthly"],
      ["ONB", 1, 777.77, "One-Time"],
    ]);
    expect(lineItems[1]).toMatchObject({ initialTotal: 180, effectiveDate: "2026-11-23T00:00:00Z" });
    expect(await pax8.readBack(await pax8.write(plan, { tenantIds: ["acme"] }))).toEqual({ monthlyPrice: "412.93" });
  });

  it("keep a name that Pax8 would refuse in the note", async () => {
    const [{ lineItems }] = await pax8Of(plan);
    expect(lineItems.slice(3, 5)).toMatchObject([
      { productName: "Memory", note: "As listed: GIB =Memory. 3 GiB × 0.333 = 1.00, less 0.10 = 0.90" },
      { productName: "Grosse", note: "As listed: STO_10 Größe. 9.313 GiB × 5.20 = 48.43, less 4.84 = 43.59" },
    ]);
  });

  const itemsOf = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      sku: `S${index + 1}`,
      name: `Thing ${index + 1}`,
      per: "requested-vcpu",
      unitPrice: String(index + 1),
    }));
  const manyOf = (count: number) =>
    planOf({ ...LIST, items: itemsOf(count), supportPlans: [], defaultSupportPlan: undefined }, [BARE]);

  it("are thirty where there are thirty lines: 29 of one vCPU, and onboarding", async () => {
    const [{ lineItems, bundles }] = await pax8Of(manyOf(29));
    expect([lineItems.length, bundles]).toEqual([30, []]);
  });

  it("are thirty of 37 lines, the eight smallest in one: 1 + 2 + … + 8 = 36.00", async () => {
    const many = manyOf(36);
    const [{ lineItems, bundles }] = await pax8Of(many, { audience: "internal" });
    expect(lineItems).toHaveLength(30);
    expect(lineItems[0]).toMatchObject({
      productName: "Compute 8 lines together",
      productSku: "BUNDLE-COMPUTE",
      quantity: 1,
      price: 36,
      initialTotal: 36,
    });
    expect(lineItems[0].note).toMatch(
      /^ILLUSTRATIVE prices: 8 lines, 36\.00 together: S1 Thing 1, 1 vCPU × 1\.00 = 1\.00; S2 .*; S8 Thing 8, 1 vCPU × 8\.00 = 8\.00$/,
    );
    expect(bundles).toMatchObject([
      { productSku: "BUNDLE-COMPUTE", lines: { length: 8, 7: { sku: "S8", amount: 8 } } },
    ]);
    // 1 + 2 + … + 36 = 36 × 37 ÷ 2
    expect(await pax8.readBack(await pax8.write(many))).toEqual({ monthlyPrice: "666.00" });
    await checkReport(pax8, many, (request) => pax8.write(many, request));
  });

  it("name who has no client, and say what an item has no place for", async () => {
    const [acme, bare] = await pax8Of(plan);
    expect([acme.ref, bare.ref]).toEqual(["1042", null]);
    expect(acme.notes.join(" ")).not.toContain("No client");
    expect(bare.notes[0]).toMatch(/^No client is named for Bare: write /);
    expect(acme.notes.join(" ")).toContain("asks for the cost");
    const [inside] = await pax8Of(plan, { audience: "internal" });
    expect(inside.notes.join(" ")).not.toContain("asks for the cost");
  });

  it("of two tenants, as a file for customers", async () => {
    const text = String(await pax8.write(plan));
    await expect(text).toMatchFileSnapshot("../golden/pax8-quotes.json");
  });
});

it.each([connectwise, pax8])("$id is in yen without digits after the point", async (report) => {
  const exchangeRates = [{ from: "EUR", to: "JPY", rate: "171.35", on: "2026-11-01" }];
  const file = fleetFile({ ...BARE, price: { monthly: "123457" } });
  const context = { ...toyContext(), priceBook: { ...toyPriceBook(), exchangeRates } };
  const yen = plannedFleet(parseFleet({ ...file, currency: "JPY" }), model, context);
  expect(await report.readBack(await report.write(yen))).toEqual({ monthlyPrice: "123457" });
  await checkReport(report, yen, (request) => report.write(yen, request));
});

describe.each(reportsOf("plan").filter(({ audiences }) => audiences.includes("customer")))(
  "$id for customers",
  (report) => {
    const dear = toyPriceBook({ items: TOY_ITEMS.map((item) => ({ ...item, unitPrice: "987.65" })) });

    it("is the same whatever things cost", async () => {
      const [first, second] = await Promise.all(
        [plan, planOf(LIST, [ACME, BARE], dear)].map((one) => report.write(one, { audience: "customer" })),
      );
      expect(second).toEqual(first);
    });

    it("says nothing of other tenants than those asked for", async () => {
      const text = String(await report.write(plan, { audience: "customer", tenantIds: ["bare"] }));
      expect(text).toContain("Bare");
      for (const other of ["acme", "Acme", "1042"]) expect(text).not.toContain(other);
    });
  },
);
