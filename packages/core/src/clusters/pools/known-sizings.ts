import type { NodeShape } from "../../input/catalog.ts";
import { shapeText } from "../../input/node-shape-text.ts";
import { type PoolSizing, sizePool } from "./pool-sizing.ts";
import type { PoolToSize } from "./pool-to-size.ts";
import { type WhyNot, whyNotFewer } from "./why-not.ts";

/** So many pools are remembered: a fleet of many thousand tenants is planned once, and leaves nothing to remember. */
const MOST_POOLS = 2000;

/** What is known of a pool on nodes of one shape. */
interface Known {
  readonly sizing: PoolSizing | null;
  /** More nodes than these were not worth counting when it was asked. */
  readonly worthNodeCount: number;
  whyNot?: readonly WhyNot[];
}

/**
 * How many nodes pools need by their shape, whatever nodes cost: other prices only ask which shape is the best, and find
 * the counts here.
 */
export class KnownSizings {
  readonly #pools = new Map<string, Map<string, Known>>();

  /** @param key what sets the pool apart from all others of its kind of cluster */
  of(key: string): PoolSizings {
    const known = this.#pools.get(key) ?? new Map<string, Known>();
    if (this.#pools.size < MOST_POOLS) this.#pools.set(key, known);
    return new PoolSizings(known);
  }
}

/** The sizings of one pool. */
export class PoolSizings {
  readonly #known: Map<string, Known>;

  constructor(known: Map<string, Known>) {
    this.#known = known;
  }

  /** As `sizePool` counts: null where more nodes than are worth counting would be needed. */
  sized(shape: NodeShape, asked: PoolToSize): PoolSizing | null {
    const { worthNodeCount } = asked;
    const known = this.#known.get(shapeText(shape));
    if (known !== undefined && isAnswer(known, worthNodeCount)) {
      return known.sizing !== null && known.sizing.nodeCount <= worthNodeCount ? known.sizing : null;
    }
    const sizing = sizePool(asked);
    this.#known.set(shapeText(shape), { sizing, worthNodeCount });
    return sizing;
  }

  /** Why a pool of the shape, as it was sized, has not one node fewer. */
  whyNot(shape: NodeShape, asked: PoolToSize, sizing: PoolSizing): readonly WhyNot[] {
    const known = this.#known.get(shapeText(shape));
    if (known?.sizing !== sizing) return whyNotFewer(asked, sizing);
    known.whyNot ??= whyNotFewer(asked, sizing);
    return known.whyNot;
  }
}

/** Whether what is known says it for another worth too: where all pods run, or for fewer nodes than were too few. */
function isAnswer({ sizing, worthNodeCount }: Known, worth: number): boolean {
  if (worth === worthNodeCount) return true;
  if (sizing === null) return worth < worthNodeCount;
  return sizing.unplaced.length === 0 && sizing.survivesLoss && sizing.limited === null;
}
