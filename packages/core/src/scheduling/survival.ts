import type { PoolGround } from "./prepared-pool.ts";
import { type RefusedPod, refusedPod } from "./refusals.ts";
import { reschedules } from "./rescheduling.ts";
import type { Attempt } from "./smallest-count.ts";

/** What a pool must survive: any so many of its nodes, or all its nodes in any one zone. */
export type Loss =
  | {
      readonly kind: "nodes";
      /** How many nodes at once. */
      readonly count: number;
    }
  | { readonly kind: "zone" };

/** Beyond this many pairs (100 nodes) only neighbours and opposites are tried, so that the time stays bounded. */
const MOST_PAIRS = 5000;
const PAIR = 2;

/**
 * Whether a pool of `count` nodes places every pod, and again after the loss, in every order of arrival: the pods of
 * the lost nodes beside those that kept running, and all of them again on what is left, as after a restart.
 */
export function survives(attempt: Attempt, count: number, loss: Loss): boolean {
  const { prepared, bounds } = attempt;
  const { ground } = prepared;
  const losses = lossesOf(ground, count, loss);
  const mostLost = spareNeeded(ground, count, loss);
  if (losses.length === 0) return attempt.holds(count);
  // Proven for any nodes of this kind, whichever are left.
  if (count - mostLost >= bounds.provenNodeCount) return true;
  if (count - mostLost < bounds.lowerNodeCount) return false;
  if (attempt.effort.isSpent) return false;
  const nodes = prepared.nodesAt(count);
  const hasZones = ground.nodeAt(0).zone !== null;
  // Without zones every remainder is a pool with fewer nodes; with them it depends on which are left.
  if (!hasZones && attempt.isKnownToFail(count - mostLost)) return false;
  const remainders = hasZones ? remaindersOf(ground, losses) : [];
  if (attempt.isMixed) {
    const atOnce = attempt.atOnce(nodes);
    if (atOnce === null) return false;
    if (!losses.every((lost) => atOnce.every((scheduler) => reschedules(scheduler, lost)))) return false;
    const leftOf = (lost: readonly number[]) => nodes.filter((_, index) => !lost.includes(index));
    if (!remainders.every((lost) => attempt.atOnce(leftOf(lost)) !== null)) return false;
  }
  const leftStages = remainders.map((lost) => prepared.of(count, lost));
  const ready = prepared.of(count);
  const failed = attempt.lossFailed;
  const indexes = firstOf([...losses.keys()], failed.loss);
  for (const order of firstOf(attempt.lossOrdersAt(count), failed.order)) {
    if (!attempt.place(ready, order)) return false;
    const failing = indexes.find((index) => !reschedules(ready.scheduler, losses[index] as readonly number[]));
    if (failing !== undefined) {
      failed.order = order;
      failed.loss = failing;
      return false;
    }
    if (!leftStages.every((left) => attempt.place(left, order))) {
      failed.order = order;
      return false;
    }
  }
  return hasZones || attempt.holds(count - mostLost);
}

/** The same with one of them first, where it is among them. */
function firstOf(all: readonly number[], first: number): readonly number[] {
  return all.includes(first) ? [first, ...all.filter((one) => one !== first)] : all;
}

/**
 * The same with one node more where nothing can be proven, as with hard spreading: orders that were not tried leave
 * pods pending there more often than elsewhere, and at one node more hardly ever.
 */
export function standsLoss(attempt: Attempt, count: number, loss: Loss): boolean {
  return survives(attempt, count, loss) && (!isOneMore(attempt, loss) || survives(attempt, count - 1, loss));
}

/** Whether a node more is kept for orders that were not tried, as nothing can be proven of them. */
export function isOneMore({ bounds }: Attempt, loss: Loss): boolean {
  return loss.kind === "nodes" && loss.count > 0 && !Number.isFinite(bounds.provenNodeCount);
}

/**
 * Sets of nodes that may be lost together, by their index among all nodes of the cluster: nodes of the pool, or all
 * nodes of a zone, those of other pools included.
 */
export function lossesOf(
  { nodeAt, otherNodes }: PoolGround,
  count: number,
  loss: Loss,
): readonly (readonly number[])[] {
  const pool = Array.from({ length: count }, (_, index) => otherNodes.length + index);
  if (loss.kind === "zone") {
    const zoneOf = (index: number) => (otherNodes[index] ?? nodeAt(index - otherNodes.length)).zone;
    const all = [...otherNodes.keys(), ...pool];
    return [...new Set(pool.map(zoneOf))].map((zone) => all.filter((index) => zoneOf(index) === zone));
  }
  if (loss.count === 0) return [];
  return loss.count >= count ? [pool] : combinations(pool, loss.count);
}

/** How many nodes of the pool a loss takes at worst. */
export function spareNeeded(ground: PoolGround, count: number, loss: Loss): number {
  const first = ground.otherNodes.length;
  return lossesOf(ground, count, loss).reduce(
    (most, lost) => Math.max(most, lost.filter((index) => index >= first).length),
    0,
  );
}

function combinations(all: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 1) return all.map((one) => [one]);
  const isSmall = (all.length * (all.length - 1)) / PAIR <= MOST_PAIRS;
  if (size === PAIR && isSmall) return all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other]));
  const half = Math.floor(all.length / PAIR);
  const nth = (at: number) => all[at % all.length] as number;
  return [...all.keys()].flatMap((start) => [
    Array.from({ length: size }, (_, at) => nth(start + at)),
    Array.from({ length: size }, (_, at) => nth(start + (at === 0 ? 0 : half + at - 1))),
  ]);
}

/** Losses of up to so many kinds are all tried again; of more, one of each zone. */
const MOST_REMAINDERS = 130;

/**
 * The losses after which everything is placed again. Nodes differ by their zone, and by where in the list they stand,
 * which decides ties.
 */
function remaindersOf({ nodeAt, otherNodes }: PoolGround, losses: readonly (readonly number[])[]) {
  if (losses.length <= MOST_REMAINDERS) return losses;
  const zonesOf = (lost: readonly number[]) =>
    lost
      .map((index) => (otherNodes[index] ?? nodeAt(index - otherNodes.length)).zone ?? "")
      .sort()
      .join();
  return [...new Map(losses.map((lost) => [zonesOf(lost), lost])).values()];
}

/** A pod that finds no node after a loss on so many workers, in the first order and of the first loss that leaves one. */
export function lossRefusal(attempt: Attempt, count: number, loss: Loss): RefusedPod | null {
  const ready = attempt.prepared.of(count);
  const losses = lossesOf(attempt.prepared.ground, count, loss);
  let refused: RefusedPod | null = null;
  for (const order of attempt.lossOrdersAt(count)) {
    if (!attempt.place(ready, order)) return null;
    for (const lost of losses) {
      reschedules(ready.scheduler, lost, (group) => {
        refused ??= refusedPod(ready.scheduler, group);
      });
      if (refused !== null) return refused;
    }
  }
  return null;
}
