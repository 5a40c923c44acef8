import * as z from "zod";
import { type Finding, shortfallsOf } from "../base/findings/finding.ts";
import type { FleetPlan } from "../plan/plan.ts";
import type { BothCosts, BreakEven } from "../questions/break-even.ts";
import type { SmallestTenant, TriedTenant } from "../questions/smallest-tenant.ts";
import { type TenantPriceTargets, UNIT_PRICE_REASONS, type UnitPriceAnswer } from "../questions/target-price.ts";
import type { Tie } from "../whatif/tie.ts";
import { TARGET_KINDS } from "../whatif/what-if-file.ts";
import { documentHead, headShape, type Prices } from "./document-head.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { MoneyPart } from "./parts.ts";

const count = z.int().nonnegative();
const ratio = z.number().nullable();

const BothCostsPart = z
  .strictObject({ tenantCount: count, monthlyCost: MoneyPart, againstMonthlyCost: MoneyPart })
  .nullable()
  .meta({ description: "Both costs at one size, as planned; null: there is no such size." });

const BreakEvenPart = z.strictObject({
  modelId: z.string(),
  againstId: z.string(),
  fromTenantCount: count.nullable().meta({
    description:
      "From this size on modelId costs no more at every larger size tried. null: at the largest it costs more.",
  }),
  provenUpToTenantCount: count.meta({ description: "Every size up to this one was planned." }),
  alsoAtTenantCounts: z.array(count).meta({ description: "Other sizes at which it costs no more all the same." }),
  at: BothCostsPart,
  before: BothCostsPart,
});

const TriedTenantPart = z
  .strictObject({ podCount: count, monthlyPrice: MoneyPart.nullable(), monthlyCost: MoneyPart, marginRatio: ratio })
  .nullable();

const SmallestTenantPart = z.strictObject({
  fromPodCount: count.nullable().meta({
    description: "From this size on every larger one tried leaves the margin. null: the largest tried does not.",
  }),
  provenUpToPodCount: count,
  alsoAtPodCounts: z.array(count),
  at: TriedTenantPart,
  before: TriedTenantPart,
});

const UnitPricePart = z.strictObject({
  sku: z.string(),
  reason: z.enum(UNIT_PRICE_REASONS).meta({
    description: "Why it is this price, or none: nobody is charged the item, a price is unknown, or none is enough.",
  }),
  unitPrice: MoneyPart.nullable().meta({ description: "null: there is none." }),
  marginRatio: ratio,
  belowMarginRatio: ratio.meta({ description: "The fleet's margin ratio at one smallest amount of money less." }),
  searchedUpTo: MoneyPart,
});

const TargetsPart = z.strictObject({
  tenantId: z.string(),
  monthlyPrice: MoneyPart.nullable().meta({ description: "What it pays today; null: unknown." }),
  ownCostMonthlyPrice: MoneyPart.meta({ description: "Below it the tenant does not even pay for its own cluster." }),
  floorMonthlyPrice: MoneyPart.meta({ description: "Below it the tenant makes a loss." }),
  targetMonthlyPrice: MoneyPart.meta({ description: "The smallest price at which the margin ratio is reached." }),
});

const ModelPart = z.strictObject({
  modelId: z.string(),
  smallestTenant: SmallestTenantPart.nullable().meta({
    description: "null: without a price list nobody knows what a new tenant would pay; or a limit left it out.",
  }),
  unitPrice: UnitPricePart.nullable().meta({
    description: "null: no item of the price list was asked about; or a limit left it out.",
  }),
  tenants: z.array(TargetsPart),
  findings: z.array(FindingPart).meta({ description: "What the plan of the fleet as it is cannot give." }),
});

const TieEndPart = z.strictObject({
  value: z.string().meta({ description: "A decimal number as text." }),
  monthlyCost: MoneyPart,
  againstMonthlyCost: MoneyPart,
});

