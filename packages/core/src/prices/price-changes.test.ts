import { describe, expect, it } from "vitest";
import { InputError } from "../base/findings/input-error.ts";
import { parsePriceList } from "../price-list/price-list.ts";
import { parsePriceBook, placedBook, rateOf } from "./price-book.ts";
import { pricesOn } from "./price-periods.ts";

const head = { apiVersion: "nkp-planner/v1", id: "b", title: "B", currency: "EUR", validFrom: "2026-01-01" };
const vcpu = { sku: "V", name: "vCPU", appliesTo: "infrastructure-vcpu", unit: "vCPU-month", unitPrice: "10.00" };
const memory = { sku: "M", name: "Memory", appliesTo: "infrastructure-memory", unit: "GiB-month", unitPrice: "2.00" };
const support = { sku: "S", name: "Support", appliesTo: "support", unit: "fleet-month", unitPrice: "100.00" };
const host = { sku: "H", name: "Host", appliesTo: "host", unit: "host-month", unitPrice: "200.00" };
const bookWith = (changes: unknown, more: object = {}) => ({
  ...{ ...head, kind: "PriceBook", illustrative: false },
  items: [vcpu, memory, support],
  changes,
  ...more,
});
const tenantFee = { sku: "T", name: "Tenant", per: "tenant", unitPrice: "100.00" };
const listWith = (changes: unknown, more: object = {}) => ({
  ...{ ...head, kind: "PriceList", illustrative: false },
  items: [tenantFee],
  changes,
  ...more,
});

function problemsOf(parse: (value: unknown) => unknown, value: unknown): readonly string[] {
  try {
    parse(value);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.split("\n");
  }
}

describe("a price book that changes", () => {
  const july = { from: "2027-07-01", items: [{ ...vcpu, unitPrice: "12.00" }] };
  const january = {
    from: "2028-01-01",
    items: [
      { ...memory, unitPrice: "3.00" },
      { ...support, sku: "S2" },
    ],
  };
  const book = parsePriceBook(bookWith([july, january]));
  const priceOn = (day: string, kind: string) => rateOf(pricesOn(book, day), kind).unitPrice.amount;

  it.each([
    ["2026-01-01", "10.00", "2.00", 1],
    ["2027-06-30", "10.00", "2.00", 1],
    ["2027-07-01", "12.00", "2.00", 1],
    ["2027-12-31", "12.00", "2.00", 1],
    ["2028-01-01", "12.00", "3.00", 2],
  ])("has on %s a vCPU for %s and a GiB for %s", (day, vcpuPrice, memoryPrice, supportCount) => {
    expect([priceOn(day, "infrastructure-vcpu"), priceOn(day, "infrastructure-memory")]).toEqual([
      vcpuPrice,
      memoryPrice,
    ]);
    expect(pricesOn(book, day).added).toHaveLength(supportCount);
  });

  it("is one and the same where it does not change, and on the days of one time", () => {
    const plain = parsePriceBook(bookWith(undefined));
    expect(plain).not.toHaveProperty("periods");
    expect(pricesOn(plain, "2030-01-01")).toBe(plain);
    const later = pricesOn(book, "2027-08-01");
    expect(pricesOn(later, "2027-09-01")).toBe(later);
    // Back to what holds before, whatever day was asked for first.
    expect(rateOf(pricesOn(later, "2026-02-01"), "infrastructure-vcpu").unitPrice.amount).toBe("10.00");
  });

  it("knows where each price is written, and from when on it holds", () => {
    const placed = placedBook(book, "book.yaml", (path) =>
      path[0] === "items" ? Number(path[1]) + 10 : 100 + Number(path[1]),
    );
    const end = pricesOn(placed, "2028-01-01");
    const origins = ["infrastructure-vcpu", "infrastructure-memory"].map((kind) => rateOf(end, kind).origin);
    expect(origins).toEqual([
      { isInvented: false, pricesId: "b", place: { file: "book.yaml", line: 100 }, since: "2027-07-01" },
      { isInvented: false, pricesId: "b", place: { file: "book.yaml", line: 101 }, since: "2028-01-01" },
    ]);
    expect(end.added.map(({ origin: { place, since } }) => [place?.line, since])).toEqual([
      [12, undefined],
      [101, "2028-01-01"],
    ]);
  });
});

