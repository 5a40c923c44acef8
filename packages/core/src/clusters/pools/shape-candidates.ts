import type { ConfidenceOrUser, SourceId } from "../../base/provenance.ts";
import type { NodeMinimum, NodeShape } from "../../input/catalog.ts";
import { parseShape, shapeText } from "../../input/node-shape-text.ts";
import { choiceOf } from "../../input/parameters.ts";
import type { PoolRole } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";

/** A shape that nodes may have, and where it comes from. */
export interface ShapeCandidate {
  readonly shape: NodeShape;
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
}

/** By what the best shape is found. */
export type ShapeGoal = "cheapest" | "fewest-vcpu";

/** The shapes among which a pool's is found; where there is no choice the goal is null, and one shape is there. */
export type ShapeChoice = { readonly reason: string | undefined } & (
  | { readonly goal: ShapeGoal; readonly candidates: readonly [ShapeCandidate, ...ShapeCandidate[]] }
  | { readonly goal: null; readonly candidates: readonly [ShapeCandidate] }
);

/**
 * The shape that a parameter fixes, or those that the price book offers, else the catalog's, that are no smaller than
 * the minimum's; where none is, the minimum's.
 */
export function shapesFor(role: PoolRole, minimum: NodeMinimum, context: PricedContext): ShapeChoice {
  const { catalog, choices, priceBook } = context;
  const { chosen } = choiceOf(choices, role === "platform" ? "platform-node-shape" : "workload-node-shape");
  const own = parseShape(chosen);
  if (own !== null) {
    return { goal: null, candidates: [{ shape: own, confidence: "user", sources: [] }], reason: undefined };
  }
  const goal = chosen === "cheapest" || chosen === "fewest-vcpu" ? chosen : null;
  const offered = goal === null ? null : priceBook.nodeShapes;
  const { vcpu, memoryGiB, diskGiB } = minimum.worker;
  const all =
    offered?.map((shape): ShapeCandidate => ({ shape, confidence: "user", sources: [] })) ??
    catalog.nodeShapes.filter(({ id }) => goal !== null || chosen === id);
  const [first, ...others] = distinct(
    all.filter(({ shape }) => shape.vcpu >= vcpu && shape.memoryGiB >= memoryGiB && shape.diskGiB >= diskGiB),
  );
  if (chosen === "documented-minimum" || first === undefined) {
    const { confidence, sources } = minimum;
    const reason = offered === null ? undefined : "the price book offers no shape as large";
    return { goal: null, candidates: [{ shape: { vcpu, memoryGiB, diskGiB }, confidence, sources }], reason };
  }
  // One that a parameter names is told of as one that was found.
  return { goal: goal ?? "fewest-vcpu", candidates: [first, ...others], reason: undefined };
}

/** Several documents may name one shape: it is tried once, with all their sources. */
function distinct(candidates: readonly ShapeCandidate[]): readonly ShapeCandidate[] {
  const byShape = new Map<string, ShapeCandidate>();
  for (const { shape, confidence, sources } of candidates) {
    const known = byShape.get(shapeText(shape));
    byShape.set(shapeText(shape), {
      shape,
      confidence: known?.confidence ?? confidence,
      sources: [...new Set([...(known?.sources ?? []), ...sources])],
    });
  }
  return [...byShape.values()];
}
