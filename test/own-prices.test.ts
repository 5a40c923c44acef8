import {
  findingText,
  InputError,
  operatingModels,
  type PlannedFleet,
  type PriceBook,
  parsePriceBook,
  plannedFleet,
  quotesOf,
  valueText,
} from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { inventedNote } from "../packages/adapters/src/text/yaml-file.ts";
import { fleetOf, pods, toyContext, toyPriceBook, toyPriceList } from "./support/toy.ts";

const starter = operatingModels[0] as (typeof operatingModels)[number];
const ITEMS = [
  { sku: "VCPU", name: "vCPU", appliesTo: "infrastructure-vcpu", unit: "vCPU-month", unitPrice: "10" },
  { sku: "MEM", name: "Memory", appliesTo: "infrastructure-memory", unit: "GiB-month", unitPrice: "1" },
  { sku: "DISK", name: "Disk", appliesTo: "infrastructure-storage", unit: "GiB-month", unitPrice: "0.1" },
  { sku: "START", name: "Starter", appliesTo: "license-starter", unit: "vCPU-month", unitPrice: "5" },
  { sku: "LAB", name: "Labour", appliesTo: "labour", unit: "hour", unitPrice: "90" },
];

/** The same items, each yours that is named. */
const withOwn = (...skus: readonly string[]) =>
  ITEMS.map((item) => (skus.includes(item.sku) ? { ...item, illustrative: false } : item));

function planOf(book: object, list?: object): PlannedFleet {
  const context = {
    ...toyContext(),
    priceBook: toyPriceBook(book),
    ...(list && { priceList: toyPriceList(list) }),
  };
  const tenant = { id: "a", workloads: [pods(4, "1", "2Gi", "30Gi")], price: { monthly: "900", illustrative: false } };
  return plannedFleet(fleetOf(tenant), starter, context);
}

const told = ({ findings }: PlannedFleet, ruleId: string) =>
  findings.filter((one) => one.ruleId === ruleId).map((one) => findingText(one, valueText));

describe("prices of which some are invented", () => {
  it("are named, where the others of the book are real", () => {
    const plan = planOf({ items: withOwn("VCPU", "MEM", "DISK") });
    expect(told(plan, "prices-invented")).toEqual([
      "Prices of START, LAB are invented (toy): replace them by yours before quoting.",
    ]);
    const origins = plan.costs.map(({ rate }) => `${rate.sku} ${rate.origin.isInvented}`);
    expect(new Set(origins)).toEqual(new Set(["VCPU false", "MEM false", "DISK false", "START true", "LAB true"]));
  });

  it("are not spoken of once each is real, whatever the file says of all", () => {
    const plan = planOf({ items: withOwn(...ITEMS.map(({ sku }) => sku)) });
    expect(told(plan, "prices-invented")).toEqual([]);
    expect(plan.context.priceBook.illustrative).toBe(false);
  });

  it("are said as before where no item says anything", () => {
    expect(told(planOf({ items: ITEMS }), "prices-invented")).toEqual([
      "Prices are invented (toy): replace them by yours before quoting.",
    ]);
    expect(told(planOf({ items: ITEMS, illustrative: false }), "prices-invented")).toEqual([]);
  });

  it("make a real book say so, by one item alone", () => {
    const items = [...ITEMS.slice(0, -1), { ...ITEMS.at(-1), illustrative: true }];
    const plan = planOf({ items, illustrative: false });
    expect(told(plan, "prices-invented")).toEqual([
      "Prices of LAB are invented (toy): replace them by yours before quoting.",
    ]);
    expect(plan.context.priceBook.illustrative).toBe(true);
  });

  it("say so above a file that is written of them", () => {
    const noteOf = (book: object) => inventedNote({ illustrative: true, ...book });
    expect(noteOf({ items: ITEMS })).toMatch(/^These prices are invented/);
    expect(noteOf({ items: withOwn("LAB") })).toMatch(/^Some of these prices are invented/);
    expect(noteOf({ items: ITEMS, illustrative: false })).toBeUndefined();
    const own = { ...ITEMS[0], illustrative: true };
    expect(noteOf({ items: [own], illustrative: false })).toMatch(/^Some/);
  });

  it("come with a change, from its day on", () => {
    const changed = { ...ITEMS.at(-1), unitPrice: "95", illustrative: true };
    const book = parsePriceBook({
      ...{ apiVersion: "nkp-planner/v1", kind: "PriceBook", id: "b", title: "B", currency: "EUR" },
      ...{ validFrom: "2026-01-01", illustrative: false, items: ITEMS },
      changes: [{ from: "2027-01-01", items: [changed] }],
    });
    expect(book.periods?.map(({ illustrative, inventedSkus }) => [illustrative, inventedSkus])).toEqual([
      [false, undefined],
      [true, ["LAB"]],
    ]);
  });

  it("of a list: its items, bundles, plans and fees", () => {
    const item = (sku: string, more: object = {}) => ({ sku, name: sku, unitPrice: "10", ...more });
    const plan = planOf(
      { items: withOwn(...ITEMS.map(({ sku }) => sku)) },
      {
        items: [item("A", { per: "tenant", illustrative: false }), item("B", { per: "cluster" })],
        minimumFee: { sku: "MIN", name: "Minimum", monthly: "5", illustrative: false },
        supportPlans: [{ id: "s", sku: "SUP", name: "Support", percent: 5, minimum: "1" }],
        onboarding: item("ONB", { illustrative: false }),
      },
    );
    expect(told(plan, "prices-invented")).toEqual([
      "Prices of B, SUP are invented (toy-list): replace them by yours before quoting.",
    ]);
  });

  it("make a quote by a list no offer", () => {
    const items = [{ sku: "A", name: "A", per: "tenant", unitPrice: "10", illustrative: false }];
    const tenant = { id: "a", workloads: [pods(1, "1", "2Gi", "30Gi")] };
    const quoted = (more: object) => {
      const context = { ...toyContext(), priceList: toyPriceList({ items: [...items, ...[more].flat()] }) };
      return quotesOf(plannedFleet(fleetOf(tenant), starter, context), ["a"]).quotes[0]?.illustrative;
    };
    expect(quoted([])).toBe(false);
    expect(quoted({ sku: "B", name: "B", per: "cluster", unitPrice: "1" })).toBe(true);
    // Of an item that this tenant does not pay its quote says nothing.
    const gold = { sku: "GOLD", name: "Gold", per: "storage", storageClass: "gold", unitPrice: "1" };
    expect(quoted(gold)).toBe(false);
    const option = { sku: "OPT", name: "Option", per: "tenant", unitPrice: "1", optional: true };
    expect(quoted(option)).toBe(false);
  });
});

