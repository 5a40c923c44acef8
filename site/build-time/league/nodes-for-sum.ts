import { type Amounts, largestShare } from "./amounts.ts";

/**
 * Sum ÷ capacity, rounded up, of the resource that takes the most nodes; what has room beside them is taken off the
 * sum. One node at least, null where a node has none of what is asked.
 */
export function nodesForSum(sum: Amounts, room: Amounts, beside: Amounts): number | null {
  const left = Object.entries(sum).map(([resource, amount]) => [resource, above(amount, beside[resource])] as const);
  const nodeCount = Math.max(1, Math.ceil(largestShare(Object.fromEntries(left), room)));
  return Number.isFinite(nodeCount) ? nodeCount : null;
}

function above(amount: number, beside = 0): number {
  return Math.max(0, amount - beside);
}
