import { ALL_OVERHEAD } from "../../costs/cost-line.ts";
import type { PriceBasis } from "./price-basis.ts";

export const cluster = {
  id: "cluster",
  unit: "cluster",
  service: "platform",
  recovers: "platform",
  countedFrom: "own-clusters",
  quantityOf: ({ clusters }) => ({ quantity: clusters.length, weights: ALL_OVERHEAD }),
} as const satisfies PriceBasis;
