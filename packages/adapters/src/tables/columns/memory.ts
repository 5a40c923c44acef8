import { numberColumn } from "../column-kinds.ts";
import { size } from "../units/size.ts";

/** What all its pods request of memory. */
export const memory = numberColumn({
  id: "memory",
  heads: /^(memory|ram|mem|arbeitsspeicher|hauptspeicher|memoire( vive)?|memoria( ram)?|geheugen)$/,
  unit: size,
  needed: true,
  addsUp: true,
  wanted: { expected: "a size such as 96 or 96Gi", fix: "write for example 96" },
  fields: ["demand.memory"],
  grid: { title: "GiB", unit: "of memory requested" },
});
