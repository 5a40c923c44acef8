import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fleetOf,
  type TenantDraft,
  TOY_ITEMS,
  toyContext,
  toyPriceBook,
  toyPriceList,
} from "../../../../test/support/toy.ts";
import { addDays, addMonths } from "../base/dates.ts";
import { findingText } from "../base/findings/finding-text.ts";
import type { Money } from "../base/money.ts";
import { starterSelfManaged } from "../models/starter-self-managed.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { forecastOf } from "./forecast.ts";

/** As in forecast.test.ts: licences 8 × 5, vCPU 14 × 10, memory 40 × 2, disks 500 × 0.10, operations 2 h × 50 → 410 a month. */
const CLUSTER = 410;
const VCPU = 14;
const START = "2026-12-01";
/** The first day of month 7. */
const CHANGE = addMonths(START, 6);

const LISTED = [
  { sku: "T", name: "Tenant", per: "tenant", unitPrice: "1000.00" },
  { sku: "V", name: "vCPU", per: "requested-vcpu", unitPrice: "33.33" },
];

const quiet = { "upgrade-hours-self-managed": "0" };
const tenant = (monthly: string, more: TenantDraft = {}): TenantDraft => ({ price: { monthly }, ...more });
const text = (value: Money | null | undefined) => value?.amount ?? null;
const euros = (amount: number) => amount.toFixed(2);

const itemOf = (appliesTo: string) => TOY_ITEMS.find((item) => (item as { appliesTo: string }).appliesTo === appliesTo);
const dearerVcpu = { ...itemOf("infrastructure-vcpu"), unitPrice: "12.00" };
const bookWith = (...changes: readonly object[]) => toyPriceBook({ items: TOY_ITEMS, changes });

function forecast(tenants: readonly TenantDraft[], context: Partial<PlanningContext>, months = 12) {
  const options = { months, discountPercentPerYear: 0, start: START };
  return forecastOf(fleetOf(...tenants), starterSelfManaged, { ...toyContext(quiet), ...context }, options);
}

describe("a price book that changes", () => {
  it("gives each month the prices of its first day", () => {
    const priceBook = bookWith({ from: CHANGE, items: [dearerVcpu] });
    const { months, findings } = forecast([tenant("600.00")], { priceBook });
    // vCPU at 12 instead of 10: 14 × 2 = 28 more from month 7 on.
    expect(months.map(({ monthlyCost }) => text(monthlyCost))).toEqual([
      ...Array(6).fill(euros(CLUSTER)),
      ...Array(6).fill(euros(CLUSTER + VCPU * (12 - 10))),
    ]);
    expect(text(months[11]?.cumulativeMargin)).toBe(euros(6 * (600 - 410) + 6 * (600 - 438)));
    expect(findings.filter(({ code }) => code === "prices-change").map((one) => findingText(one))).toEqual([
      "toy has other prices from 2027-06-01 on: infrastructure-vcpu 12.00 instead of 10. Months count with them that begin on that day or later.",
    ]);
  });

  it("waits for the month that begins after a change in the middle of one", () => {
    const priceBook = bookWith({ from: "2027-05-15", items: [dearerVcpu] });
    const { months } = forecast([tenant("600.00")], { priceBook });
    expect([months[5], months[6]].map((month) => text(month?.monthlyCost))).toEqual([euros(410), euros(438)]);
  });

  it("begins with what holds on the first day, and says nothing of changes before it or after its last month", () => {
    const dearest = { ...dearerVcpu, unitPrice: "20.00" };
    const priceBook = bookWith({ from: START, items: [dearerVcpu] }, { from: "2028-01-01", items: [dearest] });
    const { months, findings } = forecast([tenant("600.00")], { priceBook });
    expect(months.map(({ monthlyCost }) => text(monthlyCost))).toEqual(Array(12).fill(euros(438)));
    expect(findings.map(({ code }) => code)).not.toContain("prices-change");
  });

  it("pays work and taking tenants on at the price of the month", () => {
    const dearer = { ...itemOf("labour"), unitPrice: "60.00" };
    const priceBook = bookWith({ from: CHANGE, items: [dearer] });
    const coming = (monthIndex: number) => tenant("600.00", { contract: { from: addMonths(START, monthIndex) } });
    const { months } = forecast([tenant("600.00"), coming(5), coming(6)], { priceBook });
    // Taking one on: 10 h. Operations: 2 h a cluster and month, of two clusters and of three.
    expect([months[5], months[6]].map((month) => text(month?.oneTimeCost))).toEqual([euros(10 * 50), euros(10 * 60)]);
    expect(text(months[5]?.monthlyCost)).toBe(euros(2 * CLUSTER));
    expect(text(months[6]?.monthlyCost)).toBe(euros(3 * (CLUSTER + 2 * (60 - 50))));
  });

  it("changes nothing where a change changes nothing, and says so", () => {
    const priceBook = bookWith({ from: CHANGE, items: [itemOf("infrastructure-vcpu") as object] });
    const { findings, ...rest } = forecast([tenant("600.00")], { priceBook });
    const { findings: before, ...asBefore } = forecast([tenant("600.00")], { priceBook: bookWith() });
    expect(rest).toEqual(asBefore);
    const said = findings.filter(({ code }) => code === "prices-change");
    expect(findings.filter((one) => !said.includes(one))).toEqual(before);
    expect(said.map((one) => findingText(one))).toEqual([expect.stringContaining("infrastructure-vcpu 10 as before")]);
  });
});

