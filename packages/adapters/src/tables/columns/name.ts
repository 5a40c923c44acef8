import { wordColumn } from "../column-kinds.ts";
import { namesSummary } from "../summary-names.ts";

const NO_SUM = {
  expected: "a tenant, not the sum or average of the others",
  fix: "remove the row, or rename the tenant",
};

/** What the tenant is called. Its cell shows what is wrong with the id, where there is no column for that. */
export const name = wordColumn({
  id: "name",
  called: "tenant",
  heads: /^((tenant|customer|client|company)( name)?|tenants|customers|clients|names?)$/,
  needed: true,
  wanted: { expected: "the name of a tenant", fix: "name it, or remove the row" },
  fields: ["name", "id"],
  valueIn: ({ name: given, id }) => given ?? id,
  read: (text) => (namesSummary(text) ? NO_SUM : text),
  grid: { title: "Tenant", unit: "" },
});
