import { compareMoney, type Money, multiplyMoney, ratioOf, subtractMoney, sumMoney } from "../base/money.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { NodePool } from "../clusters/pools/node-pool.ts";
import { nodesCostOf } from "../clusters/pools/pools-compared.ts";
import { costsOfEfforts, reshapingsOn } from "../costs/efforts.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";

/** A cluster as it would stand, and as it would be built today: it is changed to that. */
export interface Reshaping {
  readonly kept: ClusterPlan;
  readonly fresh: ClusterPlan;
  /** null: it is done because not everything runs on what stands. */
  readonly monthlySaving: Money | null;
}

/** What changing the nodes of a cluster asks for, once: hours, and their cost by the price book. */
export function effortOfReshaping(
  due: IsoDate,
  cluster: ClusterPlan,
  context: PlanningContext,
): { readonly hours: number; readonly cost: Money } {
  const efforts = reshapingsOn(due, [cluster], context.choices);
  const lines = costsOfEfforts(efforts, context, "once");
  return {
    hours: efforts.reduce((sum, { hours }) => sum + hours, 0),
    cost: sumMoney(
      lines.map(({ amount }) => amount),
      context.priceBook.currency,
    ),
  };
}

type Pools = readonly Pick<NodePool, "name" | "shape" | "nodeCount">[];

/** Whether there are as many nodes of the same shapes. */
export function hasSameNodes(before: Pools, after: Pools): boolean {
  return nodesKey(before) === nodesKey(after);
}

/** Role, shape and number of nodes of every pool, as one text. */
export function nodesKey(pools: Pools): string {
  return JSON.stringify(pools.map(({ name, shape, nodeCount }) => [name, shape, nodeCount]));
}

/** Whether a pool is there in another shape. */
export function hasOtherShapes(before: Pools, after: Pools): boolean {
  const shapesOf = (pools: Pools) => JSON.stringify(pools.map(({ name, shape }) => [name, shape]));
  return shapesOf(before) !== shapesOf(after);
}

type PooledCluster = Pick<ClusterPlan, "name" | "pools">;

/** Whether every cluster that stays has the shapes that it had, and no fewer nodes. */
export function isGrownOnly(before: readonly PooledCluster[], after: readonly PooledCluster[]): boolean {
  const was = new Map(before.map(({ name, pools }) => [name, pools]));
  return after.every(({ name, pools }) => {
    const earlier = was.get(name) ?? [];
    return (
      earlier.length === 0 ||
      (!hasOtherShapes(earlier, pools) &&
        pools.every(({ nodeCount }, index) => nodeCount >= (earlier[index]?.nodeCount ?? 0)))
    );
  });
}

/**
 * What a cluster's nodes cost less a month with other ones, by the rates that shapes are chosen by; below zero: more.
 *
 * 5 nodes of 40 against 3 of 60: 200 − 180 = 20.
 */
export function savingOf(before: ClusterPlan, after: ClusterPlan, context: PlanningContext): Money {
  const costOf = ({ pools, edition }: ClusterPlan) => nodesCostOf(pools, edition, context);
  return subtractMoney(costOf(before), costOf(after));
}

/** Whether what is saved in so many months is more than the effort. */
export function paysBack(monthlySaving: Money, effortCost: Money, months: number): boolean {
  return compareMoney(multiplyMoney(monthlySaving, months), effortCost) > 0;
}

/** After how many whole months what is saved has come to the effort: 100 a month for 450 in 5, and at once for nothing. */
export function monthsUntilPaid(monthlySaving: Money, effortCost: Money): number {
  return Math.ceil(ratioOf(effortCost, monthlySaving) ?? 0);
}