it("is as without, whatever is written again on whatever days", () => {
  const growing = tenant("600.00", { growthPercentPerYear: 60, contract: { from: addMonths(START, 3) } });
  const priceList = (changes: readonly object[]) =>
    toyPriceList({ items: LISTED, changes, indexation: { percentPerYear: 2 } });
  const played = (changes: readonly object[], listChanges: readonly object[]) => {
    const context = { priceBook: bookWith(...changes), priceList: priceList(listChanges) };
    const { findings, ...rest } = forecast([growing, {}], context, 24);
    return { rest, others: findings.filter(({ code }) => code !== "prices-change") };
  };
  const before = played([], []);
  const day = fc.integer({ min: 1, max: 800 }).map((days) => addDays(START, days));
  const changesOf = (items: readonly object[]) =>
    fc
      .uniqueArray(fc.record({ from: day, items: fc.subarray([...items], { minLength: 1 }) }), {
        selector: ({ from }) => from,
        maxLength: 3,
      })
      .map((all) => all.toSorted((a, b) => (a.from < b.from ? -1 : 1)));
  fc.assert(
    fc.property(changesOf(TOY_ITEMS), changesOf(LISTED), (changes, listChanges) => {
      expect(played(changes, listChanges)).toEqual(before);
    }),
    { numRuns: 25 },
  );
});

describe("hosts that get dearer", () => {
  const host = {
    ...{ sku: "HOST", name: "Host", appliesTo: "host", unit: "host", unitPrice: "6100.00" },
    ...{ amortisedOverMonths: 60, residualValue: "100.00" },
  };
  const dearer = { ...host, unitPrice: "9100.00" };
  const items = [
    ...TOY_ITEMS.filter((item) => !(item as { appliesTo: string }).appliesTo.startsWith("infrastructure-")),
    host,
  ];
  const priceBook = toyPriceBook({ items, changes: [{ from: CHANGE, items: [dearer] }] });

  it("are paid at the price of their month; those bought before keep theirs", () => {
    const guests = Array.from({ length: 4 }, () => tenant("600.00", { contract: { from: CHANGE } }));
    const { months, residualValue } = forecast([tenant("600.00"), ...guests], { priceBook });
    // Three hosts from the beginning, five from month 7 on, as in forecast.test.ts.
    expect(months.map(({ hostsBoughtCount }) => hostsBoughtCount)).toEqual([3, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0]);
    expect([months[0], months[6]].map((month) => text(month?.hostPurchases))).toEqual([
      euros(3 * 6100),
      euros(2 * 9100),
    ]);
    // (6100 − 100) ÷ 60 = 100 a month, (9100 − 100) ÷ 60 = 150; licences 40 and operations 100 a cluster.
    expect(text(months[5]?.monthlyCost)).toBe(euros(140 + 3 * 100));
    expect(text(months[6]?.monthlyCost)).toBe(euros(5 * 140 + 3 * 100 + 2 * 150));
    // After 12 and after 6 months.
    expect(text(residualValue)).toBe(euros(3 * (6100 - 12 * 100) + 2 * (9100 - 6 * 150)));
  });

  it("are not rented from a day on where they were bought before", () => {
    const rented = { sku: "HOST", name: "Host", appliesTo: "host", unit: "host-month", unitPrice: "200.00" };
    const renting = toyPriceBook({ items, changes: [{ from: CHANGE, items: [rented] }] });
    expect(() => forecast([tenant("600.00")], { priceBook: renting })).toThrow(
      /price book toy: items: found hosts rented in month 7 that were bought before, expected/,
    );
  });

  it("are one stock where another price changes", () => {
    const tiers = [
      { from: 0, upTo: 4, unitPrice: "6100.00" },
      { from: 4, unitPrice: "3100.00" },
    ];
    const { unitPrice: _, ...tiered } = { ...host, tiers };
    const others = items.map((item) => (item === host ? tiered : item));
    const guests = Array.from({ length: 4 }, () => tenant("600.00", { contract: { from: CHANGE } }));
    const withChange = (changes: readonly object[]) =>
      forecast([tenant("600.00"), ...guests], { priceBook: toyPriceBook({ items: others, changes }) });
    const labour = { ...itemOf("labour"), unitPrice: "60.00" };
    const [as, other] = [withChange([]), withChange([{ from: CHANGE, items: [labour] }])];
    // Operations of five clusters: 5 × 2 h × 10 more. Four hosts at 100 and one at (3100 − 100) ÷ 60 = 50, all the same.
    expect(text(as.months[6]?.monthlyCost)).toBe(euros(5 * 140 + 4 * 100 + 50));
    expect(text(other.months[6]?.monthlyCost)).toBe(euros(5 * 140 + 4 * 100 + 50 + 5 * 2 * 10));
  });
});

