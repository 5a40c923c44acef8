import { numberColumn } from "../column-kinds.ts";
import { count } from "../units/numbers-alone.ts";

/** How many pods the tenant runs. */
export const pods = numberColumn({
  id: "pods",
  heads:
    /^(pods?|replicas|(pod|number) count|number pods|(anzahl|nombre( de)?|numero( di)?|aantal) (de )?(pods?|container)|pods? anzahl)$/,
  unit: count,
  needed: true,
  addsUp: true,
  wanted: { expected: "a whole number of pods", fix: "write for example 24" },
  fields: ["demand.pods"],
  grid: { title: "Pods", unit: "" },
});
