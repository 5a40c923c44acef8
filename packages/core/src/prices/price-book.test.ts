import { describe, expect, it } from "vitest";
import { currencyCodes, minorUnitDigits } from "../base/currency.ts";
import { InputError } from "../base/findings/input-error.ts";
import { parsePriceBook, priceBookIn, rateOf, storageRateOf } from "./price-book.ts";
import { type RateKind, rateKinds, unitsOf } from "./price-kinds.ts";

const item = (more: object = {}) => ({
  sku: "V",
  name: "vCPU",
  appliesTo: "infrastructure-vcpu",
  unit: "vCPU-month",
  unitPrice: "19.50",
  ...more,
});
const book = (items: readonly object[], more: object = {}) => ({
  apiVersion: "nkp-planner/v1",
  kind: "PriceBook",
  id: "b",
  title: "B",
  currency: "EUR",
  validFrom: "2026-01-01",
  illustrative: false,
  items,
  ...more,
});
const rate = (items: readonly object[], kind: RateKind, more: object = {}) =>
  rateOf(parsePriceBook(book(items, more)), kind);
const problems = (items: readonly object[], more: object = {}): readonly string[] => {
  try {
    parsePriceBook(book(items, more));
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.message.split("\n");
  }
};

describe("a price by another period is turned into one a month", () => {
  it.each([
    ["vCPU-year", {}, "120", "10.00"],
    ["vCPU-year", {}, "100", "8.3333333333"],
    ["vCPU-hour", {}, "0.01", "7.30"],
    ["vCPU-term", { termMonths: 36 }, "360", "10.00"],
    ["vCPU-month", {}, "0.0125", "0.0125"],
  ])("%s", (unit, more, unitPrice, expected) => {
    const found = rate([item({ unit, unitPrice, ...more })], "infrastructure-vcpu");
    expect(found.unitPrice.amount).toBe(expected);
    expect(found.unit).toBe("vCPU-month");
  });

  it("by the book's own hours a month", () => {
    const found = rate([item({ unit: "vCPU-hour", unitPrice: "0.01" })], "infrastructure-vcpu", { hoursPerMonth: 720 });
    expect(found.unitPrice.amount).toBe("7.20");
    expect(found.derivation).toBe("EUR 0.01 per vCPU-hour × 720 hours a month");
  });

  it("spreads a host's price less what it is worth at the end", () => {
    const host = { sku: "H", name: "Host", appliesTo: "host", unit: "host", unitPrice: "46000", residualValue: "4000" };
    const found = rate([{ ...host, amortisedOverMonths: 60 }], "host");
    expect(found.unitPrice.amount).toBe("700.00"); // (46000 − 4000) ÷ 60
    expect(found.derivation).toBe("EUR 46000 per host less EUR 4000 residual value over 60 months");
    expect(found.purchase?.months).toBe(60);
  });
});

describe("exchange rates", () => {
  const rates = { exchangeRates: [{ from: "USD", to: "EUR", rate: "0.9", on: "2026-11-02" }] };

  it("convert an item's price and say so", () => {
    const found = parsePriceBook(book([item({ currency: "USD", unitPrice: "10" })], rates));
    expect(rateOf(found, "infrastructure-vcpu").unitPrice.amount).toBe("9.00");
    expect(found.converted.map(({ on }) => on)).toEqual(["2026-11-02"]);
  });

  it("are needed: nothing is converted without one, and none is turned round", () => {
    expect(problems([item({ currency: "USD" })])[0]).toContain("nothing is converted without a dated rate");
    const wrongWay = { exchangeRates: [{ from: "EUR", to: "USD", rate: "1.1", on: "2026-11-02" }] };
    expect(problems([item({ currency: "USD" })], wrongWay)).toHaveLength(1);
  });

  it("convert a whole book: at 1 every amount stays", () => {
    const one = { exchangeRates: [{ from: "EUR", to: "CHF", rate: "1", on: "2026-11-02" }] };
    const found = priceBookIn(parsePriceBook(book([item()], one)), "CHF");
    expect(found.currency).toBe("CHF");
    expect(rateOf(found, "infrastructure-vcpu").unitPrice.amount).toBe("19.50");
    expect(() => priceBookIn(found, "JPY")).toThrow(InputError);
    expect(priceBookIn(found, "CHF")).toBe(found);
  });
});

