import {
  amountText,
  applied,
  assumedRanges,
  bySize,
  chancesOf,
  InputError,
  type ModelChances,
  type Money,
  operatingModels,
  parseRanges,
  planFleet,
  type Range,
  runTrials,
  swingOf,
  trialsOf,
  twoWayTable,
} from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueAt } from "../packages/core/src/whatif/draws.ts";
import { prices, tenants } from "./support/arbitraries.ts";
import { fleetOf, pods, toyContext, toyPriceList } from "./support/toy.ts";
import { toyFullList, toyHostBook } from "./support/toy-prices.ts";

const models = operatingModels.filter(({ id }) => id !== "hybrid");
const input = fleetOf({ id: "a", workloads: [pods(4, "1", "2Gi")], price: { monthly: "1000.00" } });
const question = { input, models, context: toyContext() };
const range = (kind: Range["kind"], name: string, low: number, high: number, mode: number | null = null): Range => ({
  kind,
  name,
  low,
  high,
  mode,
});
const given = (...ranges: readonly Range[]) => ({ id: "r", isGiven: true, ranges });
const ids = models.map(({ id }) => id);

describe("one figure at a time", () => {
  it("plans low and high anew: a Starter licence of 5 ± 1 moves 8 vCPU by 8 each way", () => {
    const swing = swingOf(question, range("price", "license-starter", 4, 6));
    expect(swing.valueNow).toBe(5);
    // Toy Starter costs 472.50 at 5; see questions.test.ts
    expect([swing.low[0], swing.high[0]].map((one) => amountText(one?.monthlyMargin as Money))).toEqual([
      "535.50",
      "519.50",
    ]);
    expect(amountText(swing.low[1]?.monthlyCost as Money)).toBe(amountText(swing.high[1]?.monthlyCost as Money));
  });

  it("an hour more of operations costs an hour", () => {
    const swing = swingOf(question, range("setting", "operations-hours-self-managed", 2, 3));
    expect(amountText(swing.low[0]?.monthlyMargin as Money)).toBe("527.50");
    expect(amountText(swing.high[0]?.monthlyMargin as Money)).toBe("477.50");
  });

  it("sorts by what moves most", () => {
    const swings = [range("price", "license-starter", 4, 6), range("price", "infrastructure-vcpu", 0, 20)];
    const sorted = bySize(
      swings.map((one) => swingOf(question, one)),
      ids[0] as string,
    );
    expect(sorted.map((one) => one.range.name)).toEqual(["infrastructure-vcpu", "license-starter"]);
  });

  it("two at once are the sum where they do not meet", () => {
    const [licence, hours] = [
      range("price", "license-starter", 4, 6),
      range("setting", "operations-hours-self-managed", 2, 4),
    ];
    const { cells, acrossValues } = twoWayTable(question, licence, hours, 3);
    expect(acrossValues).toEqual([4, 5, 6]);
    expect(cells.map((row) => row.map((cell) => amountText(cell[0]?.monthlyMargin as Money)))).toEqual([
      ["535.50", "527.50", "519.50"],
      ["485.50", "477.50", "469.50"],
      ["435.50", "427.50", "419.50"],
    ]);
  });

  it("tiers keep their proportion", () => {
    const context = { ...toyContext(), priceBook: toyHostBook() };
    const first = context.priceBook.rates
      .get("license-ultimate")
      ?.tariff.tiers[0]?.unitPrice.amount.toNumber() as number;
    const { priceBook } = applied(context, { kind: "price", name: "ULT" }, 2 * first);
    const tiers = (book: typeof priceBook) =>
      book.rates.get("license-ultimate")?.tariff.tiers.map(({ unitPrice }) => unitPrice.amount.toNumber()) ?? [];
    const before = tiers(context.priceBook);
    expect(tiers(priceBook)).toEqual(before.map((price) => expect.closeTo(2 * price, 8)));
  });
});

