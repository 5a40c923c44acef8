import { wordColumn } from "../column-kinds.ts";

/** What the tenant is known by in a fleet file; left out, it follows from the name. */
export const id = wordColumn({
  id: "id",
  heads: /^((tenant |customer )?id|key)$/,
  wanted: { expected: "an id of its own", fix: "give this tenant another id" },
  fields: ["id"],
});