const TiePart = z.strictObject({
  kind: z.enum(TARGET_KINDS),
  id: z.string(),
  unit: z.string(),
  planned: TieEndPart,
  at: TieEndPart.nullable().meta({
    description: "The first value found at which the two change places, each planned in full; null: none was found.",
  }),
  before: TieEndPart.nullable().meta({ description: "The last value before it." }),
  searchedFrom: z.string(),
  searchedTo: z.string(),
});

/** What `breakeven --format json` prints. JSON Schema: `schema/break-even.schema.json`. */
export const BreakEvenDocument = z.strictObject({
  ...headShape,
  marginRatio: z.number().meta({ description: "The margin wanted: (price − cost) ÷ price." }),
  breakEven: BreakEvenPart.nullable().meta({ description: "null: a fleet without tenants." }),
  ties: z
    .array(TiePart)
    .meta({ description: "Where the two models cost the same, of each price or assumption asked about." }),
  models: z.array(ModelPart).meta({ description: "The model asked about, and the one that it is measured against." }),
});
export type BreakEvenDocument = z.infer<typeof BreakEvenDocument>;

/** Answers to the questions in reverse; of each list one a model. */
export interface BreakEvenAnswers {
  readonly currency: string;
  readonly marginRatio: number;
  /** The fleet as it is. */
  readonly plans: readonly Pick<FleetPlan, "model" | "findings">[];
  /** null: a fleet without tenants. */
  readonly breakEven: BreakEven | null;
  /** null: without a price list nobody knows what a new tenant would pay. */
  readonly smallest: readonly SmallestTenant[] | null;
  readonly targets: readonly (readonly TenantPriceTargets[])[];
  /** null: nobody asks about an item of the price list. */
  readonly unitPrices: readonly UnitPriceAnswer[] | null;
  readonly ties: readonly Tie[];
}

/** Answers to the questions in reverse, as `breakeven --format json` prints them. */
export function breakEvenDocument(
  answers: BreakEvenAnswers,
  prices: Prices,
  said: readonly Finding[] = [],
): BreakEvenDocument {
  const { currency, marginRatio, plans, breakEven, smallest, targets, unitPrices, ties } = answers;
  return {
    ...documentHead(currency, prices, said),
    marginRatio,
    breakEven: breakEven === null ? null : breakEvenPart(breakEven),
    ties: ties.map(({ target, ...tie }) => ({ ...target, ...tie })),
    models: plans.map((plan, index) => ({
      modelId: plan.model.id,
      smallestTenant: smallestPart(smallest?.[index]),
      unitPrice: unitPricePart(unitPrices?.[index]),
      tenants: (targets[index] ?? []).map(({ name, ...target }) => target),
      findings: shortfallsOf(plan).map(findingPart),
    })),
  };
}

function breakEvenPart({ alsoAtTenantCounts, at, before, ...rest }: BreakEven): z.infer<typeof BreakEvenPart> {
  return { ...rest, alsoAtTenantCounts: [...alsoAtTenantCounts], at: bothPart(at), before: bothPart(before) };
}

function bothPart(both: BothCosts | null): z.infer<typeof BothCostsPart> {
  return both === null ? null : { ...both };
}

function smallestPart(answer: SmallestTenant | undefined): z.infer<typeof SmallestTenantPart> | null {
  if (answer === undefined) return null;
  const { fromPodCount, provenUpToPodCount, alsoAtPodCounts, at, before } = answer;
  return {
    fromPodCount,
    provenUpToPodCount,
    alsoAtPodCounts: [...alsoAtPodCounts],
    at: triedPart(at),
    before: triedPart(before),
  };
}

function triedPart(tried: TriedTenant | null): z.infer<typeof TriedTenantPart> {
  if (tried === null) return null;
  const { monthlyPrice, monthlyCost, marginRatio } = tried.economics;
  return { podCount: tried.podCount, monthlyPrice, monthlyCost, marginRatio };
}

function unitPricePart(answer: UnitPriceAnswer | undefined): z.infer<typeof UnitPricePart> | null {
  return answer === undefined ? null : { ...answer };
}
