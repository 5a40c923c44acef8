import { addMoney, type Money, multiplyMoney, noMoney } from "../../base/money.ts";
import type { Edition } from "../../input/edition-facts.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { NodePool } from "./node-pool.ts";
import { nodeCostOf } from "./node-rates.ts";

/** How much of some pools does not run as it is asked: 0 where all of it does. */
export function failureCountOf(pools: readonly Pick<NodePool, "unplaced" | "survivesLoss" | "limited">[]): number {
  return pools.reduce(
    (sum, { unplaced, survivesLoss, limited }) =>
      sum + unplaced.length + (survivesLoss ? 0 : 1) + (limited === null ? 0 : 1),
    0,
  );
}

/** What the nodes of some pools cost a month, by the rates that shapes are chosen by. */
export function nodesCostOf(
  pools: readonly Pick<NodePool, "shape" | "nodeCount">[],
  edition: Edition,
  context: PricedContext,
): Money {
  return pools
    .map(({ shape, nodeCount }) => multiplyMoney(nodeCostOf(shape, edition, context), nodeCount))
    .reduce(addMoney, noMoney(context.priceBook.currency));
}
