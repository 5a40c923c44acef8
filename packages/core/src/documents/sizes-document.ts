import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import type { FleetSize } from "../questions/fleet-sizes.ts";
import { documentHead, headShape, type Prices } from "./document-head.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { MoneyPart } from "./parts.ts";

const SizedCostPart = z.strictObject({
  modelId: z.string(),
  isFeasible: z.boolean().meta({ description: "false: the plan falls short; the cost is of what could be planned." }),
  monthlyCost: MoneyPart,
  platformMonthlyCost: MoneyPart.meta({
    description: "Of monthlyCost: what serves no tenant, the platform and what only documented minimums ask for.",
  }),
  findings: z.array(FindingPart).meta({ description: "What of it does not run." }),
});

/** What `sizes --format json` prints. JSON Schema: `schema/sizes.schema.json`. */
export const SizesDocument = z.strictObject({
  ...headShape,
  sizes: z
    .array(
      z.strictObject({
        tenantCount: z.int().positive(),
        costs: z.array(SizedCostPart).meta({ description: "One a model." }),
      }),
    )
    .meta({ description: "Every size planned, the smallest first; empty where the fleet has no tenants." }),
});
export type SizesDocument = z.infer<typeof SizesDocument>;

/** What each number of tenants costs, as `sizes --format json` prints it. */
export function sizesDocument(
  { currency, sizes }: { readonly currency: string; readonly sizes: readonly FleetSize[] },
  prices: Prices,
  said: readonly Finding[] = [],
): SizesDocument {
  return {
    ...documentHead(currency, prices, said),
    sizes: sizes.map(({ tenantCount, costs }) => ({
      tenantCount,
      costs: costs.map(({ shortfalls, ...cost }) => ({
        ...cost,
        isFeasible: shortfalls.length === 0,
        findings: shortfalls.map(findingPart),
      })),
    })),
  };
}
