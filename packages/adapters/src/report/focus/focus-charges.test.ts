import { allocateMoney, isNegativeMoney, type Money, money, type SharedLine, sumMoney } from "@nkp-planner/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { focusChargesOf } from "./focus-charges.ts";

const sumOf = (amounts: readonly Money[]) => sumMoney(amounts, "EUR").amount;

/** A line of one portion, so much of it for each attribution, shared so among tenants; amounts in cents. */
function lineOf(cents: number, attributions: readonly number[], tenants: readonly number[]): SharedLine {
  const cost = money((cents / 100).toFixed(2), "EUR");
  const split = (weights: readonly number[]) => allocateMoney(cost, weights.map(BigInt));
  const [workload, overhead, idle] = split(attributions) as [Money, Money, Money];
  const shares = split(tenants).map((amount, index) => ({ tenantId: `t${index}`, amount }));
  const portion = { clusterName: "c", poolName: null, amount: cost, attribution: { workload, overhead, idle } };
  const line = { portions: [portion], amount: cost } as unknown as SharedLine["line"];
  return { line, splits: [{ portion, basis: "uniform", shares }] };
}

describe("focusChargesOf", () => {
  it("gives each cent to one tenant and one attribution: 1.00 by thirds both ways", () => {
    const charges = focusChargesOf({ shared: [lineOf(100, [1, 1, 1], [1, 1, 1])], oneTimeShared: [] });
    const costs = charges.map(({ attribution, tenantId, cost }) => `${attribution} ${tenantId} ${cost.amount}`);
    // Shares 0.34, 0.33, 0.33; workload 0.34, overhead 0.33, idle 0.33.
    expect(costs).toEqual([
      ...["workload t0 0.12", "workload t1 0.11", "workload t2 0.11"],
      ...["overhead t0 0.11", "overhead t1 0.11", "overhead t2 0.11"],
      ...["idle t0 0.11", "idle t1 0.11", "idle t2 0.11"],
    ]);
  });

  it("sums to each share and to each attribution exactly, credits too", () => {
    const weights = (length: number) => fc.array(fc.nat(1000), { minLength: length, maxLength: length });
    const drafts = fc.tuple(
      fc.integer({ min: -100_000, max: 100_000 }),
      weights(3),
      fc.integer({ min: 1, max: 9 }).chain(weights),
    );
    fc.assert(
      fc.property(drafts, ([cents, attributions, tenants]) => {
        const shared = lineOf(cents, attributions, tenants);
        const charges = focusChargesOf({ shared: [shared], oneTimeShared: [] });
        const [split] = shared.splits;
        for (const { tenantId, amount: share } of split?.shares ?? []) {
          const own = charges.filter((charge) => charge.tenantId === tenantId);
          expect(sumOf(own.map(({ cost }) => cost))).toBe(share.amount);
        }
        for (const [name, part] of Object.entries(split?.portion.attribution ?? {})) {
          const own = charges.filter(({ attribution }) => attribution === name);
          expect(sumOf(own.map(({ cost }) => cost))).toBe(part.amount);
        }
        expect(charges.filter(({ cost }) => isNegativeMoney(cost) !== cents < 0)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