describe("a price list that changes", () => {
  const base = { sku: "T", name: "Tenant", per: "tenant", unitPrice: "1000.00" };
  const cluster = { sku: "C", name: "Cluster", per: "cluster", unitPrice: "200.00" };
  const listOf = (fields: object) =>
    toyPriceList({ items: [base, cluster], indexation: { percentPerYear: 10 }, ...fields });
  const prices = (priceList: ReturnType<typeof toyPriceList>, months = 36) =>
    forecast([{}], { priceList }, months).months.map(({ monthlyPrice }) => text(monthlyPrice));

  it("raises what has changed by its own years, and the rest by the forecast's", () => {
    const priceList = listOf({ changes: [{ from: CHANGE, items: [{ ...cluster, unitPrice: "300.00" }] }] });
    // 1000 in year one, 1100, 1210; 200 until month 6, 300 until month 18, 330 until month 30, 363.
    expect(prices(priceList)).toEqual([
      ...Array(6).fill(euros(1000 + 200)),
      ...Array(6).fill(euros(1000 + 300)),
      ...Array(6).fill(euros(1100 + 300)),
      ...Array(6).fill(euros(1100 + 330)),
      ...Array(6).fill(euros(1210 + 330)),
      ...Array(6).fill(euros(1210 + 363)),
    ]);
  });

  it("counts the years of a change in the middle of a month from the first that has it", () => {
    const priceList = listOf({ changes: [{ from: "2027-05-15", items: [{ ...cluster, unitPrice: "300.00" }] }] });
    expect([prices(priceList)[5], prices(priceList)[17], prices(priceList)[18]]).toEqual([
      euros(1000 + 200),
      euros(1100 + 300),
      euros(1100 + 330),
    ]);
  });

  it("takes as today's what changed before the forecast began", () => {
    const priceList = listOf({ changes: [{ from: "2026-06-15", items: [{ ...cluster, unitPrice: "300.00" }] }] });
    expect([prices(priceList)[0], prices(priceList)[12]]).toEqual([euros(1300), euros(1300 * 1.1)]);
  });

  it("leaves what is agreed", () => {
    const priceList = listOf({ changes: [{ from: CHANGE, items: [{ ...cluster, unitPrice: "300.00" }] }] });
    const { months } = forecast([tenant("600.00")], { priceList }, 24);
    expect(months.map(({ monthlyPrice }) => text(monthlyPrice))).toEqual(Array(24).fill("600.00"));
  });

  it("changes bundles, the minimum and what is paid once", () => {
    const priceList = toyPriceList({
      items: [base],
      minimumFee: { sku: "MIN", name: "Minimum", monthly: "1500.00" },
      onboarding: { sku: "O", name: "Onboarding", unitPrice: "300.00" },
      changes: [
        {
          from: CHANGE,
          minimumFee: { sku: "MIN", name: "Minimum", monthly: "1600.00" },
          onboarding: { sku: "O", name: "Onboarding", unitPrice: "350.00" },
        },
      ],
    });
    const coming = (monthIndex: number) => ({ contract: { from: addMonths(START, monthIndex) } });
    const { months } = forecast([{}, coming(5), coming(6)], { priceList });
    expect([months[5], months[6]].map((month) => text(month?.monthlyPrice))).toEqual([
      euros(2 * 1500),
      euros(3 * 1600),
    ]);
    expect([months[5], months[6]].map((month) => text(month?.oneTimePrice))).toEqual(["300.00", "350.00"]);
  });
});
