import type { Diff, FleetChanges, ModelDiff } from "@nkp-planner/core";

type Thresholds = Diff["thresholds"];

/** Whether nothing changes, as far as it is known. */
export function isSame({ changes, upgrades }: ModelDiff): boolean {
  return !changes.isChanged && (upgrades ?? []).length === 0;
}

/** Whether something changes that is not worth more than a line: the cost moved by no more than was asked for, and is known as before. */
export function isQuiet(model: ModelDiff, thresholds: Thresholds): boolean {
  const { cost } = model.changes;
  const isAsKnown =
    cost.newlyLeftOut.length === 0 && cost.leftOut.base.every((name) => cost.leftOut.head.includes(name));
  return isAsked(thresholds) && !isSame(model) && !cost.isBeyond && isAsKnown;
}

/** Whether a line is all that is said of a model. */
export function isShort(model: ModelDiff, thresholds: Thresholds): boolean {
  return isSame(model) || isQuiet(model, thresholds);
}

/** What tenants ask for, where that is known, changed, and no model's line is to stand alone; null: nothing is said of it. */
export function demandSaid({ demand, models, thresholds }: Diff): FleetChanges | null {
  if (demand === null || isAlone({ models, thresholds })) return null;
  const { added, gone, changed } = demand;
  return added.length + gone.length + changed.length === 0 ? null : demand;
}

/** Whether changes below what was asked for leave nothing but lines. */
export function isAlone({ models, thresholds }: Pick<Diff, "models" | "thresholds">): boolean {
  return isAsked(thresholds) && models.every((model) => isShort(model, thresholds));
}

function isAsked({ amount, percent }: Thresholds): boolean {
  return amount !== null || percent !== null;
}
