import * as z from "zod";
import { type Finding, isInfeasible } from "../base/findings/finding.ts";
import { WAYS, type Way } from "../decision/both-ways.ts";
import { MEASURE_UNITS } from "../decision/criteria/criterion.ts";
import type { Decision } from "../decision/decide.ts";
import type { TenantsDecision } from "../decision/decide-tenants.ts";
import type { TenantChoice } from "../decision/tenant-choices.ts";
import type { NearestTurns } from "../decision/weight-turns.ts";
import { documentHead, headShape } from "./document-head.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { MessagePart, messagePart } from "./message-part.ts";
import { MoneyPart, RefPart } from "./parts.ts";

const text = z.string();
const value = z.number().nullable();
const score = z.number().min(0).max(100);
const lead = z.number().min(-100).max(100);
const weight = z.number().nonnegative();

const CriterionPart = z.strictObject({
  id: text,
  title: text,
  measures: text,
  unit: z.enum(MEASURE_UNITS),
  better: z.enum(["less", "more"]),
  weight,
  scale: z.strictObject({ worst: z.number(), best: z.number(), isGiven: z.boolean() }).nullable(),
  tellsApart: z.boolean(),
  models: z.array(z.strictObject({ modelId: text, value, score: score.nullable() })),
});

const TurnPart = z.strictObject({ atWeight: weight, places: z.array(z.array(text)) }).nullable();
const TurnsPart = z.strictObject({ below: TurnPart, above: TurnPart });

const ChoicePart = z.strictObject({
  tenantId: text,
  ref: RefPart,
  name: text,
  advised: z.enum(WAYS),
  wished: z.enum(WAYS),
  leadScore: lead,
  measures: z.array(
    z.strictObject({ criterionId: text, attachedValue: value, selfManagedValue: value, leadScore: lead.nullable() }),
  ),
  because: MessagePart,
  against: MessagePart.nullable(),
});

const DivisionPart = z.strictObject({
  attachedTenantIds: z.array(text),
  selfManagedTenantIds: z.array(text),
  canRun: z.boolean(),
  measures: z.array(z.strictObject({ criterionId: text, value })),
});

/** What `decide --format json` prints. JSON Schema: `schema/decision.schema.json`. */
export const DecisionDocument = z.strictObject({
  ...headShape,
  release: text,
  asOf: text,
  decision: z.strictObject({
    months: z.int().positive(),
    criteria: z.array(CriterionPart),
    ranking: z.array(z.strictObject({ modelId: text, rank: z.int().positive(), totalScore: score })).nullable(),
    turns: z.array(z.strictObject({ criterionId: text, first: TurnsPart, ranking: TurnsPart })),
    wishes: z
      .array(
        z.strictObject({
          id: text,
          title: text,
          meets: text,
          metBy: z.array(text).meta({ description: "Ids of the models that can run and meet it." }),
          modelId: text.nullable().meta({ description: "The cheapest of them; null: none meets it." }),
          addedMonthlyCost: MoneyPart.nullable().meta({
            description: "What that one costs more than the cheapest of all.",
          }),
        }),
      )
      .meta({ description: "What matters beside cost, with what it costs." }),
    tenants: z
      .strictObject({
        attachedModelId: text,
        selfManagedModelId: text,
        choices: z.array(ChoicePart),
        division: DivisionPart,
      })
      .nullable(),
    findings: z.array(FindingPart),
  }),
});
export type DecisionDocument = z.infer<typeof DecisionDocument>;

/** A decision as `decide --format json` prints it, of one model at least. @param said what was said of the inputs */
export function decisionDocument(decision: Decision, said: readonly Finding[] = []): DecisionDocument {
  const [first] = decision.models;
  if (first === undefined) throw new TypeError("A decision needs a model.");
  const { release, currency, input, context } = first.plan;
  return {
    ...documentHead(currency, { context, tenants: input.tenants }, said),
    release,
    asOf: input.asOf,
    decision: {
      months: decision.horizonMonths,
      criteria: decision.criteria.map(({ beyondScale, models, ...one }) => ({ ...one, models: [...models] })),
      ranking: decision.ranking === null ? null : [...decision.ranking],
      turns: decision.turns.map(({ criterionId, first: ofFirst, ranking }) => ({
        criterionId,
        first: turnsPart(ofFirst),
        ranking: turnsPart(ranking),
      })),
      wishes: decision.wishes.map(({ metBy, ...wish }) => ({ ...wish, metBy: [...metBy] })),
      tenants: decision.tenants === null ? null : tenantsPart(decision.tenants),
      findings: decision.findings.map(findingPart),
    },
  };
}

function turnsPart({ below, above }: NearestTurns): z.infer<typeof TurnsPart> {
  const part = (turn: NearestTurns["below"]) =>
    turn === null ? null : { atWeight: turn.atWeight, places: turn.places.map((place) => [...place]) };
  return { below: part(below), above: part(above) };
}

function tenantsPart({ attachedModelId, selfManagedModelId, choices, division, measures }: TenantsDecision) {
  const idsOf = (way: Way) => choices.filter(({ advised }) => advised === way).map(({ tenantId }) => tenantId);
  return {
    attachedModelId,
    selfManagedModelId,
    choices: choices.map(choicePart),
    division: {
      attachedTenantIds: idsOf("attached"),
      selfManagedTenantIds: idsOf("self-managed"),
      canRun: !isInfeasible(division.plan),
      measures: [...measures],
    },
  };
}

function choicePart({ measures, because, against, ...choice }: TenantChoice): z.infer<typeof ChoicePart> {
  return {
    ...choice,
    measures: [...measures],
    because: messagePart(because),
    against: against === null ? null : messagePart(against),
  };
}
