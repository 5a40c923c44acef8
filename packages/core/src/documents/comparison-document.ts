import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { hasIllustrativePrices } from "../price-list/invented-prices.ts";
import type { Comparison } from "../views/compare.ts";
import { SaidOfInputs, saidOfInputs } from "./document-head.ts";
import { differenceFields } from "./figure-fields.ts";
import { MessagePart, messagePart } from "./message-part.ts";
import { SCHEMA_VERSION } from "./parts.ts";
import { PlanPart, planPart } from "./plan-document.ts";
import { UpgradeSumsPart, upgradeSumsParts } from "./upgrade-sums-part.ts";

const DifferencePart = z.strictObject({
  modelId: z.string(),
  monthlyCostRatio: z.number().nullable(),
  ...differenceFields(),
});

/** What `compare --format json` prints. JSON Schema: `schema/comparison.schema.json`. */
export const ComparisonDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  release: z.string(),
  asOf: z.string(),
  currency: z.string(),
  illustrativePrices: z
    .boolean()
    .meta({ description: "true: price book, price list or an agreed price is invented; quote nothing from it." }),
  findings: SaidOfInputs,
  baseline: z.string().meta({ description: "modelId that differences are measured against." }),
  verdict: z.strictObject({
    ...MessagePart.shape,
    winner: z.string().nullable(),
    other: z.string().nullable(),
    reasons: z.array(MessagePart),
  }),
  plans: z.array(PlanPart),
  differences: z.array(DifferencePart).meta({ description: "plan − baseline, one a plan." }),
  upgrades: z
    .array(UpgradeSumsPart)
    .optional()
    .meta({ description: "What upgrades come to by each model; absent: they were not played." }),
  starterGivesUp: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});
export type ComparisonDocument = z.infer<typeof ComparisonDocument>;

/** A comparison as `compare --format json` prints it. @param said what was said of the inputs */
export function comparisonDocument(comparison: Comparison, said: readonly Finding[] = []): ComparisonDocument {
  const { verdict, plans } = comparison;
  return {
    schemaVersion: SCHEMA_VERSION,
    release: comparison.release,
    asOf: comparison.asOf,
    currency: comparison.currency,
    illustrativePrices: plans.some(({ context, input }) => hasIllustrativePrices(context, input.tenants)),
    findings: saidOfInputs(said),
    baseline: comparison.baselineId,
    verdict: {
      ...messagePart(verdict.message),
      winner: verdict.winnerId,
      other: verdict.otherId,
      reasons: verdict.reasons.map(messagePart),
    },
    plans: plans.map(planPart),
    differences: [...comparison.differences],
    upgrades: upgradeSumsParts(plans),
    starterGivesUp: comparison.starterGivesUp.map(({ id, title }) => ({ id, title })),
  };
}
