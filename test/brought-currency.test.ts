import { InputError, parseFleet, parsePriceBook, parsePriceList, parseWhatIf, problemOf } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { fleetFile } from "./support/toy.ts";

const prices = {
  apiVersion: "nkp-planner/v1",
  id: "own",
  title: "Own",
  currency: "EUR",
  validFrom: "2026-01-01",
  illustrative: false,
};
const book = (item: object) => () =>
  parsePriceBook({
    ...prices,
    kind: "PriceBook",
    items: [{ sku: "L", name: "L", appliesTo: "labour", unit: "hour", ...item }],
  });
const list =
  (item: object, more: object = {}) =>
  () =>
    parsePriceList({ ...prices, kind: "PriceList", items: [{ sku: "T", name: "T", per: "tenant", ...item }], ...more });
const fleet = (price: unknown) => () => parseFleet(fleetFile({ workloads: [], price: price as never }));
const ranges = (range: object) => () =>
  parseWhatIf({ apiVersion: "nkp-planner/v1", kind: "WhatIf", currency: "EUR", ranges: [{ price: "L", ...range }] });

/** Place, and what is said there, of all that has to do with a currency. */
function saidOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.findings
      .map(problemOf)
      .map(({ path, found, expected, fix }) => `${path.join(".")}: ${found}; ${expected}; ${fix}`)
      .filter((said) => said.includes("an amount in"));
  }
  return [];
}

const CONVERT = 'an amount in "USD"; an amount in EUR; convert it to EUR';
const ALONE = 'an amount in "EUR"; no currency here: amounts are in EUR; write the amount alone';

describe("an amount that brings its currency along", () => {
  it.each<[string, () => unknown, string]>([
    [
      "an agreed price",
      fleet({ currency: "USD", amount: 5 }),
      `tenants.0.price.currency: ${CONVERT}, and leave currency out`,
    ],
    [
      "an agreed price's amount",
      fleet({ monthly: { currency: "USD", amount: 5 } }),
      `tenants.0.price.monthly: ${CONVERT}`,
    ],
    ["an agreed price as text", fleet({ monthly: "5.00 USD" }), `tenants.0.price.monthly: ${CONVERT}`],
    [
      "a price of the book, which may have a currency of its own",
      book({ unitPrice: { currency: "USD", amount: "5" } }),
      `items.0.unitPrice: ${CONVERT}, or write currency: USD beside it`,
    ],
    [
      "a tier of an item in a currency of its own",
      book({ currency: "CHF", tiers: [{ unitPrice: "5", currency: "USD" }] }),
      'items.0.tiers.0.currency: an amount in "USD"; an amount in CHF; convert it to CHF, and leave currency out',
    ],
    [
      "a price of the list",
      list({ unitPrice: "5", currency: "USD" }),
      `items.0.currency: ${CONVERT}, and leave currency out`,
    ],
    [
      "a fee of the list",
      list({ unitPrice: "5" }, { minimumFee: { sku: "M", name: "M", monthly: "USD 5" } }),
      `minimumFee.monthly: ${CONVERT}`,
    ],
    [
      "a range",
      ranges({ low: "1", high: "2", currency: "USD" }),
      `ranges.0.currency: ${CONVERT}, and leave currency out`,
    ],
    ["an end of a range", ranges({ low: { currency: "USD", amount: 1 }, high: "2" }), `ranges.0.low: ${CONVERT}`],
  ])("is named where it is another than the file's: %s", (_what, read, said) => {
    expect(saidOf(read)).toEqual([said]);
  });

  it.each<[string, () => unknown, string]>([
    [
      "as a key",
      fleet({ currency: "EUR", monthly: 5 }),
      `tenants.0.price.currency: ${ALONE.replace("write the amount alone", "leave currency out")}`,
    ],
    ["as a map", list({ unitPrice: { currency: "EUR", value: 5 } }), `items.0.unitPrice: ${ALONE}`],
    ["as text", fleet({ monthly: "5 EUR" }), `tenants.0.price.monthly: ${ALONE}`],
  ])("is told to stand alone where it is the file's own, %s", (_what, read, said) => {
    expect(saidOf(read)).toEqual([said]);
  });

  it("leaves other maps and texts as they were", () => {
    expect(saidOf(fleet({ monthly: { amount: 5 } }))).toEqual([]);
    expect(saidOf(fleet({ monthly: "5 XYZ" }))).toEqual([]);
    expect(saidOf(book({ unitPrice: "5", currency: "USD" }))).toEqual([]);
  });
});