describe("what a book has no price for on purpose", () => {
  const covered = [
    { appliesTo: "rack", by: "the data centre" },
    { appliesTo: "power", by: "the data centre" },
  ];

  it("is told, and no longer as left out", () => {
    const [before, after] = [planOf({ items: ITEMS }), planOf({ items: ITEMS, coveredElsewhere: covered })];
    const left = (plan: PlannedFleet) => told(plan, "unpriced-kinds").find((text) => text.includes("left out")) ?? "";
    expect(left(before)).toMatch(/power, rack and cooling/);
    expect(left(after)).not.toMatch(/power|rack/);
    expect(left(after)).toMatch(/backup storage/);
    expect(told(after, "unpriced-kinds")).toContain(
      "Paid elsewhere, as the price book says, and in no figure here: rack and cooling (the data centre), power (the data centre).",
    );
    expect(after.totals.monthlyCost).toEqual(before.totals.monthlyCost);
  });

  it("holds until a change brings an item, which is billed from its day on", () => {
    const rack = { sku: "RACK", name: "Rack", appliesTo: "rack", unit: "host-month", unitPrice: "9" };
    const book = { items: ITEMS, coveredElsewhere: covered, changes: [{ from: "2027-01-01", items: [rack] }] };
    const kinds = (prices: PriceBook) => prices.coveredElsewhere?.map(({ appliesTo }) => appliesTo);
    expect(toyPriceBook(book).periods?.map(kinds)).toEqual([["rack", "power"], ["power"]]);
    expect(told(planOf(book), "unpriced-kinds").join()).toContain("rack and cooling (the data centre)");
  });

  it("is no kind that has an item, none twice, and none that a plan cannot leave out", () => {
    const said = (coveredElsewhere: unknown, items: readonly object[] = ITEMS) => {
      try {
        toyPriceBook({ items, coveredElsewhere });
        return "nothing";
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return error.message;
      }
    };
    const rack = { sku: "RACK", name: "Rack", appliesTo: "rack", unit: "host-month", unitPrice: "9" };
    expect(said(covered, [...ITEMS, rack])).toMatch(
      /coveredElsewhere\[0\]\.appliesTo.*"rack", of which there is an item/s,
    );
    expect(said([...covered, covered[0]])).toMatch(/coveredElsewhere\[2\].*"rack" a second time/s);
    expect(said([{ appliesTo: "labour", by: "us" }])).toMatch(/coveredElsewhere\[0\]\.appliesTo/);
    expect(said([{ appliesTo: "rack" }])).toMatch(/coveredElsewhere\[0\]\.by/);
    expect(said("rack")).toMatch(/coveredElsewhere/);
    expect(said([null, 3, {}])).toMatch(/coveredElsewhere\[0\]/);
  });
});
