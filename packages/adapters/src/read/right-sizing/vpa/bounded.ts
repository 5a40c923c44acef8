import { at } from "../../objects/read-fields.ts";
import type { Place } from "../../read-result.ts";
import { type ReadSizes, sizesOf } from "../amounts.ts";
import type { Sized, Sizes } from "../sized.ts";

/** What a VerticalPodAutoscaler recommends for a container: as its object and the summaries of others have it. */
export interface Bounded {
  readonly target: ReadSizes;
  readonly bounds: Sized["bounds"];
  /** Whether it would recommend something else if it were allowed to. */
  readonly isCapped: boolean;
  readonly problems: ReadSizes["problems"];
}

/** Reads `target`, `lowerBound`, `upperBound` and `uncappedTarget`. @param placeOf of a key of it */
export function boundedOf(data: unknown, of: string, placeOf: (path: readonly string[]) => Place): Bounded {
  const read = (key: string) =>
    sizesOf(at(data, key, "cpu"), at(data, key, "memory"), of, (one) => placeOf([key, one]));
  const [target, lower, upper, uncapped] = [
    read("target"),
    read("lowerBound"),
    read("upperBound"),
    read("uncappedTarget"),
  ];
  const isKnown = ({ sizes }: ReadSizes) => sizes.cpuNano !== null && sizes.memoryNano !== null;
  return {
    target,
    bounds: isKnown(lower) && isKnown(upper) ? { lower: lower.sizes, upper: upper.sizes } : null,
    isCapped: differs(uncapped.sizes, target.sizes),
    problems: target.problems,
  };
}

function differs(a: Sizes, b: Sizes): boolean {
  const one = (x: bigint | null, y: bigint | null) => x !== null && y !== null && x !== y;
  return one(a.cpuNano, b.cpuNano) || one(a.memoryNano, b.memoryNano);
}
