import {
  exampleFleet,
  exampleHostPriceBook,
  examplePriceBook,
  examplePriceList,
  planningContext,
} from "@nkp-planner/catalog";
import {
  amountsOf,
  applied,
  assumedRanges,
  type BasePlan,
  basePlans,
  baseValueOf,
  canBeDrawn,
  compareMoney,
  defaultModels,
  differenceTornadosOf,
  drawsOf,
  findingText,
  InputError,
  type Money,
  mergeTrials,
  monteCarloOf,
  type PlanningContext,
  type PriceBook,
  type PriceList,
  parsePriceBook,
  parseWhatIf,
  planFleet,
  pricedPlan,
  problemsOf,
  type Range,
  type Rate,
  rangeFindings,
  rangeProblems,
  type Settings,
  stepsOf,
  type Target,
  tornadoOf,
  totalsFrom,
  trialQuestion,
  trialsOf,
  twoWayOf,
  unitOfTarget,
  valueAt,
  valuedRanges,
  wholeMinorUnits,
} from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fleetOf, pods, toyContext } from "./support/toy.ts";

const MODELS = defaultModels.filter(({ id }) => id !== "hybrid");
const uniform = (kind: Target["kind"], id: string, low: string, high: string): Range => ({
  target: { kind, id },
  low,
  high,
  mode: null,
});
const file = (...ranges: readonly object[]) => ({
  apiVersion: "nkp-planner/v1",
  kind: "WhatIf",
  currency: "EUR",
  ranges,
});

/** Two tenants on the toy platform. */
const toyFleet = fleetOf(
  { workloads: [pods(4, "1", "2Gi", "10Gi")], price: { monthly: "4000.00" } },
  { workloads: [pods(2, "500m", "1Gi")], price: { monthly: "1500.00" } },
);
const toy = toyContext();
const toyBases = basePlans(toyFleet, MODELS, toy);
const TOY_RANGES: readonly Range[] = [
  { ...uniform("price", "license-ultimate", "10", "30"), mode: "20" },
  uniform("price", "labour", "40", "60"),
  uniform("setting", "operations-hours-attached", "1", "5"),
  uniform("setting", "days-between-minors", "50", "200"),
];
const question = (more: { ranges?: readonly Range[]; trialCount?: number; seed?: number } = {}) =>
  trialQuestion(toyBases, toyFleet, toy, { ranges: TOY_RANGES, trialCount: 200, seed: 1, ...more });
const resultOf = (asked: ReturnType<typeof question>, shards = 1) => {
  const ends = Array.from({ length: shards + 1 }, (_, index) => Math.floor((asked.trialCount * index) / shards));
  const parts = ends.slice(1).map((end, index) => trialsOf(asked, ends[index] as number, end));
  return monteCarloOf(asked, toyBases, mergeTrials(JSON.parse(JSON.stringify(parts.reverse()))));
};

