import { countText, type FleetSize, type OperatingModel } from "@nkp-planner/core";

/** Behind a sentence about sizes that were planned: which models cannot run at which of them; empty where all do. */
export function shortSizesText(sizes: readonly FleetSize[], models: readonly OperatingModel[]): string {
  return models.flatMap(({ id, phrase }) => shortText(phrase, shortAt(sizes, id), sizes.length)).join("");
}

function shortAt(sizes: readonly FleetSize[], modelId: string): readonly number[] {
  const isShort = ({ costs }: FleetSize) =>
    costs.some((cost) => cost.modelId === modelId && cost.shortfalls.length > 0);
  return sizes.filter(isShort).map(({ tenantCount }) => tenantCount);
}

function shortText(phrase: string, [first, ...others]: readonly number[], all: number): readonly string[] {
  if (first === undefined) return [];
  const name = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  const count = others.length + 1;
  const some = `${count} of the ${all} sizes tried, first at ${countText(first, "tenants")}`;
  const where = count === all ? "every size tried" : some;
  return [` ! ${name} cannot run as it is described at ${where}: its cost there is of what can be planned of it.`];
}
