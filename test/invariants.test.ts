import { planningContext } from "@nkp-planner/catalog";
import {
  addMoney,
  compareModels,
  compareMoney,
  costReasonsOf,
  type Figure,
  figureIds,
  figureOf,
  isFlat,
  isZeroMoney,
  type Money,
  minorUnitOf,
  moneyAsNumber,
  multiplyMoney,
  operatingModels,
  type PlanInput,
  type PlannedFleet,
  type PlanningContext,
  plannedFleet,
  type Settings,
  serviceMarginsOf,
  sharesOf,
  sharingChecksOf,
  subtractMoney,
  sumMoney,
  targetPricesOf,
} from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prices, settings, tenants } from "./support/arbitraries.ts";
import { fleetOf, toyContext, toyPriceBook } from "./support/toy.ts";
import { toyFullList, toyTieredBook } from "./support/toy-prices.ts";

const model = fc.constantFrom(...operatingModels);
const release = fc.constantFrom("toy", "nkp-2.16.1", "nkp-2.17.1", "nkp-2.18.0-dev");

/** Any fleet, by any model, on any platform, with any settings. */
const plans = fc.record({ model, release, settings, tenants, pricesOf: prices }).map((draft) => ({
  ...draft,
  input: fleetOf(...draft.tenants),
  context: { ...contextOf(draft.release, draft.settings), ...draft.pricesOf() },
}));

function contextOf(platform: string, chosen: Settings): PlanningContext {
  if (platform === "toy") return toyContext(chosen);
  return planningContext({ release: platform, priceBook: toyPriceBook(), settings: chosen });
}

const text = (value: Money) => value.amount;
const sum = (values: readonly Money[]) => text(sumMoney(values, "EUR"));

/** Checks a claim about every plan that is drawn. */
function everyPlan(claim: (plan: PlannedFleet, input: PlanInput) => void): void {
  fc.assert(
    fc.property(plans, ({ input, model: chosen, context }) => claim(plannedFleet(input, chosen, context), input)),
    { numRuns: 60 },
  );
}

describe("what holds for every plan", () => {
  it("tenants bear the fleet's cost to the cent", () => {
    everyPlan(({ tenants: economics, totals }) => {
      expect(sum(economics.map(({ monthlyCost }) => monthlyCost))).toBe(text(totals.monthlyCost));
    });
  });

  it("each line's shares sum to the line, and its parts too", () => {
    everyPlan(({ shared }) => {
      for (const { line, splits } of shared) {
        expect(sum(splits.flatMap(({ shares }) => shares.map(({ amount }) => amount)))).toBe(text(line.amount));
        for (const { portion, shares } of splits)
          expect(sum(shares.map(({ amount }) => amount))).toBe(text(portion.amount));
        const { workload, overhead, idle } = line.attribution;
        expect(sum([workload, overhead, idle])).toBe(text(line.amount));
      }
    });
  });

  it("total = workload + overhead + idle, and = the sum over drivers", () => {
    everyPlan(({ totals }) => {
      const { workload, overhead, idle } = totals.monthlyCostByAttribution;
      expect(text(addMoney(addMoney(workload, overhead), idle))).toBe(text(totals.monthlyCost));
      expect(sum(Object.values(totals.monthlyCostByDriver))).toBe(text(totals.monthlyCost));
    });
  });

  it("the order of tenants changes nothing but the order of results", () => {
    const shuffled = plans.chain((draft) =>
      fc
        .shuffledSubarray([...draft.tenants], { minLength: draft.tenants.length })
        .map((order) => ({ ...draft, other: fleetOf(...order) })),
    );
    fc.assert(
      fc.property(shuffled, ({ input, other, model: chosen, context }) => {
        const [a, b] = [plannedFleet(input, chosen, context), plannedFleet(other, chosen, context)];
        expect(text(b.totals.monthlyCost)).toBe(text(a.totals.monthlyCost));
        for (const tenant of a.tenants) {
          const same = b.tenants.find(({ tenantId }) => tenantId === tenant.tenantId);
          expect(text(same?.monthlyCost as Money)).toBe(text(tenant.monthlyCost));
        }
        expect(b.totals.nodeCount).toBe(a.totals.nodeCount);
      }),
      { numRuns: 40 },
    );
  });

  it("no pool of a feasible plan requests more than it can allocate, or has fewer nodes than its requests need", () => {
    everyPlan(({ clusters }) => {
      for (const { pools, shortfalls } of clusters) {
        if (shortfalls.some(({ severity }) => severity === "infeasible")) continue;
        for (const { capacity, reserved, platformRequests, tenantRequests, nodeCount, neededNodeCount } of pools) {
          for (const resource of ["cpuMillicores", "memoryBytes"] as const) {
            expect(platformRequests[resource] + tenantRequests[resource]).toBeLessThanOrEqual(
              capacity[resource] - reserved[resource],
            );
          }
          expect(nodeCount).toBeGreaterThanOrEqual(neededNodeCount ?? 1);
        }
      }
    });
  });

  it("every capacity divides into workload, platform and idle, none negative", () => {
    everyPlan(({ totals, clusters }) => {
      const workers = clusters.flatMap(({ pools }) => pools);
      expect(totals.platformVcpu).toBeGreaterThanOrEqual(0);
      expect(totals.idleVcpu).toBeGreaterThanOrEqual(0);
      const tenantVcpu = totals.vcpu - totals.platformVcpu - totals.idleVcpu;
      const requested = workers.reduce(
        (total, pool) => total + Math.min(pool.tenantRequests.cpuMillicores, pool.capacity.cpuMillicores),
        0,
      );
      expect(tenantVcpu).toBeCloseTo(requested / 1000, 6);
    });
  });

  it("no tenants, no clusters, no cost", () => {
    for (const chosen of operatingModels) {
      const { totals, clusters, assumptions } = plannedFleet(fleetOf(), chosen, toyContext());
      expect(clusters).toEqual([]);
      expect(isZeroMoney(totals.monthlyCost)).toBe(true);
      expect(totals.marginRatio).toBeNull();
      expect(assumptions.every(({ kind }) => kind !== "choice")).toBe(true);
    }
  });

  it("a tenant more never makes another tenant's own cluster dearer", () => {
    everyPlan((plan, input) => {
      const chosen = operatingModels.find(({ id }) => id === plan.model.id) as (typeof operatingModels)[number];
      const more = { ...input, tenants: [...input.tenants, ...fleetOf({ id: "newcomer", shareWeight: 1 }).tenants] };
      const after = plannedFleet(more, chosen, plan.context);
      for (const { tenantId } of plan.tenants) {
        expect(text(ownAtFixedRates(after, tenantId)), tenantId).toBe(text(ownAtFixedRates(plan, tenantId)));
      }
    });
  });
});

