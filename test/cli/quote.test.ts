import { describe, expect, it } from "vitest";
import { FEW, fileOf } from "../support/command-line.ts";
import { cli } from "../support/process.ts";

const listOf = (per: string, illustrative: boolean) => `apiVersion: nkp-planner/v1
kind: PriceList
id: own
title: Own list
currency: EUR
validFrom: 2026-01-01
illustrative: ${illustrative}
items:
  - { sku: ONE, name: One thing, per: ${per}, unitPrice: "85.00" }
`;

describe("whether a quote's prices are invented", () => {
  // No cost book is given: the planner takes the invented one, which is nothing to a customer who pays by the list.
  it.each([
    ["a list of one's own", "requested-vcpu", false, false],
    ["an invented list", "requested-vcpu", true, true],
    ["a list that charges by nodes, whose shapes an invented book has chosen", "node", false, true],
  ])("is said the same in text, JSON and CSV: %s", async (_what, per, invented, expected) => {
    const args = [
      "quote",
      FEW,
      "--price-list",
      fileOf("own-list.yaml", listOf(per, invented)),
      "--set",
      "agreed-prices=ignored",
    ];
    const [text, json, csv] = await Promise.all([
      cli(args),
      cli([...args, "--format", "json"]),
      cli([...args, "--format", "quote-csv"]),
    ]);
    expect([text.code, json.code, csv.code]).toEqual([0, 0, 0]);
    const { quotes } = JSON.parse(json.stdout);
    expect(quotes.length).toBeGreaterThan(0);
    for (const quote of quotes) expect(quote.illustrative).toBe(expected);
    expect(/invented|illustrative/i.test(text.stdout)).toBe(expected);
    expect(/ILLUSTRATIVE/.test(csv.stdout)).toBe(expected);
    expect(/invented/i.test(csv.stderr)).toBe(expected);
  });
});