describe("bad prices are told, each with the fix", () => {
  it.each([
    ["a negative price", [item({ unitPrice: "-5" })], "leave out the minus sign"],
    ["forty digits", [item({ unitPrice: "9".repeat(40) })], "expected an amount with a point"],
    ["1.234, which may be 1234", [item({ unitPrice: "1.234" })], 'write "1234.00" for 1,234, or "1.2340"'],
    ["no price", [item({ unitPrice: undefined })], "expected a unitPrice, or tiers"],
    ["a gap", [item({ tiers: tiers([0, 10], [20]) })], "a gap: nothing is said from 10 to 20"],
    ["an overlap", [item({ tiers: tiers([0, 10], [5]) })], "an overlap: 5 to 10 stands in two tiers"],
    ["a tier after an endless one", [item({ tiers: tiers([0], [5]) })], "write upTo: 5 there"],
    ["tiers that do not begin at 0", [item({ tiers: tiers([3]) })], "a gap: nothing is said from 0 to 3"],
    ["a tier that ends before it begins", [item({ tiers: tiers([0, 0], [0]) })], "an end above its beginning"],
    ["a tier without a price", [item({ unitPrice: undefined, tiers: [{ from: 0 }] })], "a tier without a price"],
    ["a discount of 120 %", [item({ tiers: [{ discountPercent: 120 }] })], "at most 100"],
    ["a currency that is none", [item({ currency: "EUX" })], "a currency code of ISO 4217"],
    ["a term without months", [item({ unit: "vCPU-term" })], "termMonths: 36"],
    ["months without a term", [item({ termMonths: 12 })], "none for infrastructure-vcpu by the vCPU-month"],
    ["power without watts", [item({ appliesTo: "power", unit: "kWh" })], "wattsPerHost: 650"],
    ["a foreign unit", [item({ unit: "GiB-month" })], "vCPU-month or vCPU-year"],
    [
      "hosts beside vCPU",
      [item(), { ...item({ sku: "H" }), appliesTo: "host", unit: "host-month" }],
      "it is paid twice",
    ],
    [
      "a host worth more at the end",
      [{ ...item(), appliesTo: "host", unit: "host", amortisedOverMonths: 12, residualValue: "20" }],
      "no more than the price",
    ],
  ])("%s", (_what, items, expected) => {
    const found = problems(items);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(expected);
  });

  it("dates that end before they begin", () => {
    expect(problems([item()], { validUntil: "2025-01-01" })[0]).toContain("swap the two dates");
  });

  it("takes 1.234 where the currency has three digits, and where it cannot be a thousand", () => {
    expect(problems([item({ unitPrice: "1.234" })], { currency: "KWD" })).toEqual([]);
    expect(problems([item({ unitPrice: "0.234" })])).toEqual([]);
    expect(problems([item({ unitPrice: "1.2340" })])).toEqual([]);
  });
});

function tiers(...bounds: readonly (readonly number[])[]): readonly object[] {
  return bounds.map(([from, upTo]) => ({ from, unitPrice: "1", ...(upTo === undefined ? {} : { upTo }) }));
}

describe("what can have a price", () => {
  it("has at least one unit, and every unit parses", () => {
    for (const kind of rateKinds) expect(unitsOf(kind).length).toBeGreaterThan(0);
  });

  it("storage has a price a class, and one for all others", () => {
    const storage = (more: object) => item({ appliesTo: "infrastructure-storage", unit: "GiB-month", ...more });
    const found = parsePriceBook(book([storage({}), storage({ storageClass: "gold", unitPrice: "40" })]));
    expect(storageRateOf(found, "gold").unitPrice.amount).toBe("40.00");
    expect(() => storageRateOf(found, "silver")).toThrow("no rate for infrastructure-storage/silver");
    expect(storageRateOf(found, null).unitPrice.amount).toBe("19.50");
  });

  it("one role's labour falls back on all labour", () => {
    const labour = item({ appliesTo: "labour", unit: "hour", unitPrice: "50" });
    expect(rate([labour], "labour-upgrades").sku).toBe("V");
    expect(
      rate([labour, { ...labour, appliesTo: "labour-upgrades", unitPrice: "70" }], "labour-upgrades").unitPrice.amount,
    ).toBe("70.00");
  });
});

describe("currencies", () => {
  it("are those of the standard, each with its digits", () => {
    expect(currencyCodes.length).toBeGreaterThan(150);
    expect(["EUR", "JPY", "KWD", "CLF", "HUF"].map(minorUnitDigits)).toEqual([2, 0, 3, 4, 2]);
    expect(currencyCodes).not.toContain("BGN"); // Bulgaria pays in euro since 2026-01-01
    expect(() => minorUnitDigits("EUX")).toThrow("no currency");
  });
});