/** What a tenant's own cluster costs, without what is cheaper the more the fleet buys of it. */
function ownAtFixedRates({ shared }: PlannedFleet, tenantId: string): Money {
  const fixed = shared.filter(({ line }) => isFlat(line.rate.tariff));
  return sumMoney(
    fixed.flatMap((line) => sharesOf(line, tenantId).own ?? []),
    "EUR",
  );
}

describe("what holds for every amount", () => {
  it("another method of sharing moves no total", () => {
    everyPlan((plan) => {
      for (const { isWhole, method } of sharingChecksOf(plan)) expect(isWhole, method).toBe(true);
    });
  });

  it("portions of a line sum to it, and each portion's parts to the portion", () => {
    everyPlan(({ costs, oneTimeCosts }) => {
      for (const { amount, portions } of [...costs, ...oneTimeCosts]) {
        expect(sum(portions.map((portion) => portion.amount))).toBe(text(amount));
        for (const portion of portions) {
          expect(sum(Object.values(portion.attribution) as Money[])).toBe(text(portion.amount));
        }
      }
    });
  });

  it("margins by service sum to the plan's, and reasons of a tenant's cost to its cost", () => {
    everyPlan((plan) => {
      expect(sum(serviceMarginsOf(plan).map(({ monthlyCost }) => monthlyCost))).toBe(text(plan.totals.monthlyCost));
      for (const { tenantId, monthlyCost } of plan.tenants) {
        expect(sum(costReasonsOf(tenantId, plan).map((reason) => reason.monthlyCost))).toBe(text(monthlyCost));
        expect(sum(serviceMarginsOf(plan, tenantId).map((one) => one.monthlyCost))).toBe(text(monthlyCost));
      }
    });
  });

  it("what a tenant pays is the sum of its lines, each list amount less its discount", () => {
    everyPlan(({ tenants: economics }) => {
      for (const { priceLines, monthlyPrice, oneTimePrice } of economics) {
        for (const { amount, listAmount, discount, recovers } of priceLines) {
          expect(text(subtractMoney(listAmount, discount))).toBe(text(amount));
          if (recovers !== null) expect(sum(Object.values(recovers) as Money[])).toBe(text(amount));
        }
        if (monthlyPrice === null || oneTimePrice === null) continue;
        const once = priceLines.filter(({ billing }) => billing === "one-time").map(({ amount }) => amount);
        expect(sum(once)).toBe(text(oneTimePrice));
        expect(sum([...priceLines.map(({ amount }) => amount)])).toBe(text(addMoney(monthlyPrice, oneTimePrice)));
      }
    });
  });

  it("a price for a margin reaches it, and one cent less does not", () => {
    const ratios = fc.integer({ min: 0, max: 95 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(plans, ratios, ({ input, model: chosen, context }, ratio) => {
        const plan = plannedFleet(input, chosen, context);
        for (const { tenantId, targetMonthlyPrice } of targetPricesOf(plan, ratio)) {
          const cost = plan.tenants.find((tenant) => tenant.tenantId === tenantId)?.monthlyCost as Money;
          const reached = (price: Money) => compareMoney(subtractMoney(price, cost), multiplyMoney(price, ratio)) >= 0;
          expect(reached(targetMonthlyPrice)).toBe(true);
          const less = subtractMoney(targetMonthlyPrice, minorUnitOf("EUR"));
          if (!isZeroMoney(cost) && ratio > 0) expect(reached(less)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("in another currency at rate 1 every amount is the same", () => {
    const at = (from: string, to: string) => ({ exchangeRates: [{ from, to, rate: "1", on: "2026-11-01" }] });
    const asChf = (input: PlanInput): PlanInput => ({
      ...input,
      currency: "CHF",
      tenants: input.tenants.map((tenant) => ({
        ...tenant,
        monthlyPrice: tenant.monthlyPrice === null ? null : { ...tenant.monthlyPrice, currency: "CHF" },
      })),
    });
    const context = {
      ...toyContext(),
      priceBook: toyTieredBook(at("EUR", "CHF")),
      priceList: toyFullList(at("EUR", "CHF")),
    };
    fc.assert(
      fc.property(model, tenants, (chosen, drafts) => {
        const input = fleetOf(...drafts);
        const [euro, franc] = [plannedFleet(input, chosen, context), plannedFleet(asChf(input), chosen, context)];
        expect(franc.currency).toBe("CHF");
        expect(text(franc.totals.monthlyCost)).toBe(text(euro.totals.monthlyCost));
        expect(franc.tenants.map(({ monthlyPrice }) => monthlyPrice && text(monthlyPrice))).toEqual(
          euro.tenants.map(({ monthlyPrice }) => monthlyPrice && text(monthlyPrice)),
        );
        expect(franc.totals.nodeCount).toBe(euro.totals.nodeCount);
      }),
      { numRuns: 25 },
    );
  });
});

describe("what holds for every figure that opens", () => {
  it("is the sum of its lines, unless it has a formula", () => {
    fc.assert(
      fc.property(plans, ({ input, model: chosen, context }) => {
        const plan = plannedFleet(input, chosen, context);
        for (const id of figureIds(plan)) expectSum(figureOf(plan, id));
      }),
      { numRuns: 40 },
    );
  });

  it("has lines that are quantity × rate where both are given, to half a cent", () => {
    fc.assert(
      fc.property(plans, ({ input, model: chosen, context }) => {
        const plan = plannedFleet(input, chosen, context);
        for (const { lines } of figureIds(plan).map((id) => figureOf(plan, id))) {
          for (const { quantity, rate, value, note } of lines) {
            if (quantity === null || rate === null || value === null || /each rounded/.test(note ?? "")) continue;
            const [each, whole] = [rate, value].map((one) => (typeof one === "number" ? one : moneyAsNumber(one))) as [
              number,
              number,
            ];
            expect(Math.abs(quantity * each - whole)).toBeLessThanOrEqual(0.005 + 1e-9 * Math.abs(whole));
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

function expectSum({ id, formula, value, lines }: Figure): void {
  if (formula !== null || value === null) return;
  if (typeof value === "number") {
    const total = lines.reduce((sumSoFar, line) => sumSoFar + (line.value as number), 0);
    expect(total, id).toBeCloseTo(value, 6);
  } else {
    expect(sum(lines.map((line) => line.value as Money)), id).toBe(text(value));
  }
}

describe("what holds for every comparison", () => {
  it("the verdict names the cheapest feasible model, and the baseline differs from itself by nothing", () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...operatingModels.map(({ id }) => id)), ({ input, context }, baselineId) => {
        const comparison = compareModels(input, operatingModels, context, baselineId);
        const { verdict, plans: compared, differences } = comparison;
        const difference = differences.find(({ modelId }) => modelId === baselineId);
        expect(isZeroMoney(difference?.monthlyCost as Money)).toBe(true);
        const winner = compared.find((plan) => plan.model.id === verdict.winnerId);
        for (const plan of compared) {
          if (winner === undefined || plan.shortfalls.some(({ severity }) => severity === "infeasible")) continue;
          expect(compareMoney(plan.totals.monthlyCost, winner.totals.monthlyCost) >= 0).toBe(true);
        }
        if (winner === undefined) expect(verdict.message.key).toMatch(/none-feasible|empty/);
      }),
      { numRuns: 40 },
    );
  });
});
