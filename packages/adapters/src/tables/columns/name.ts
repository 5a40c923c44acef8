import { wordColumn } from "../column-kinds.ts";

/** A row below the others that adds them up, by its name; by its numbers it is known before it comes here. */
const SUM =
  /^((grand |sub)?-?(total|sum)s?|(gesamt|zwischen|end)?summe[n]?|insgesamt|gesamt|totale?n?|totaux|somme|somma|suma|totaal|totalt|razem|celkem|итого|всего|σ|∑|合計|合计|总计|総計)\s*:?$/iu;
const NO_SUM = { expected: "a tenant, not the sum of the others", fix: "remove the row, or rename the tenant" };

/** What the tenant is called. Its cell shows what is wrong with the id, where there is no column for that. */
export const name = wordColumn({
  id: "name",
  called: "tenant",
  heads: /^((tenant|customer|client|company)( name)?|tenants|customers|clients|names?)$/,
  needed: true,
  wanted: { expected: "the name of a tenant", fix: "name it, or remove the row" },
  fields: ["name", "id"],
  valueIn: ({ name: given, id }) => given ?? id,
  read: (text) => (SUM.test(text) ? NO_SUM : text),
  grid: { title: "Tenant", unit: "" },
});
