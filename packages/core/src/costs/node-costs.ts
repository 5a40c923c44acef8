import { type Money, multiplyMoney, roundToMinorUnit } from "../base/money.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { NodePool } from "../clusters/pools/node-pool.ts";
import type { CostLine, CostPortion } from "./cost-line.ts";

/** Some of a pool's nodes, and what a month of them costs: their part of each of the pool's cost lines. */
export interface NodeCost {
  readonly clusterName: string;
  readonly pool: NodePool;
  readonly nodeCount: number;
  readonly line: CostLine;
  readonly portion: CostPortion;
  /** portion × nodes ÷ the pool's nodes, rounded to the currency's smallest unit. */
  readonly monthlyCost: Money;
}

/** Of portions that somebody still has: most are the same in plan after plan. */
const parts = new WeakMap<CostPortion, Map<number, Money>>();

function partOf(portion: CostPortion, ratio: number): Money {
  const known = parts.get(portion) ?? new Map<number, Money>();
  parts.set(portion, known);
  const part = known.get(ratio) ?? roundToMinorUnit(multiplyMoney(portion.amount, ratio));
  known.set(ratio, part);
  return part;
}

/** What the nodes cost that `countOf` picks of each pool: those for a loss, say, or those for the documented minimum. */
export function costOfNodes(
  clusters: readonly ClusterPlan[],
  costs: readonly CostLine[],
  countOf: (pool: NodePool) => number,
): readonly NodeCost[] {
  const counted = new Map(
    clusters.map(({ name, pools }) => [name, pools.filter((pool) => countOf(pool) !== 0)] as const),
  );
  return costs.flatMap((line) =>
    line.portions.flatMap((portion): readonly NodeCost[] => {
      const { clusterName, poolName } = portion;
      const pool = counted.get(clusterName ?? "")?.find(({ name }) => name === poolName);
      if (clusterName === null || pool === undefined) return [];
      const nodeCount = countOf(pool);
      const monthlyCost = partOf(portion, nodeCount / pool.nodeCount);
      return [{ clusterName, pool, nodeCount, line, portion, monthlyCost }];
    }),
  );
}