describe("all at once, by chance", () => {
  const ranges = given(
    range("price", "license-starter", 0, 40, 5),
    range("price", "license-ultimate", 0, 40),
    range("setting", "operations-hours-attached", 0, 9),
  );
  const trials = trialsOf(question, ranges, 7);

  it("gives the same bytes however the trials are divided", () => {
    const whole = JSON.stringify(chancesOf([runTrials(trials, 0, 60)], 60, ids, "EUR"));
    for (const ends of [
      [20, 40, 60],
      [1, 59, 60],
    ]) {
      let from = 0;
      const shards = ends.map((to) => {
        const shard = runTrials(trials, from, to);
        from = to;
        return shard;
      });
      expect(JSON.stringify(chancesOf(shards.toReversed(), 60, ids, "EUR"))).toBe(whole);
    }
  });

  it("recorded once, the same everywhere", () => {
    const { trials: outcomes } = runTrials(trials, 0, 3);
    expect(outcomes.map((one) => one.map(({ costUnits }) => costUnits))).toMatchInlineSnapshot(`
      [
        [
          "46764",
          "418449",
        ],
        [
          "66424",
          "408260",
        ],
        [
          "50123",
          "344671",
        ],
      ]
    `);
  });

  it("differs with the seed", () => {
    const other = runTrials(trialsOf(question, ranges, 8), 0, 5);
    expect(JSON.stringify(other.trials)).not.toBe(JSON.stringify(runTrials(trials, 0, 5).trials));
  });

  it("refuses trials that are missing, twice there, or of another seed", () => {
    const [a, b] = [runTrials(trials, 0, 2), runTrials(trials, 2, 4)];
    expect(() => chancesOf([a], 4, ids, "EUR")).toThrow("2 trials instead of 4");
    expect(() => chancesOf([a, a], 4, ids, "EUR")).toThrow("Trial 2 is missing, or there twice");
    expect(() => chancesOf([a, { ...b, seed: 8 }], 4, ids, "EUR")).toThrow("different seeds");
  });

  it("ranges without width give the plan's own figures", () => {
    const none = given(range("price", "license-starter", 5, 5), range("setting", "operations-hours-attached", 2, 2));
    const chances = chancesOf([runTrials(trialsOf(question, none, 1), 0, 4)], 4, ids, "EUR");
    models.forEach((model, index) => {
      const { totals } = planFleet(input, model, question.context);
      const { p10, p90 } = (chances.models[index] as ModelChances).monthlyCost;
      expect([amountText(p10), amountText(p90)]).toEqual([
        amountText(totals.monthlyCost),
        amountText(totals.monthlyCost),
      ]);
      expect(amountText(chances.models[index]?.monthlyMargin?.p50 as Money)).toBe(
        amountText(totals.monthlyMargin as Money),
      );
    });
    expect(chances.models[0]?.cheapestRatio).toBe(1);
    expect(chances.models[0]?.beatsRatio["ultimate-centralized"]).toBe(1);
    expect(chances.models[1]?.beatsRatio["starter-self-managed"]).toBe(0);
  });

  it("takes the ⌈share × n⌉th of n for a quantile", () => {
    const shard = {
      seed: 1,
      from: 0,
      trials: Array.from({ length: 10 }, (_, index) => [{ costUnits: String((10 - index) * 100), priceUnits: null }]),
    };
    const [model] = chancesOf([shard], 10, ["x"], "EUR").models;
    const { p10, p50, p90 } = (model as ModelChances).monthlyCost;
    expect([p10, p50, p90].map(amountText)).toEqual(["1.00", "5.00", "9.00"]);
    expect(model?.monthlyMargin).toBeNull();
  });

  it("a trial is what a plan at its prices comes to, whatever the fleet and the prices", () => {
    fc.assert(
      fc.property(tenants, prices, fc.integer({ min: 0, max: 1000 }), (drafts, pricesOf, seed) => {
        const context = { ...toyContext({ "workload-node-shape": "command-default" }), ...pricesOf() };
        const fleet = fleetOf(...drafts);
        const sku = [...context.priceBook.rates.values()].at(-1)?.sku as string;
        const one = range("price", sku, 3, 3);
        const {
          trials: [outcomes],
        } = runTrials(trialsOf({ input: fleet, models, context }, given(one), seed), 0, 1);
        models.forEach((model, index) => {
          const { totals } = planFleet(fleet, model, applied(context, one, 3));
          const units = (value: Money | null) =>
            value === null
              ? null
              : amountText(value)
                  .replace(".", "")
                  .replace(/^0+(?=\d)/, "");
          expect(outcomes?.[index]?.costUnits).toBe(units(totals.monthlyCost));
          expect(outcomes?.[index]?.priceUnits).toBe(units(totals.monthlyPrice));
        });
      }),
      { numRuns: 25 },
    );
  });

  it("draws between the bounds, the likeliest in the middle of its triangle", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (share) => {
        for (const mode of [null, 0, 3, 10]) {
          const value = valueAt({ low: 0, high: 10, mode }, share);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(10);
        }
      }),
    );
    expect(valueAt({ low: 2, high: 6, mode: null }, 0.25)).toBe(3);
    expect(valueAt({ low: 0, high: 10, mode: 5 }, 0.5)).toBeCloseTo(5, 12);
    expect(valueAt({ low: 0, high: 10, mode: 5 }, 0.02)).toBeCloseTo(1, 12); // 1² ÷ (10 × 5)
    expect(valueAt({ low: 0, high: 10, mode: 10 }, 0.25)).toBeCloseTo(5, 12);
  });
});

