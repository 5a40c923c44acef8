import type { ModelDiff } from "@nkp-planner/core";
import type { DiffFlags } from "./diff-flags.ts";

/**
 * Whether what was asked to be looked for is there, for one of the models: a cost that moved beyond the limits in that
 * direction, or is not known any more. What a plan falls short of now counts as more.
 */
export function isFound(models: readonly ModelDiff[], failOn: DiffFlags["failOn"]): boolean {
  if (failOn === "none") return false;
  return models.some(({ changes: { cost, newShortfalls } }) => {
    if (cost.direction === "unknown" || cost.newlyLeftOut.length > 0) return true;
    if (newShortfalls.length > 0 && failOn !== "less") return true;
    return cost.isBeyond && (failOn === "any" || failOn === cost.direction);
  });
}