describe("what is wrong with changes of a price book", () => {
  const changed = (...items: readonly object[]) => ({ from: "2027-07-01", items });
  it.each([
    [
      "a second price of a kind",
      [changed({ ...vcpu, sku: "V2" })],
      ["changes[0].items[0].appliesTo: found a second rate for infrastructure-vcpu, expected one"],
    ],
    [
      "hosts beside vCPU",
      [changed(host)],
      [
        'changes[0]: found infrastructure-vcpu beside the host "H"',
        'changes[0]: found infrastructure-memory beside the host "H"',
      ],
    ],
    [
      "a unit that the kind does not have",
      [changed({ ...vcpu, unit: "hour" })],
      ['changes[0].items[0].unit: found "hour"'],
    ],
    [
      "a currency without a rate",
      [changed({ ...vcpu, currency: "USD" })],
      ['changes[0].items[0].currency: found "USD"'],
    ],
    ["no price", [changed({ ...vcpu, unitPrice: undefined })], ["changes[0].items[0].unitPrice: found nothing"]],
    [
      "another kind",
      [changed({ ...memory, sku: "S" })],
      ["changes[0].items[0].appliesTo: found a second rate for infrastructure-memory"],
    ],
    [
      "an item twice",
      [changed({ ...vcpu, unitPrice: "12.00" }, vcpu)],
      ["changes[0].items[1].sku: found a SKU that is there twice"],
    ],
    [
      "a day twice",
      [changed(vcpu), changed(memory)],
      ['changes[1].from: found "2027-07-01", expected a day after 2027-07-01, to 2027-12-31'],
    ],
    [
      "days out of their order",
      [{ from: "2027-08-01", items: [vcpu] }, changed(memory)],
      ['changes[1].from: found "2027-07-01", expected a day after 2027-08-01'],
    ],
    [
      "a day before the book's",
      [{ from: "2026-01-01", items: [vcpu] }],
      ['changes[0].from: found "2026-01-01", expected a day after 2026-01-01'],
    ],
    [
      "a day after the book's",
      [{ from: "2028-01-01", items: [vcpu] }],
      ['changes[0].from: found "2028-01-01", expected a day after 2026-01-01, to 2027-12-31'],
    ],
    [
      "no items",
      [{ from: "2027-07-01", items: [] }],
      ["changes[0].items: found a list of 0", "changes[0]: found no prices"],
    ],
    ["no day", [{ items: [vcpu] }], ["changes[0].from: found nothing"]],
  ])("%s", (_, changes, expected) => {
    const found = problemsOf(parsePriceBook, bookWith(changes, { validUntil: "2027-12-31" }));
    expect(found).toEqual(expected.map((line) => expect.stringContaining(line)));
  });

  it("names a mistake of the items themselves once", () => {
    const items = [{ ...vcpu, unit: "hour" }, memory];
    const found = problemsOf(parsePriceBook, bookWith([changed({ ...memory, unitPrice: "3.00" })], { items }));
    expect(found).toEqual([expect.stringContaining('items[0].unit: found "hour"')]);
  });

  it("takes a thousand prices in all, and no more", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...support, sku: `S${index}` }));
    const days = (count: number) => [changed(...many(600)), { from: "2027-08-01", items: many(count) }];
    expect(problemsOf(parsePriceBook, bookWith(days(400)))).toEqual([]);
    expect(problemsOf(parsePriceBook, bookWith(days(401)))).toEqual([
      expect.stringContaining("changes: found 1001 prices, expected at most 1000 in all"),
    ]);
  });

  it("asks which of two of a SKU is meant", () => {
    const items = [vcpu, support, { ...support, name: "Other support" }];
    expect(problemsOf(parsePriceBook, bookWith([changed(support)], { items }))).toEqual([
      expect.stringContaining("changes[0].items[0].sku: found a SKU that is there twice"),
    ]);
  });
});

describe("a price list that changes", () => {
  const bundle = { sku: "B", name: "Small", upTo: {}, unitPrice: "50.00" };

  it("has its items, bundles and fees of the day", () => {
    const list = parsePriceList(
      listWith(
        [
          {
            from: "2027-07-01",
            bundles: [{ ...bundle, unitPrice: "60.00" }],
            minimumFee: { sku: "MIN", name: "Minimum", monthly: "10.00" },
          },
          {
            from: "2027-08-01",
            items: [
              { ...tenantFee, unitPrice: "110.00" },
              { ...tenantFee, sku: "T2" },
            ],
          },
        ],
        { bundles: [bundle] },
      ),
    );
    const on = (day: string) => {
      const { items, bundles, minimumFee } = pricesOn(list, day);
      const prices = items.map(({ sku, tariff }) => `${sku} ${tariff.tiers[0]?.unitPrice.amount}`);
      return [...prices, bundles[0]?.unitPrice.amount, minimumFee?.amount.amount];
    };
    expect(on("2027-06-30")).toEqual(["T 100.00", "50.00", undefined]);
    expect(on("2027-07-01")).toEqual(["T 100.00", "60.00", "10.00"]);
    expect(on("2027-08-01")).toEqual(["T 110.00", "T2 100.00", "60.00", "10.00"]);
    expect(pricesOn(list, "2027-08-01").written).toMatchObject({
      "items,1": { path: ["changes", 1, "items", 1], since: "2027-08-01" },
      minimumFee: { path: ["changes", 0, "minimumFee"], since: "2027-07-01" },
    });
  });

  it.each([
    ["nothing at all", { from: "2027-07-01" }, "changes[0]: found no prices"],
    [
      "a bundle of an item's SKU",
      { from: "2027-07-01", bundles: [{ ...bundle, sku: "T" }] },
      'changes[0].bundles[0].sku: found "T" a second time',
    ],
    [
      "an amount to read in two ways",
      { from: "2027-07-01", items: [{ ...tenantFee, unitPrice: "1.234" }] },
      'changes[0].items[0].unitPrice: found "1.234"',
    ],
    [
      "a flavour for a tenant",
      { from: "2027-07-01", items: [{ ...tenantFee, flavour: "8x32x80" }] },
      "changes[0].items[0].flavour",
    ],
  ])("is refused with %s", (_, change, expected) => {
    expect(problemsOf(parsePriceList, listWith([change]))).toEqual([expect.stringContaining(expected)]);
  });
});