describe("ranges that do not do are told", () => {
  const problems = (...ranges: readonly object[]): string => {
    try {
      parseRanges({ apiVersion: "nkp-planner/v1", kind: "WhatIf", id: "r", ranges });
      return "";
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.message;
    }
  };

  it.each([
    [{ price: "X", low: 3, high: 2 }, "swap them"],
    [{ price: "X", low: 1, high: 2, mode: 5 }, "between 1 and 2"],
    [{ price: "X", setting: "a", low: 1, high: 2 }, "together"],
    [{ low: 1, high: 2 }, "nothing that is named"],
    [{ price: "X", low: -1, high: 2 }, "at least 0"],
    [{ price: "X", low: 1 }, "add high"],
  ])("%j", (one, expected) => expect(problems(one)).toContain(expected));

  it("names what the plan does not have, and what would change its nodes", () => {
    expect(() => trialsOf(question, given(range("price", "license-startr", 1, 2)), 1)).toThrow(
      'did you mean "license-starter"?',
    );
    expect(() => trialsOf(question, given(range("listPrice", "X", 1, 2)), 1)).toThrow("give a price list");
    expect(() => trialsOf(question, given(range("setting", "headroom-percent", 0, 20)), 1)).toThrow(
      "which changes what exists",
    );
    expect(() => trialsOf(question, given(range("setting", "surge", 0, 20)), 1)).toThrow(InputError);
  });

  it("are assumed where nobody gives any, and every one of them can be tried", () => {
    const context = { ...toyContext(), priceBook: toyHostBook(), priceList: toyFullList() };
    const assumed = assumedRanges(context);
    expect(assumed.isGiven).toBe(false);
    expect(assumed.ranges.length).toBeGreaterThan(10);
    expect(() => trialsOf({ ...question, context }, assumed, 1)).not.toThrow();
  });

  it("a price of the list moves what tenants pay", () => {
    const context = {
      ...toyContext({ "agreed-prices": "ignored" }),
      priceList: toyPriceList({ items: [{ sku: "V", name: "V", per: "requested-vcpu", unitPrice: "100" }] }),
    };
    const { low, high } = swingOf({ ...question, context }, range("listPrice", "V", 100, 200));
    expect(amountText(low[0]?.monthlyMargin as Money)).toBe("-72.50");
    expect(amountText(high[0]?.monthlyMargin as Money)).toBe("327.50");
  });
});
