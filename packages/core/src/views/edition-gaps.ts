import type { PlanningContext } from "../price-list/planning-context.ts";
import type { EditionGaps, FeatureGap } from "./verdict.ts";

type Catalogued = Pick<PlanningContext, "catalog">;

/** What each edition gives up against Ultimate. */
export function editionGaps(context: Catalogued): EditionGaps {
  return { starter: featureGaps("starter", context), pro: featureGaps("pro", context) };
}

/** Rows of the vendor's matrix that Ultimate includes and another edition does not. */
function featureGaps(edition: keyof EditionGaps, { catalog }: Catalogued): readonly FeatureGap[] {
  const [lesser, ultimate] = [edition, "ultimate"].map((id) => catalog.editions.find((one) => one.id === id));
  const has = new Map(lesser?.features.map(({ id, included }) => [id, included]));
  return (ultimate?.features ?? [])
    .filter(({ id, included }) => included && has.get(id) === false)
    .map(({ id, title, worthTo = null }) => ({ id, title, worthTo }));
}