describe("what a trial comes to", () => {
  const minorUnits = ({ amount, currency }: Money) => wholeMinorUnits({ amount, currency });
  const contextOf = (priceBook: PriceBook, priceList?: PriceList, settings: Settings = {}) =>
    planningContext({ release: exampleFleet.release, priceBook, priceList, settings });
  const contracts = [
    { termMonths: 36, supportPlan: "premium", options: ["MK-DR"], discountPercent: 5 },
    { termMonths: 12, discountPercent: 15 },
    {},
    {},
    {},
    {},
    // The large one: its discount is cut at the ceiling.
    { termMonths: 36, discountPercent: 15 },
  ];
  const fleet = {
    ...exampleFleet,
    tenants: exampleFleet.tenants.map((tenant, index) => ({
      ...tenant,
      contract: { ...tenant.contract, ...contracts[index] },
    })),
  };
  const CASES: readonly (readonly [string, PlanningContext, readonly Range[]])[] = [
    ["agreed prices", contextOf(examplePriceBook), []],
    [
      "a price list",
      contextOf(examplePriceBook, examplePriceList, { "agreed-prices": "ignored" }),
      [
        uniform("listPrice", "MK-CLUSTER", "300", "900"),
        uniform("listPrice", "MK-VCPU", "20", "120"),
        uniform("listPrice", "MK-STO", "0.05", "0.5"),
        uniform("listPrice", "MK-MIN", "0", "4000"),
      ],
    ],
    ["hosts, tiers and another currency", contextOf(exampleHostPriceBook, examplePriceList), []],
  ];

  it.each(CASES)("is what the plan at these values comes to: %s", (_what, context, more) => {
    const bases = basePlans(fleet, MODELS, context);
    const assumed = assumedRanges(
      bases.map(({ plan }) => plan),
      context,
    ).ranges;
    const ranges = [...assumed, uniform("setting", "days-between-minors", "30", "365"), ...more];
    const asked = trialQuestion(bases, fleet, context, { ranges, trialCount: 1, seed: 7 });
    const totalsOf = totalsFrom(JSON.parse(JSON.stringify(asked)));
    fc.assert(
      fc.property(fc.integer(), fc.nat(1_000_000), (seed, index) => {
        const values = drawsOf(seed, index, ranges);
        const changed = ranges.reduce((all, { target }, at) => applied(all, target, values[at] as string), context);
        const plans = bases.map(({ model, plan }) => pricedPlan(fleet, model, plan, changed).totals);
        expect(totalsOf(values)).toEqual(
          plans.map(({ monthlyCost, monthlyPrice }) => ({
            cost: minorUnits(monthlyCost),
            price: monthlyPrice === null ? null : minorUnits(monthlyPrice),
          })),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("has no price where a tenant has none", () => {
    const input = fleetOf({ workloads: [pods(1, "1", "1Gi")] });
    const bases = basePlans(input, MODELS, toy);
    const asked = trialQuestion(bases, input, toy, { ranges: TOY_RANGES, trialCount: 10, seed: 1 });
    const result = monteCarloOf(asked, bases, mergeTrials([trialsOf(asked, 0, 10)]));
    expect(result.models.map(({ monthlyMargin }) => monthlyMargin)).toEqual([null, null]);
  });
});

describe("trials", () => {
  it("come to the same bytes however they are divided, and to others with another seed", () => {
    const once = JSON.stringify(resultOf(question()));
    for (const shards of [2, 3, 7]) expect(JSON.stringify(resultOf(question(), shards))).toBe(once);
    expect(JSON.stringify(resultOf(question({ seed: 2 })))).not.toBe(once);
  });

  it("keep their bytes from one version and machine to the next", () => {
    expect(drawsOf(1, 0, TOY_RANGES)).toEqual(drawsOf(1, 0, TOY_RANGES));
    expect(drawsOf(1, 0, TOY_RANGES)).toMatchInlineSnapshot(`
      [
        "16.0296793",
        "47.2333958931",
        "2.4558338868",
        "78.5860428819",
      ]
    `);
    expect(drawsOf(2 ** 31, 9_999, TOY_RANGES)).toMatchInlineSnapshot(`
      [
        "18.7110093086",
        "59.9699005671",
        "1.7450183872",
        "133.6877125432",
      ]
    `);
  });

  it("all give the plan's figure where nothing may turn out otherwise", () => {
    const ranges = [uniform("price", "license-ultimate", "20", "20"), uniform("price", "labour", "50", "50")];
    const { models } = resultOf(question({ ranges }));
    for (const [at, { monthlyCost, monthlyMargin }] of models.entries()) {
      const { totals } = (toyBases[at] as BasePlan).plan;
      for (const p of ["p10", "p50", "p90"] as const) {
        expect(monthlyCost[p]).toEqual(totals.monthlyCost);
        expect(monthlyMargin?.[p]).toEqual(totals.monthlyMargin);
      }
    }
  });

  it("count a tie for neither model", () => {
    const [base] = toyBases as [BasePlan];
    const twins = [base, { ...base, model: { ...base.model, id: "twin" } }];
    const asked = trialQuestion(twins, toyFleet, toy, { ranges: TOY_RANGES, trialCount: 50, seed: 1 });
    const { models, duels } = monteCarloOf(asked, twins, mergeTrials([trialsOf(asked, 0, 50)]));
    expect(models.map(({ cheapestRatio }) => cheapestRatio)).toEqual([0, 0]);
    expect(duels.map(({ cheaperRatio }) => cheaperRatio)).toEqual([0, 0]);
  });

  it("take nearest ranks: of ten the first, the fifth, the ninth", () => {
    const asked = question({ trialCount: 10 });
    const all = trialsOf(asked, 0, 10);
    const costs = ["100", "900", "200", "800", "300", "700", "400", "600", "500", "1000"];
    const made = { ...all, models: all.models.map((model) => ({ ...model, costs })) };
    const { p10, p50, p90 } = monteCarloOf(asked, toyBases, made).models[0]?.monthlyCost ?? {};
    expect([p10, p50, p90].map((value) => Number(value?.amount))).toEqual([1, 5, 9]);
  });

  it("are merged as the full set or not at all", () => {
    const asked = question({ trialCount: 30 });
    const [a, b, c] = [trialsOf(asked, 0, 10), trialsOf(asked, 10, 20), trialsOf(asked, 20, 30)];
    expect(mergeTrials([c, a, b])).toEqual(trialsOf(asked, 0, 30));
    expect(() => mergeTrials([])).toThrow("no trials");
    expect(() => mergeTrials([a, c])).toThrow("missing");
    expect(() => mergeTrials([a, b, b, c])).toThrow("twice");
    expect(() => mergeTrials([a, b])).toThrow("20 of 30");
    expect(() => mergeTrials([a, b, { ...c, seed: 2 }])).toThrow("different questions");
    expect(() => mergeTrials([a, { ...b, toIndex: 21 }, c])).toThrow("not all there");
  });

  it("refuse what changes the nodes, and say where it can be seen", () => {
    const ranges = [...TOY_RANGES, uniform("setting", "surge-nodes", "0", "2")];
    expect(() => question({ ranges })).toThrow(/changes the nodes.*tornado.*--table/);
    expect(ranges.filter((range) => canBeDrawn(range, fleetOf(), toyContext()))).toEqual(TOY_RANGES);
  });
});

describe("draws", () => {
  const amount = fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => cents / 100);
  const range = fc.tuple(amount, amount, amount, fc.boolean()).map((values): Range => {
    const [low, mode, high] = values
      .slice(0, 3)
      .map(Number)
      .toSorted((a, b) => a - b) as [number, number, number];
    return { ...uniform("price", "x", String(low), String(high)), mode: values[3] ? String(mode) : null };
  });

  it("stay within their range, and rise with their share", () => {
    fc.assert(
      fc.property(
        range,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, a, b) => {
          const [low, high] = [valueAt(one, Math.min(a, b)), valueAt(one, Math.max(a, b))].map(Number) as [
            number,
            number,
          ];
          expect(low).toBeGreaterThanOrEqual(Number(one.low));
          expect(high).toBeLessThanOrEqual(Number(one.high));
          expect(low).toBeLessThanOrEqual(high);
        },
      ),
    );
  });

  it("are the triangle's: half of 0 to 2 around 1 lies below 1, an eighth below 0.5", () => {
    const triangle = { ...uniform("price", "x", "0", "2"), mode: "1" };
    expect(valueAt(triangle, 0.5)).toBe("1");
    expect(valueAt(triangle, 1 / 8)).toBe("0.5");
    expect(valueAt({ ...triangle, mode: "0" }, 0)).toBe("0");
    expect(valueAt({ ...triangle, mode: "2" }, 0.25)).toBe("1");
  });

  it("are as many below as above, and those of different ranges and trials do not hang together", () => {
    const ranges = ["a", "b", "c"].map((id) => uniform("price", id, "0", "1"));
    const all = Array.from({ length: 20_000 }, (_, index) => drawsOf(1, index, ranges).map(Number));
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const related = (a: (at: number) => number, b: (at: number) => number) =>
      12 * mean(all.slice(1).map((_, at) => (a(at) - 0.5) * (b(at) - 0.5)));
    const of =
      (column: number, shift = 0) =>
      (at: number) =>
        all[at + shift]?.[column] as number;
    // Four standard deviations of 20,000 draws: of the mean 0.29 ÷ 141, of the correlation 1 ÷ 141.
    for (const column of [0, 1, 2])
      expect(Math.abs(mean(all.map((row) => row[column] as number)) - 0.5)).toBeLessThan(0.009);
    for (const [a, b] of [
      [of(0), of(1)],
      [of(1), of(2)],
      [of(0), of(2)],
      [of(0), of(0, 1)],
      [of(2), of(0, 1)],
    ] as const)
      expect(Math.abs(related(a, b))).toBeLessThan(0.029);
  });
});

describe("one range at a time", () => {
  const tornado = tornadoOf(toyBases, toyFleet, toy, TOY_RANGES);

  it("is the plan with that price, the widest swing first", () => {
    for (const { modelId, base, swings } of tornado) {
      const model = MODELS.find(({ id }) => id === modelId) as BasePlan["model"];
      expect(base).toEqual(amountsOf(planFleet(toyFleet, model, toy)));
      for (const { range, low, high } of swings) {
        expect(low).toEqual(amountsOf(planFleet(toyFleet, model, applied(toy, range.target, range.low))));
        expect(high).toEqual(amountsOf(planFleet(toyFleet, model, applied(toy, range.target, range.high))));
      }
      const widths = swings.map(({ swing }) => Number(swing.amount));
      expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    }
  });

  it("of two models is what the dearer one costs more at either end, the widest swing first", () => {
    const [starter, ultimate] = tornado;
    const [difference, ...others] = differenceTornadosOf(tornado);
    expect(others).toEqual([]);
    expect([difference?.cheaperId, difference?.dearerId]).toEqual([starter?.modelId, ultimate?.modelId]);
    for (const { range, low, high, swing } of difference?.swings ?? []) {
      const at = (value: string) => {
        const [one, other] = MODELS.map((model) =>
          amountsOf(planFleet(toyFleet, model, applied(toy, range.target, value))),
        );
        return Number(other?.monthlyCost.amount) - Number(one?.monthlyCost.amount);
      };
      expect(Number(low.monthlyCost.amount)).toBeCloseTo(at(range.low), 6);
      expect(Number(high.monthlyCost.amount)).toBeCloseTo(at(range.high), 6);
      expect(Number(swing.amount)).toBeCloseTo(Math.abs(at(range.high) - at(range.low)), 6);
    }
    const widths = (difference?.swings ?? []).map(({ swing }) => Number(swing.amount));
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths).toHaveLength(TOY_RANGES.length);
  });

  it("never costs less at a higher price", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          "license-ultimate",
          "license-starter",
          "infrastructure-vcpu",
          "infrastructure-memory",
          "labour",
        ),
        fc.integer({ min: 0, max: 9_999 }),
        fc.integer({ min: 0, max: 9_999 }),
        (sku, a, b) => {
          const [low, high] = [a, b].toSorted((x, y) => x - y).map((cents) => String(cents / 100)) as [string, string];
          for (const { swings } of tornadoOf(toyBases, toyFleet, toy, [uniform("price", sku, low, high)])) {
            const [swing] = swings;
            expect(swing && compareMoney(swing.high.monthlyCost, swing.low.monthlyCost)).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe("two ranges against each other", () => {
  it("plans every cell, and says which model costs least", () => {
    const [down, across] = [
      uniform("price", "license-ultimate", "0", "40"),
      uniform("setting", "surge-nodes", "0", "2"),
    ];
    const { rows } = twoWayOf(toyBases, toyFleet, toy, [down, across], 3);
    expect(rows.map((row) => row.map((cell) => [cell.down, cell.across]))).toEqual(
      ["0", "20", "40"].map((price) => ["0", "1", "2"].map((count) => [price, count])),
    );
    const middle = rows[1]?.[1];
    expect(middle?.models.map(({ modelId: _, ...amounts }) => amounts)).toEqual(
      toyBases.map(({ plan }) => amountsOf(plan)),
    );
    for (const { models, cheapestModelId } of rows.flat()) {
      const least = models.toSorted((a, b) => compareMoney(a.monthlyCost, b.monthlyCost))[0];
      expect(cheapestModelId).toBe(least?.modelId);
    }
  });

  it("steps through whole and odd numbers as such", () => {
    const context = planningContext({ release: exampleFleet.release, priceBook: examplePriceBook });
    expect(stepsOf(uniform("setting", "surge-nodes", "0", "2"), context, 5)).toEqual(["0", "1", "2"]);
    expect(stepsOf(uniform("setting", "control-plane-count", "1", "5"), context, 3)).toEqual(["1", "3", "5"]);
    expect(stepsOf(uniform("price", "NKP-ULT", "30", "40"), context, 5)).toEqual(["30", "32.5", "35", "37.5", "40"]);
  });
});

describe("bad ranges", () => {
  const problemsBy = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (error instanceof InputError) return problemsOf(error);
      throw error;
    }
    return [];
  };
  it.each([
    ["low above high", { price: "A", low: "2", high: "1" }, "low", "swap low and high"],
    ["a mode outside", { price: "A", low: "1", high: "2", mode: "3" }, "mode", "widen the range"],
    ["a negative price", { price: "A", low: "-1", high: "2" }, "low", "leave out the minus sign"],
    ["thousands or a thousandth", { price: "A", low: "1", high: "1.234" }, "high", "1234.00"],
    ["nothing to vary", { low: "1", high: "2" }, 0, "add for example price"],
    ["two things in one", { price: "A", setting: "b", low: "1", high: "2" }, 0, "make a range of each"],
    ["an unknown key", { prize: "A", low: "1", high: "2" }, "prize", 'did you mean "price"?'],
  ])("%s", (_what, range, place, fix) => {
    const problems = problemsBy(() => parseWhatIf(file(range)));
    expect(problems.find((problem) => problem.path.at(-1) === place)?.fix).toContain(fix);
  });

  it("tells all problems of a file at once", () => {
    const twice = { price: "B", low: "1", high: "2" };
    const problems = problemsBy(() => parseWhatIf(file({ price: "A", low: "2", high: "1" }, twice, twice)));
    expect(problems.map(({ path }) => path.join("."))).toEqual(["ranges.0.low", "ranges.2.price"]);
  });

  it.each([
    ["an unknown SKU", uniform("price", "license-ultimat", "1", "2"), 'did you mean "license-ultimate"?'],
    [
      "an unknown setting",
      uniform("setting", "operation-hours-attached", "1", "2"),
      'did you mean "operations-hours-attached"?',
    ],
    ["a setting that is no number", uniform("setting", "workload-node-shape", "1", "2"), "--set workload-node-shape="],
    ["a price list where there is none", uniform("listPrice", "MK-VCPU", "1", "2"), "--price-list"],
    ["a setting out of its bounds", uniform("setting", "zones", "1", "9999999"), "zones="],
  ])("%s", (_what, range, fix) => {
    const problems = rangeProblems({ title: null, currency: "EUR", isAssumed: false, ranges: [range] }, toy);
    expect(problems[0]?.fix).toContain(fix);
    expect(() => applied(toy, range.target, range.high)).toThrow(InputError);
  });

  it("refuses prices in another currency than the book has", () => {
    const ranges = [uniform("price", "labour", "1", "2")];
    const problems = rangeProblems({ title: null, currency: "USD", isAssumed: false, ranges }, toy);
    expect(problems.map(({ path }) => path)).toEqual([["currency"]]);
  });
});

describe("ranges in the unit of what they vary", () => {
  const book = (items: readonly object[]) =>
    parsePriceBook({
      apiVersion: "nkp-planner/v1",
      kind: "PriceBook",
      id: "yearly",
      title: "By the year",
      currency: "EUR",
      validFrom: "2026-01-01",
      illustrative: false,
      items,
    });
  const priced = (unit: string, unitPrice: string, more: object = {}) =>
    book([{ sku: "HOST", name: "Host", appliesTo: "host", unit, unitPrice, ...more }]);
  const rateIn = ({ priceBook }: PlanningContext) => priceBook.rates["host"] as Rate;
  const contextWith = (priceBook: PriceBook) => ({ ...toy, priceBook });
  const host = (value: string) => ({ target: { kind: "price", id: "HOST" }, value }) as const;

  it.each([
    // 4,380 a year ÷ 12; 0.50 an hour × 730; 10,800 a term ÷ 36; (18,000 − 600) ÷ 60
    ["host-month", "365", {}, "365"],
    ["host-year", "4380", {}, "365"],
    ["host-hour", "0.50", {}, "365"],
    ["host-term", "10800", { termMonths: 36 }, "300"],
    ["host", "18000", { amortisedOverMonths: 60, residualValue: "600" }, "290"],
  ])("a price by the %s is read as one", (unit, written, more, monthly) => {
    const context = contextWith(priced(unit, "99999", more));
    const { target, value } = host(written);
    const changed = rateIn(applied(context, target, value));
    expect(Number(changed.unitPrice.amount)).toBe(Number(monthly));
    expect(changed.unitPrice).toEqual(rateIn(contextWith(priced(unit, written, more))).unitPrice);
    expect(baseValueOf(context, target)).toBe(99999);
    expect(unitOfTarget(context, target)).toBe(`a ${unit}`);
  });

  it("refuses a host below what it is worth in the end", () => {
    const context = contextWith(priced("host", "18000", { amortisedOverMonths: 60, residualValue: "600" }));
    const range = { ...uniform("price", "HOST", "599.99", "20000"), mode: null };
    const problems = rangeProblems({ title: null, currency: "EUR", isAssumed: false, ranges: [range] }, context);
    expect(problems).toMatchObject([
      { path: ["ranges", 0, "low"], expected: "no less than its residual value, 600.00" },
    ]);
  });

  it("may be percent of what is planned", () => {
    const context = contextWith(priced("host-year", "4380"));
    const written = parseWhatIf(file({ price: "HOST", low: "80%", high: "+20%", mode: "100 %" }));
    expect(valuedRanges(written, context).ranges).toEqual([
      { target: { kind: "price", id: "HOST" }, low: "3504", high: "5256", mode: "4380" },
    ]);
    const setting = parseWhatIf(file({ setting: "operations-hours-attached", low: "-50%", high: "200%" }));
    expect(valuedRanges(setting, toy).ranges[0]).toMatchObject({ low: "1", high: "4" });
    const swapped = valuedRanges(parseWhatIf(file({ price: "HOST", low: "120%", high: "80%" })), context);
    expect(rangeProblems(swapped, context)).toMatchObject([{ path: ["ranges", 0, "low"], fix: "swap low and high" }]);
  });

  it("that leave the plan out are said to", () => {
    const context = contextWith(priced("host-year", "4380"));
    const said = (low: string, high: string) =>
      rangeFindings(
        { title: null, currency: "EUR", isAssumed: false, ranges: [uniform("price", "HOST", low, high)] },
        context,
      ).map((finding) => findingText(finding));
    expect(said("300", "400")).toEqual([
      "The range of HOST, 300 to 400, leaves out what is planned: 4,380 a host-year.",
    ]);
    expect(said("4380", "5000")).toEqual([]);
    expect(said("0.014", "0.028")[0]).toContain("HOST, 0.014 to 0.028, leaves out");
  });

  it("are not made up for a SKU of several items, and that is said", () => {
    const twice = (kind: string) => ({ sku: "SAME", name: kind, appliesTo: kind, unit: "hour", unitPrice: "50" });
    const { priceBook } = toy;
    const doubled = book([twice("labour"), twice("labour-upgrades")]);
    const context = contextWith({ ...priceBook, rates: { ...priceBook.rates, ...doubled.rates } });
    const plans = basePlans(toyFleet, MODELS, context).map(({ plan }) => plan);
    expect(assumedRanges(plans, context).ranges.map(({ target }) => target.id)).not.toContain("SAME");
    const [plan] = plans;
    expect(plan?.findings.filter(({ code }) => code === "sku-repeated").map((one) => findingText(one))).toEqual([
      expect.stringContaining("SAME is the SKU of several items of toy: labour, labour-upgrades."),
    ]);
  });
});
