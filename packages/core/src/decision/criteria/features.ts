import type { EditionFacts } from "../../input/edition-facts.ts";
import { defineCriterion, type MeasuredModel } from "./criterion.ts";

/** What the editions of tenants' clusters lack. */
export const features = defineCriterion({
  id: "features",
  title: "Features that a tenant's edition lacks",
  measures:
    "Rows of the vendor's matrix that the fullest edition includes and the edition of a tenant's cluster does not, the mean of all tenants.",
  unit: "features",
  better: "less",
  measure: (model) => {
    const lost = model.plan.tenants.map(({ tenantId }) => lackingOf(model, tenantId));
    if (lost.length === 0 || lost.includes(null)) return null;
    return (lost as readonly number[]).reduce((sum, one) => sum + one, 0) / lost.length;
  },
  measureOfTenant: lackingOf,
});

function lackingOf({ plan }: MeasuredModel, tenantId: string): number | null {
  const { editions } = plan.context.catalog;
  const home = plan.clusters.find(({ tenantIds }) => tenantIds.includes(tenantId));
  const own = editions.find(({ id }) => id === home?.edition);
  const [first] = editions;
  if (own === undefined || first === undefined) return null;
  const fullest = editions.reduce(
    (most, one) => (includedIn(one).length > includedIn(most).length ? one : most),
    first,
  );
  const has = new Map(own.features.map(({ id, included }) => [id, included]));
  return includedIn(fullest).filter((id) => has.get(id) === false).length;
}

function includedIn(edition: EditionFacts): readonly string[] {
  return edition.features.flatMap(({ id, included }) => (included ? [id] : []));
}
