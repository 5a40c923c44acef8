import { pieceCount } from "../../base/extended-resources.ts";
import { compareMoney, type Money, moneyAsNumber, multiplyMoney, ratioOf } from "../../base/money.ts";
import type { ConfidenceOrUser, SourceId } from "../../base/provenance.ts";
import type { NodeMinimum, NodeShape } from "../../input/catalog.ts";
import type { Edition } from "../../input/edition-facts.ts";
import { shapeText } from "../../input/node-shape-text.ts";
import type { PoolRole } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { PreparedPool } from "../../scheduling/prepared-pool.ts";
import { boundsOf } from "../../scheduling/smallest-count.ts";
import type { PoolSizings } from "./known-sizings.ts";
import type { StandingPool } from "./node-pool.ts";
import { nodeCostOf } from "./node-rates.ts";
import type { PoolSizing } from "./pool-sizing.ts";
import type { PoolToSize } from "./pool-to-size.ts";
import { type ShapeCandidate, type ShapeGoal, shapesFor } from "./shape-candidates.ts";
import { inLikelyOrder } from "./shape-order.ts";

/** A shape for a pool, and how many nodes of it the pool needs. */
export interface ChosenShape {
  readonly shape: NodeShape;
  readonly sizing: PoolSizing;
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  /** Why this one, where there was a choice. */
  readonly reason: string | undefined;
}

type UnshapedPool = Omit<PoolToSize, "prepared" | "worthNodeCount"> & {
  readonly poolOf: (shape: NodeShape) => PreparedPool;
  readonly sizings: PoolSizings;
};

/**
 * The shape that a parameter fixes, or of the candidates the best: the one on which most pods run, then the cheapest (or
 * the one with the fewest vCPU), then the fewest vCPU, GiB and nodes.
 */
export function chooseShape(
  role: PoolRole,
  edition: Edition,
  question: UnshapedPool,
  minimum: NodeMinimum,
  context: PricedContext,
): ChosenShape {
  const { candidates, goal, reason } = shapesFor(role, minimum, context);
  const [first, ...others] = candidates.filter(({ shape }) => isAskedFor(shape, question));
  if (goal !== null) {
    return best(first === undefined ? candidates : [first, ...others], question, goal, edition, context);
  }
  const [only] = candidates;
  return { ...only, sizing: sizedOn(only.shape, question), reason };
}

/** Nodes with devices are for pods that ask for them: for others they would only be dear, and lie on few hosts. */
function isAskedFor({ extended = {} }: NodeShape, { groups }: UnshapedPool): boolean {
  return Object.keys(extended).every((name) => groups.some(({ requests }) => requests.extended?.[name] !== undefined));
}

/** The shape of nodes that stand already, however well another would do. */
export function standingShape({ shape, confidence, sources }: StandingPool, question: UnshapedPool): ChosenShape {
  const sizing = sizedOn(shape, question);
  return { shape, sizing, confidence, sources, reason: "the shape of the nodes that stand already" };
}

/** The shape that a tenant asks for. */
export function askedByTenant(shape: NodeShape, question: UnshapedPool): ChosenShape {
  const sizing = sizedOn(shape, question);
  return { shape, sizing, confidence: "user", sources: [], reason: "the shape that the tenant asks for" };
}

function sizedOn(shape: NodeShape, question: UnshapedPool): PoolSizing {
  return question.sizings.sized(shape, questionFor(shape, question)) as PoolSizing;
}

/** A pool with nodes of one shape. */
export function questionFor(shape: NodeShape, { poolOf, sizings: _, ...question }: UnshapedPool): PoolToSize {
  return { ...question, prepared: poolOf(shape), worthNodeCount: Number.POSITIVE_INFINITY };
}

interface Ranked extends ShapeCandidate {
  readonly sizing: PoolSizing;
  readonly cost: Money;
}

