import type { PlannedFleet } from "../../plan/planned-fleet.ts";

/** Something that matters beside cost, which a plan meets or not by what is in it. */
export interface Wish {
  readonly id: string;
  readonly title: string;
  /** When a model meets it, in a sentence. */
  readonly meets: string;
  /** @param all the plans that can run, this one among them */
  isMetBy(plan: PlannedFleet, all: readonly PlannedFleet[]): boolean;
}

/** The wish itself, checked by its type where it is written. */
export function defineWish(wish: Wish): Wish {
  return wish;
}

/** Whether every tenant's cluster is of an edition that has a row of the vendor's feature matrix. */
export function haveAll({ clusters, context }: PlannedFleet, featureId: string): boolean {
  const editions = new Set(
    context.catalog.editions
      .filter(({ features }) => features.some(({ id, included }) => id === featureId && included))
      .map(({ id }) => id),
  );
  return clusters.every(({ tenantIds, edition }) => tenantIds.length === 0 || editions.has(edition));
}
