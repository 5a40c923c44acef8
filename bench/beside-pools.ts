import type { NodePool } from "@nkp-planner/core";
import { type PoolCase, plannedWorkers, tenantsToDivide, tenantsWithPools, toyCostOf } from "./pool-cases.ts";
import { type CheapestOf, cheapestSolver, divisionsOf } from "./pool-optimum.ts";
import { printPart, tableText, timeText } from "./report.ts";
import { progress, timed } from "./timing.ts";

const CASE_COUNT = 60;
const QUICK_CASE_COUNT = 10;
const PERCENT = 100;
const SPARE_COUNTS = [0, 1] as const;

/** What the workers of one tenant cost a month. */
export interface PoolCosts {
  readonly one: PoolCase;
  readonly pools: readonly NodePool[];
  readonly planned: number;
  /** The cheapest division by the planner's own counts of nodes; as planned where pools are asked for. */
  readonly bestDivided: number;
  /** The least that HiGHS proves. */
  readonly optimum: number;
}

/** How far the cost of the planner's shapes and divisions is from the least that workers can cost. */
export async function measureBesidePools(isQuick: boolean): Promise<void> {
  const caseCount = isQuick ? QUICK_CASE_COUNT : CASE_COUNT;
  progress(`proving the cheapest shapes for the pools of ${2 * caseCount} tenants`);
  const cheapestOf = await cheapestSolver();
  const questions = [
    ["asked for", tenantsWithPools(caseCount)],
    ["divided", tenantsToDivide(caseCount)],
  ] as const;
  const { ms, result: rows } = timed(() =>
    questions.flatMap(([label, cases]) =>
      SPARE_COUNTS.map((spare) => rowOf(`${label}, ${spare} to lose`, costsOf(cases, spare, cheapestOf))),
    ),
  );
  printPart(
    `9  Shapes for pools, beside the proven optimum: ${2 * caseCount} small tenants`,
    [
      "What workers cost a month above the cheapest shape and count for each pool, of",
      "which HiGHS proves that no fewer nodes hold the pods packed as well as can be;",
      "with a node to lose, and one more of them. Pools that tenants ask for, and",
      "workers that are divided where that costs less: the least over every division.",
      "best divided: above the cheapest division by the planner's own counts of nodes.",
      `Planning all, each in every division, and proving: ${timeText(ms)}.`,
    ],
    tableText(["pools", "tenants", "as cheap", "above, all", "above, worst", "best divided", "worst"], rows),
  );
}

/** Plans tenants and asks HiGHS the same. */
export function costsOf(
  cases: readonly PoolCase[],
  spareNodeCount: 0 | 1,
  cheapestOf: CheapestOf,
): readonly PoolCosts[] {
  const planned = plannedWorkers(cases, spareNodeCount);
  return cases.map((one, index) => {
    const pools = planned[index] as readonly NodePool[];
    const [cost, optimum] = [toyCostOf(pools), cheapestOf(one, spareNodeCount)];
    const costs = { one, pools, planned: cost, bestDivided: bestDividedCost(one, spareNodeCount, cost), optimum };
    requireSense(costs);
    return costs;
  });
}

/** Every division is asked for as a pool of the tenant's own; the planner's is one of them. */
function bestDividedCost({ name, own, main }: PoolCase, spareNodeCount: 0 | 1, planned: number): number {
  if (own.length > 0) return planned;
  const divisions = divisionsOf(main)
    .filter(([apart]) => apart.length > 0)
    .map(([apart, rest]): PoolCase => ({ name, own: [apart], main: rest }));
  return Math.min(planned, ...plannedWorkers(divisions, spareNodeCount).map(toyCostOf));
}

/** An answer that cannot be is a defect of the planner or of the model. */
function requireSense({ one: { name }, pools, planned, optimum }: PoolCosts): void {
  const isWhole = pools.every(({ unplaced, survivesLoss }) => unplaced.length === 0 && survivesLoss);
  if (!isWhole) throw new Error(`${name}: not everything that is asked for runs.`);
  if (planned < optimum) throw new Error(`${name}: ${planned} a month is below the proven least of ${optimum}.`);
}

function rowOf(label: string, costs: readonly PoolCosts[]): readonly string[] {
  const sum = (of: (one: PoolCosts) => number) => costs.reduce((total, one) => total + of(one), 0);
  const above = (of: (one: PoolCosts) => number) => percentText(sum(({ planned }) => planned) / sum(of));
  const worst = (of: (one: PoolCosts) => number) => percentText(Math.max(...costs.map((one) => one.planned / of(one))));
  const isDivided = costs.some(({ one }) => one.own.length === 0);
  return [
    label,
    String(costs.length),
    String(costs.filter(({ planned, optimum }) => planned === optimum).length),
    above(({ optimum }) => optimum),
    worst(({ optimum }) => optimum),
    ...(isDivided ? [above(({ bestDivided }) => bestDivided), worst(({ bestDivided }) => bestDivided)] : ["", ""]),
  ];
}

function percentText(ratio: number): string {
  return `${((ratio - 1) * PERCENT).toFixed(1)} %`;
}
