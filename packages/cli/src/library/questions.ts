import {
  type BreakEven,
  breakEvenOf,
  type ComparisonDocument,
  comparisonDocument,
  comparisonOf,
  costAtSize,
  type FigureDocument,
  figureDocument,
  figureOf,
  fleetOfDay,
  type OperatingModel,
  type PlanDocument,
  planDocument,
  type QuoteDocument,
  quoteDocument,
  quoteNotices,
  quotesOf,
  type TenantPriceTargets,
  targetPricesOf,
  type UnitPriceAnswer,
  unitPriceForMargin,
} from "@nkp-planner/core";
import { type Allowance, refusalsOf } from "./allow.ts";
import type { Asked } from "./asked.ts";
import { type Result, refused } from "./result.ts";
import { attempt } from "./run.ts";

export interface PlanOptions {
  /** How the fleet is run: a model of the planner by its name, or one of yours. */
  readonly model: ModelGiven;
}
export interface CompareOptions {
  /** Left out: all of the planner's, and those that it was made with. */
  readonly models?: readonly ModelGiven[];
  /** Id of the model that differences are measured against; the first where left out. */
  readonly baseline?: string;
}
export interface QuoteOptions extends PlanOptions {
  /** What a quote may rest on all the same. Without it, it is refused. */
  readonly allow?: readonly Allowance[];
  /** Ids of the tenants to quote; all where left out. */
  readonly tenants?: readonly string[];
}
export interface ExplainOptions extends PlanOptions {
  /** Such as `licensedVcpu` or `tenant.orchid.monthlyCost`. */
  readonly figure: string;
}
/** A margin as a part of the price, from 0 to below 1. */
export type PriceGoal = { readonly margin: number } & ({ readonly per: "tenant" } | { readonly sku: string });
export interface PriceForOptions extends PlanOptions {
  readonly goal: PriceGoal;
}
export interface BreakevenOptions extends PlanOptions {
  readonly against: ModelGiven;
  /** Up to how many tenants, from 1 on; every size is planned. */
  readonly upTo?: number;
}
export type ModelGiven = "starter-self-managed" | "ultimate-centralized" | "hybrid" | (string & {}) | OperatingModel;

/** What a price must be: of each tenant, or of one item of the price list. */
export type PriceAnswer =
  | { readonly per: "tenant"; readonly tenants: readonly TenantPriceTargets[] }
  | ({ readonly per: "item" } & UnitPriceAnswer);

/** So many sizes are planned where nobody says how many. */
const SIZES_PLANNED = 50;

/** Every question, as its answer comes of a fleet that was read. A new one is one entry here and one line in `Planner`. */
export const QUESTIONS = {
  plan: ({ planBy, said, one }: Asked<PlanOptions>): Result<PlanDocument> =>
    attempt("fleet", null, () => planDocument(planBy(one()), said)),

  compare: ({ planBy, said, several, options }: Asked<CompareOptions>): Result<ComparisonDocument> =>
    attempt("options", null, () => {
      const models = several();
      return comparisonDocument(comparisonOf(models.map(planBy), options.baseline ?? models[0]?.id ?? ""), said);
    }),

  quote: ({ planBy, said, one, options }: Asked<QuoteOptions>): Result<QuoteDocument> => {
    const plan = planBy(one());
    const { tenants = plan.tenants.map(({ tenantId }) => tenantId), allow = [] } = options;
    return attemptThen(
      () => quotesOf(plan, tenants),
      (quotes) => {
        const concerning = quoteNotices(plan, tenants, said);
        const refusals = refusalsOf(plan, concerning, allow);
        if (refusals.length > 0) return refused(refusals);
        return attempt("options", options, () => quoteDocument({ ...quotes, findings: concerning }));
      },
    );
  },

  explain: ({ planBy, one, options }: Asked<ExplainOptions>): Result<FigureDocument> =>
    attempt("options", options, () => {
      const model = one();
      return figureDocument(model.id, figureOf(planBy(model), options.figure));
    }),

  priceFor: ({ planBy, one, input, context, cache, options }: Asked<PriceForOptions>): Result<PriceAnswer> =>
    attempt("options", options, () => {
      const { goal } = options;
      const model = one();
      if (!("sku" in goal)) return { per: "tenant", tenants: targetPricesOf(planBy(model), goal.margin) };
      return { per: "item", ...unitPriceForMargin(input, model, context, goal.sku, goal.margin, cache) };
    }),

  breakeven: ({ one, modelOf, input, context, cache, kept, options }: Asked<BreakevenOptions>): Result<BreakEven> =>
    attempt("options", options, () => {
      const { upTo = SIZES_PLANNED } = options;
      const models = [one(), modelOf(options.against)] as const;
      const counts = fleetOfDay(input).tenants.length === 0 ? [] : Array.from({ length: upTo }, (_, at) => at + 1);
      const sizes = counts.map((count) => kept(`${count}`, () => costAtSize(input, count, models, context, cache)));
      return breakEvenOf(sizes, models[0].id, models[1].id);
    }),
} as const;

function attemptThen<T, Next>(make: () => T, next: (value: T) => Result<Next>): Result<Next> {
  let made: T | undefined;
  const tried = attempt("options", null, () => {
    made = make();
    return null;
  });
  return tried.ok ? next(made as T) : tried;
}
