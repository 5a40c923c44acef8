import { ALL_OVERHEAD } from "../../costs/cost-line.ts";
import type { PriceBasis } from "./price-basis.ts";

export const tenant = {
  id: "tenant",
  unit: "tenant",
  service: "platform",
  recovers: "platform",
  countedFrom: "tenant",
  quantityOf: () => ({ quantity: 1, weights: ALL_OVERHEAD }),
} as const satisfies PriceBasis;
