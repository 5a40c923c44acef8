import {
  addMoney,
  isFlat,
  isZeroMoney,
  type Money,
  type PlannedFleet,
  plannedFleet,
  sharesOf,
  sumMoney,
} from "@nkp-planner/core";
import fc from "fast-check";
import { expect } from "vitest";
import { namesOfInfeasible } from "../support/findings.ts";
import { fleetOf, toyContext } from "../support/toy.ts";
import { sum, text } from "./amounts.ts";
import { cache, everyPlan, everyPlanAnd, fleetOfDraft, type Law } from "./plan-sample.ts";

/** What holds for every plan. */
export const planLaws: readonly Law[] = [
  everyPlan("tenants bear the fleet's cost to the cent", ({ plan: { tenants, totals } }) => {
    expect(sum(tenants.map(({ monthlyCost }) => monthlyCost))).toBe(text(totals.monthlyCost));
  }),

  everyPlan("each line's shares sum to the line, and its parts too", ({ plan }) => {
    for (const { line, splits } of plan.shared) {
      expect(sum(splits.flatMap(({ shares }) => shares.map(({ amount }) => amount)))).toBe(text(line.amount));
      for (const { portion, shares } of splits)
        expect(sum(shares.map(({ amount }) => amount))).toBe(text(portion.amount));
      const { workload, overhead, idle } = line.attribution;
      expect(sum([workload, overhead, idle])).toBe(text(line.amount));
    }
  }),

  everyPlan("total = workload + overhead + idle, and = the sum over drivers", ({ plan: { totals } }) => {
    const { workload, overhead, idle } = totals.monthlyCostByAttribution;
    expect(text(addMoney(addMoney(workload, overhead), idle))).toBe(text(totals.monthlyCost));
    expect(sum(Object.values(totals.monthlyCostByDriver))).toBe(text(totals.monthlyCost));
  }),

  everyPlanAnd(
    "the order of tenants changes nothing but the order of results",
    fc.array(fc.nat(99), { minLength: 7, maxLength: 7 }),
    ({ draft, input, model, context, plan }, ranks) => {
      const { tenants } = draft;
      const rankOf = (tenant: (typeof tenants)[number]) => ranks[tenants.indexOf(tenant)] ?? 0;
      const inOrder = { ...draft, tenants: tenants.toSorted((a, b) => rankOf(a) - rankOf(b)) };
      const sorted = fleetOfDraft({ ...inOrder, release: input.release });
      const other = plannedFleet(sorted, model, context, cache);
      expect(text(other.totals.monthlyCost)).toBe(text(plan.totals.monthlyCost));
      for (const tenant of plan.tenants) {
        const same = other.tenants.find(({ tenantId }) => tenantId === tenant.tenantId);
        expect(text(same?.monthlyCost as Money)).toBe(text(tenant.monthlyCost));
      }
      expect(other.totals.nodeCount).toBe(plan.totals.nodeCount);
    },
  ),

  everyPlan(
    "no pool of a feasible plan requests more than it can allocate, or has fewer nodes than its requests need",
    ({ plan }) => {
      const infeasible = namesOfInfeasible(plan);
      for (const { pools, name } of plan.clusters) {
        if (infeasible.includes(name)) continue;
        for (const { capacity, reserved, platformRequests, tenantRequests, nodeCount, neededNodeCount } of pools) {
          for (const resource of ["cpuMillicores", "memoryBytes"] as const) {
            expect(platformRequests[resource] + tenantRequests[resource]).toBeLessThanOrEqual(
              capacity[resource] - reserved[resource],
            );
          }
          expect(nodeCount).toBeGreaterThanOrEqual(neededNodeCount ?? 1);
        }
      }
    },
  ),

  everyPlan(
    "every capacity divides into workload, platform and idle, none negative",
    ({ plan: { totals, clusters } }) => {
      const workers = clusters.flatMap(({ pools }) => pools);
      expect(totals.platformVcpu).toBeGreaterThanOrEqual(0);
      expect(totals.idleVcpu).toBeGreaterThanOrEqual(0);
      const tenantVcpu = totals.vcpu - totals.platformVcpu - totals.idleVcpu;
      const requested = workers.reduce(
        (total, pool) => total + Math.min(pool.tenantRequests.cpuMillicores, pool.capacity.cpuMillicores),
        0,
      );
      expect(tenantVcpu).toBeCloseTo(requested / 1000, 6);
    },
  ),

  {
    title: "no tenants, no clusters, no cost",
    check: (model) => {
      const { totals, clusters, findings } = plannedFleet(fleetOf(), model, toyContext());
      expect(clusters).toEqual([]);
      expect(isZeroMoney(totals.monthlyCost)).toBe(true);
      expect(totals.marginRatio).toBeNull();
      expect(findings.every(({ kind }) => kind !== "choice")).toBe(true);
    },
  },

  everyPlan("a tenant more never makes another tenant's own cluster dearer", ({ input, model, context, plan }) => {
    const more = { ...input, tenants: [...input.tenants, ...fleetOf({ id: "newcomer", shareWeight: 1 }).tenants] };
    const after = plannedFleet(more, model, context, cache);
    for (const { tenantId } of plan.tenants) {
      expect(text(ownAtFixedRates(after, tenantId)), tenantId).toBe(text(ownAtFixedRates(plan, tenantId)));
    }
  }),
];

/** What a tenant's own cluster costs, without what is cheaper the more the fleet buys of it. */
function ownAtFixedRates({ shared }: PlannedFleet, tenantId: string): Money {
  const fixed = shared.filter(({ line }) => isFlat(line.rate.tariff));
  return sumMoney(
    fixed.flatMap((line) => sharesOf(line, tenantId).own ?? []),
    "EUR",
  );
}
