import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { hasIllustrativePrices } from "../price-list/invented-prices.ts";
import type { Comparison } from "../views/compare.ts";
import { SaidOfInputs, saidOfInputs } from "./document-head.ts";
import { differenceFields } from "./figure-fields.ts";
import { MessagePart, messagePart } from "./message-part.ts";
import { MoneyPart, SCHEMA_VERSION } from "./parts.ts";
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
    ledger: z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          difference: MoneyPart.meta({ description: "other − winner, a month." }),
          grownBy: z.string().meta({ description: "The total of the plans that makes it larger or smaller." }),
          unit: z.string().meta({ description: "Of that total." }),
        }),
      )
      .meta({
        description: "The difference between other and winner in a few lines that sum to it; empty: there is none.",
      }),
  }),
  plans: z.array(PlanPart),
  differences: z.array(DifferencePart).meta({ description: "plan − baseline, one a plan." }),
  upgrades: z
    .array(UpgradeSumsPart)
    .optional()
    .meta({ description: "What upgrades come to by each model; absent: they were not played." }),
  starterGivesUp: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      worthTo: z
        .string()
        .nullable()
        .meta({ description: "To whom it is worth something, and what; null: nobody has said." }),
    }),
  ),
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
      ledger: [...verdict.ledger],
    },
    plans: plans.map(planPart),
    differences: [...comparison.differences],
    upgrades: upgradeSumsParts(plans),
    starterGivesUp: [...comparison.starterGivesUp],
  };
}
