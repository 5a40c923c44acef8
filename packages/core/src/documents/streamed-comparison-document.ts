import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { FINDING_KINDS } from "../base/findings/kinds.ts";
import { basisOfSums, type CountedStatements, shortfallsOfSums } from "../streamed/basis-of-sums.ts";
import { notSaidOfStreams } from "../streamed/not-said.ts";
import type { StreamedPlan } from "../streamed/plan-of-parts.ts";
import type { StreamedComparison } from "../streamed/streamed-comparison.ts";
import { ComparisonDocument } from "./comparison-document.ts";
import { saidOfInputs } from "./document-head.ts";
import { totalFields } from "./figure-fields.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { InfrastructurePart, infrastructurePart } from "./infrastructure-part.ts";
import { messagePart } from "./message-part.ts";
import { SCHEMA_VERSION } from "./parts.ts";

const count = z.int().nonnegative();

const StatementsPart = z.strictObject({
  code: z.string().meta({ description: "Which statement this is." }),
  kind: z.enum(FINDING_KINDS).meta({ description: "What sort of thing is said." }),
  count: count.meta({ description: "How many times it is said." }),
  first: z.array(FindingPart).meta({ description: "The first of them, in the order of the input." }),
});

const StreamedPlanPart = z.strictObject({
  modelId: z.string(),
  title: z.string(),
  tenantCount: count.meta({ description: "Tenants under contract on the day." }),
  absentTenantCount: count.meta({ description: "Tenants who have left by then or have not come yet: not planned." }),
  losingTenantCount: count.meta({
    description:
      "How many tenants, of those whose price is known, pay less than what is theirs alone costs; with their share of the rest there may be more.",
  }),
  lossMakingTenantCount: count.nullable().meta({
    description:
      "How many tenants, of those whose price is known, pay less than they cost with their share of what several share; null: that was not divided.",
  }),
  totals: z.strictObject(totalFields()),
  infrastructure: InfrastructurePart,
  isFeasible: z.boolean().meta({ description: "false: something that is asked for does not run." }),
  shortfalls: z.array(StatementsPart).meta({ description: "What the plan cannot give, by code." }),
  basis: z.array(StatementsPart).meta({
    description: "What the plan rests on: what is said of tenants and clusters by code, all else each for itself.",
  }),
});

const { plans: _, upgrades: __, ...head } = ComparisonDocument.shape;

/** What `compare --stream` and `merge` print with `--format json`. JSON Schema: `schema/streamed-comparison.schema.json`. */
export const StreamedComparisonDocument = z.strictObject({
  ...head,
  notSaid: z.array(z.string()).meta({ description: "What a fleet file would be told beside this, a sentence each." }),
  streamedPlans: z.array(StreamedPlanPart).meta({ description: "One plan a model, without its clusters and tenants." }),
});
export type StreamedComparisonDocument = z.infer<typeof StreamedComparisonDocument>;

/** A comparison of fleets that stream as commands print it. @param said what was said of the inputs @param losing how many tenants are at a loss with their share of what is shared, by model; absent: it was not divided */
export function streamedComparisonDocument(
  comparison: StreamedComparison,
  said: readonly Finding[] = [],
  losing?: ReadonlyMap<string, number>,
): StreamedComparisonDocument {
  const { verdict, plans } = comparison;
  return {
    schemaVersion: SCHEMA_VERSION,
    release: comparison.release,
    asOf: comparison.asOf,
    currency: comparison.currency,
    illustrativePrices: plans.some(hasInventedPrices),
    findings: saidOfInputs(said),
    baseline: comparison.baselineId,
    verdict: {
      ...messagePart(verdict.message),
      winner: verdict.winnerId,
      other: verdict.otherId,
      reasons: verdict.reasons.map(messagePart),
      ledger: [...verdict.ledger],
    },
    differences: [...comparison.differences],
    starterGivesUp: [...comparison.starterGivesUp],
    notSaid: [...notSaidOfStreams(losing !== undefined)],
    streamedPlans: plans.map((plan) => streamedPlanPart(plan, losing?.get(plan.model.id) ?? null)),
  };
}

function hasInventedPrices({ context: { priceBook, priceList }, sums }: StreamedPlan): boolean {
  return priceBook.illustrative || priceList?.illustrative === true || sums.inventedPriceCount > 0;
}

function streamedPlanPart(plan: StreamedPlan, losing: number | null): z.infer<typeof StreamedPlanPart> {
  const { model, tenantCount, totals, infrastructure, isFeasible, sums } = plan;
  return {
    modelId: model.id,
    title: model.title,
    tenantCount,
    absentTenantCount: sums.absentTenantCount,
    losingTenantCount: sums.losingTenantCount,
    lossMakingTenantCount: losing,
    totals,
    infrastructure: infrastructurePart(infrastructure),
    isFeasible,
    shortfalls: shortfallsOfSums(sums).map(statementsPart),
    basis: basisOfSums(sums).map(statementsPart),
  };
}

function statementsPart({ code, kind, count: times, first }: CountedStatements): z.infer<typeof StatementsPart> {
  return { code, kind, count: times, first: first.map(findingPart) };
}
