import * as z from "zod";
import type { Comparison } from "../compare.ts";
import { valueText } from "../format.ts";
import { type Message, type MessageValue, messageText } from "../messages.ts";
import { MoneyPart, SCHEMA_VERSION } from "./parts.ts";
import { PlanPart, planPart } from "./plan-document.ts";

const opens = { modelId: z.string().optional(), figureId: z.string().optional() };

const MessagePartValue = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("money"), value: MoneyPart, ...opens }),
  z.strictObject({ kind: z.literal("number"), value: z.number(), unit: z.string().optional(), ...opens }),
  z.strictObject({ kind: z.literal("ratio"), value: z.number() }),
  z.strictObject({ kind: z.literal("text"), value: z.string() }),
  z.strictObject({ kind: z.literal("list"), value: z.array(z.string()) }),
]);

const MessagePart = z.strictObject({
  key: z.string(),
  text: z.string().meta({ description: "The sentence in English." }),
  figures: z.record(z.string(), MessagePartValue).meta({ description: "The figures in the sentence, as data." }),
});

const DifferencePart = z.strictObject({
  modelId: z.string(),
  monthlyCost: MoneyPart,
  monthlyCostRatio: z.number().nullable(),
  monthlyCostByDriver: z.record(z.string(), MoneyPart),
  clusterCount: z.int(),
  nodeCount: z.int(),
  vcpu: z.number(),
  memoryGiB: z.number(),
  licensedVcpu: z.number(),
  platformVcpu: z.number(),
});

/** What `compare --format json` prints. JSON Schema: `schema/comparison.schema.json`. */
export const ComparisonDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  release: z.string(),
  asOf: z.string(),
  currency: z.string(),
  illustrativePrices: z.boolean().meta({ description: "true: the price book is invented; quote nothing from it." }),
  baseline: z.string().meta({ description: "modelId that differences are measured against." }),
  verdict: MessagePart.extend({
    winner: z.string().nullable(),
    other: z.string().nullable(),
    reasons: z.array(MessagePart),
  }),
  plans: z.array(PlanPart),
  differences: z.array(DifferencePart).meta({ description: "plan − baseline, one a plan." }),
  starterGivesUp: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});
export type ComparisonDocument = z.infer<typeof ComparisonDocument>;

export function comparisonDocument(comparison: Comparison): ComparisonDocument {
  const { verdict, plans } = comparison;
  return {
    schemaVersion: SCHEMA_VERSION,
    release: comparison.release,
    asOf: comparison.asOf,
    currency: comparison.currency,
    illustrativePrices: plans.some(({ context }) => context.priceBook.illustrative),
    baseline: comparison.baselineId,
    verdict: {
      ...messagePart(verdict.message),
      winner: verdict.winnerId,
      other: verdict.otherId,
      reasons: verdict.reasons.map(messagePart),
    },
    plans: plans.map(planPart),
    differences: comparison.differences.map((difference) => ({
      ...difference,
      monthlyCost: difference.monthlyCost,
      monthlyCostByDriver: difference.monthlyCostByDriver,
    })),
    starterGivesUp: comparison.starterGivesUp.map(({ id, title }) => ({ id, title })),
  };
}

function messagePart(message: Message): z.infer<typeof MessagePart> {
  const figures = Object.entries(message.figures).map(([name, value]) => [name, valuePart(value)] as const);
  return { key: message.key, text: messageText(message, valueText), figures: Object.fromEntries(figures) };
}

function valuePart(value: MessageValue): z.infer<typeof MessagePartValue> {
  if (value.kind === "money") return { ...value, value: value.value };
  return value.kind === "list" ? { ...value, value: [...value.value] } : { ...value };
}