function best(
  candidates: readonly ShapeCandidate[],
  question: UnshapedPool,
  goal: ShapeGoal,
  edition: Edition,
  context: PricedContext,
): ChosenShape {
  // On what a loss leaves the pods must fit as well.
  const spareNodeCount = question.loss.kind === "nodes" ? question.loss.count : 1;
  const priced = candidates.map((candidate) => {
    const { shape } = candidate;
    const asked = questionFor(shape, question);
    const { lowerNodeCount } = boundsOf(asked.prepared, [...asked.groups, ...asked.growth, ...asked.headroom]);
    const leastNodeCount = Math.max(
      question.floorNodeCount,
      question.askedNodeCount,
      (Number.isFinite(lowerNodeCount) ? lowerNodeCount : 1) + spareNodeCount,
    );
    const nodeCost = nodeCostOf(shape, edition, context);
    const weightPerNode = goal === "cheapest" ? moneyAsNumber(nodeCost) : shape.vcpu;
    return { candidate, asked, leastNodeCount, spareNodeCount, nodeCost, weightPerNode };
  });
  const ranked: Ranked[] = [];
  for (const { candidate, asked, leastNodeCount, nodeCost: each } of inLikelyOrder(priced)) {
    const worthNodeCount = worthOf(candidate.shape, each, ranked, goal);
    if (leastNodeCount > worthNodeCount) continue;
    const sizing = question.sizings.sized(candidate.shape, { ...asked, worthNodeCount });
    if (sizing !== null) ranked.push({ ...candidate, sizing, cost: multiplyMoney(each, sizing.nodeCount) });
  }
  ranked.sort((a, b) => compareRanked(a, b, goal));
  const [first, second] = ranked as [Ranked, ...Ranked[]];
  const isTie = second !== undefined && compareMoney(first.cost, second.cost) === 0 && goal === "cheapest";
  const reason = isTie
    ? `as cheap as ${shapeText(second.shape)}; taken for its ${first.shape.vcpu * first.sizing.nodeCount} vCPU against ${second.shape.vcpu * second.sizing.nodeCount}`
    : `${goal === "cheapest" ? "the cheapest" : "the fewest vCPU"} of ${candidates.length === 1 ? "one shape" : `${candidates.length} shapes`}`;
  return { shape: first.shape, sizing: first.sizing, confidence: first.confidence, sources: first.sources, reason };
}

/** With how many nodes a shape is no worse than the best so far that does all that was asked. */
function worthOf(shape: NodeShape, nodeCost: Money, ranked: readonly Ranked[], goal: ShapeGoal): number {
  const complete = ranked.filter(
    ({ sizing: { unplaced, survivesLoss, limited } }) => unplaced.length === 0 && survivesLoss && limited === null,
  );
  // Fewer devices come before fewer vCPU.
  if (complete.length === 0 || (goal === "fewest-vcpu" && pieceCount(shape) > 0)) return Number.POSITIVE_INFINITY;
  const ratios = complete.map(({ cost, shape: { vcpu }, sizing }) =>
    goal === "cheapest"
      ? (ratioOf(cost, nodeCost) ?? Number.POSITIVE_INFINITY)
      : (vcpu * sizing.nodeCount) / shape.vcpu,
  );
  return Math.floor(Math.min(...ratios));
}

function compareRanked(a: Ranked, b: Ranked, goal: ShapeGoal): number {
  const failures = ({ sizing: { unplaced, survivesLoss, limited } }: Ranked) =>
    unplaced.length + (survivesLoss && limited === null ? 0 : 1);
  const byCost = goal === "cheapest" ? compareMoney(a.cost, b.cost) : 0;
  return (
    failures(a) - failures(b) ||
    byCost ||
    pieceCount(a.shape) * a.sizing.nodeCount - pieceCount(b.shape) * b.sizing.nodeCount ||
    a.shape.vcpu * a.sizing.nodeCount - b.shape.vcpu * b.sizing.nodeCount ||
    a.shape.memoryGiB * a.sizing.nodeCount - b.shape.memoryGiB * b.sizing.nodeCount ||
    a.sizing.nodeCount - b.sizing.nodeCount
  );
}
