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
  const where = `${others.length + 1} of ${countText(all, "sizes")}, first at ${countText(first, "tenants")}`;
  return [` ! ${name} cannot run as it is described at ${where}: its cost there is of what can be planned of it.`];
}
