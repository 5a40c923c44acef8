import { numberColumn } from "../column-kinds.ts";
import { percentPerYear } from "../units/numbers-alone.ts";

/** By how much the tenant's demand grows; left out, as the fleet's does. */
export const growth = numberColumn({
  id: "growth",
  heads: /^(growth( rate)?|wachstum|croissance|crescita)$/,
  unit: percentPerYear,
  wanted: { expected: "percent a year", fix: "write for example 15" },
  fields: ["growthPercentPerYear"],
});
