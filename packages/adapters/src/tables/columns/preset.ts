import { wordColumn } from "../column-kinds.ts";

/** A size by the name that the catalog has for it, in place of totals. */
export const preset = wordColumn({
  id: "preset",
  heads: /^(preset|(t shirt )?size)$/,
  wanted: { expected: "a preset", fix: "write for example M" },
  fields: ["preset"],
  read: (text) => text.toUpperCase(),
});
