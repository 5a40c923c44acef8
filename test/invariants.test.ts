import { planningContext } from "@nkp-planner/catalog";
import {
  addMoney,
  amountText,
  compareModels,
  type Figure,
  type FleetPlan,
  figureIds,
  figureOf,
  isZeroMoney,
  type Money,
  operatingModels,
  type PlanInput,
  planFleet,
  type Settings,
  sumMoney,
} from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settings, tenants } from "./support/arbitraries.ts";
import { fleetOf, toyContext, toyPriceBook } from "./support/toy.ts";

const model = fc.constantFrom(...operatingModels);
const release = fc.constantFrom("toy", "nkp-2.16.1", "nkp-2.17.1", "nkp-2.18.0-dev");

/** Any fleet, by any model, on any platform, with any settings. */
const plans = fc
  .record({ model, release, settings, tenants })
  .map((draft) => ({ ...draft, input: fleetOf(...draft.tenants), context: contextOf(draft.release, draft.settings) }));

function contextOf(platform: string, chosen: Settings) {
  if (platform === "toy") return toyContext(chosen);
  return planningContext({ release: platform, priceBook: toyPriceBook(), settings: chosen });
}

const text = (value: Money) => amountText(value);
const sum = (values: readonly Money[]) => text(sumMoney(values, "EUR"));

/** Checks a claim about every plan that is drawn. */
function everyPlan(claim: (plan: FleetPlan, input: PlanInput) => void): void {
  fc.assert(
    fc.property(plans, ({ input, model: chosen, context }) => claim(planFleet(input, chosen, context), input)),
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
        expect(sum(splits.flatMap(({ shares }) => [...shares.values()]))).toBe(text(line.monthlyCost));
        for (const { portion, shares } of splits) expect(sum([...shares.values()])).toBe(text(portion.monthlyCost));
        const { workload, overhead, idle } = line.attribution;
        expect(sum([workload, overhead, idle])).toBe(text(line.monthlyCost));
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
        const [a, b] = [planFleet(input, chosen, context), planFleet(other, chosen, context)];
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
      const { totals, clusters, assumptions } = planFleet(fleetOf(), chosen, toyContext());
      expect(clusters).toEqual([]);
      expect(isZeroMoney(totals.monthlyCost)).toBe(true);
      expect(totals.marginRatio).toBeNull();
      expect(assumptions.every(({ kind }) => kind !== "choice")).toBe(true);
    }
  });

  it("a tenant more never makes another tenant's own cluster dearer", () => {
    everyPlan((plan, input) => {
      const chosen = operatingModels.find(({ id }) => id === plan.model.id) as (typeof operatingModels)[number];
      const more = { ...input, tenants: [...input.tenants, ...fleetOf({ id: "newcomer" }).tenants] };
      const after = planFleet(more, chosen, plan.context);
      for (const tenant of plan.tenants) {
        const same = after.tenants.find(({ tenantId }) => tenantId === tenant.tenantId);
        expect(text(same?.ownMonthlyCost as Money)).toBe(text(tenant.ownMonthlyCost));
      }
    });
  });
});

describe("what holds for every figure that opens", () => {
  it("is the sum of its lines, unless it has a formula", () => {
    fc.assert(
      fc.property(plans, ({ input, model: chosen, context }) => {
        const plan = planFleet(input, chosen, context);
        for (const id of figureIds(plan)) expectSum(figureOf(plan, id));
      }),
      { numRuns: 40 },
    );
  });

  it("has lines that are quantity × rate where both are given, to half a cent", () => {
    fc.assert(
      fc.property(plans, ({ input, model: chosen, context }) => {
        const plan = planFleet(input, chosen, context);
        for (const { lines } of figureIds(plan).map((id) => figureOf(plan, id))) {
          for (const { quantity, rate, value, note } of lines) {
            if (quantity === null || rate === null || value === null || /each rounded/.test(note ?? "")) continue;
            const [each, whole] = [rate, value].map((one) =>
              typeof one === "number" ? one : one.amount.toNumber(),
            ) as [number, number];
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
          expect(plan.totals.monthlyCost.amount.gte(winner.totals.monthlyCost.amount)).toBe(true);
        }
        if (winner === undefined) expect(verdict.message.key).toMatch(/none-feasible|empty/);
      }),
      { numRuns: 40 },
    );
  });
});
