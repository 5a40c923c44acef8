import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { documentHead, headShape, type Prices } from "./document-head.ts";
import { PlanDocument, planDocument } from "./plan-document.ts";

/** What `cost --format json` prints. JSON Schema: `schema/cost.schema.json`. */
export const CostDocument = z.strictObject({
  ...headShape,
  plans: z.array(PlanDocument).meta({ description: "One a model, each with the lines of its cost." }),
});
export type CostDocument = z.infer<typeof CostDocument>;

/** What the fleet costs and who bears it, as `cost --format json` prints it. */
export function costDocument(
  { currency, plans }: { readonly currency: string; readonly plans: readonly PlannedFleet[] },
  prices: Prices,
  said: readonly Finding[] = [],
): CostDocument {
  return { ...documentHead(currency, prices, said), plans: plans.map((plan) => planDocument(plan)) };
}
