import {
  type BreakEven,
  breakEvenOf,
  type ComparisonDocument,
  comparisonDocument,
  comparisonOf,
  costAtSize,
  didYouMean,
  type FigureDocument,
  type Finding,
  figureDocument,
  figureOf,
  findingsOfKind,
  fleetOfDay,
  fleetUpgrades,
  type LifecycleDocument,
  lifecycleDocument,
  numberOf,
  type OperatingModel,
  type PlanDocument,
  type PlannedFleet,
  planDocument,
  type QuoteDocument,
  quoteDocument,
  quoteNotices,
  quotesOf,
  shown,
  type TenantPriceTargets,
  targetPricesOf,
  type UnitPriceAnswer,
  unitPriceForMargin,
  upgradesOf,
} from "@nkp-planner/core";
import { refusalsOf } from "./allow.ts";
import type {
  BreakevenOptions,
  CompareOptions,
  ExplainOptions,
  LifecycleOptions,
  PlanOptions,
  PriceForOptions,
  QuoteOptions,
} from "./ask-options.ts";
import type { Asked } from "./asked.ts";
import type { Problem } from "./problem.ts";
import { type Result, refused } from "./result.ts";
import { attempt } from "./run.ts";
import { type WithSaid, withSaid } from "./said.ts";

/** What a price must be: of each tenant, or of one item of the price list. */
export type PriceAnswer =
  | {
      readonly per: "tenant";
      /** In the order of the fleet. */
      readonly tenants: readonly TenantPriceTargets[];
    }
  | ({ readonly per: "item" } & UnitPriceAnswer);

/** So many sizes are planned where nobody says how many. */
const SIZES_PLANNED = 50;

/** What is answered of a fleet that was read. A new one is one entry here, its options, and a line in `Planner`. */
export const ANSWERS = {
  plan: ({ planBy, said, one }: Asked<PlanOptions>): Result<PlanDocument> =>
    attempt("fleet", null, () => planDocument(planBy(one()), said)),

  compare: ({ planBy, said, several, options }: Asked<CompareOptions>): Result<ComparisonDocument> => {
    const models = several();
    const ids = models.map(({ id }) => id);
    const { baseline = ids[0] ?? "" } = options;
    if (!ids.includes(baseline)) return refused([notCompared(baseline, ids)]);
    return attempt("fleet", null, () => comparisonDocument(comparisonOf(models.map(planBy), baseline), said));
  },

  quote: ({ planBy, said, one, options }: Asked<QuoteOptions>): Result<QuoteDocument> => {
    const plan = planBy(one());
    const { tenants = plan.tenants.map(({ tenantId }) => tenantId), allow = [] } = options;
    return attemptThen(
      () => quotesOf(plan, tenants),
      (quotes) => {
        const concerning = quoteNotices(plan, tenants, said);
        const refusals = refusalsOf(plan, quotes, concerning, allow);
        if (refusals.length > 0) return refused(refusals);
        return attempt("options", options, () => quoteDocument({ ...quotes, findings: concerning }));
      },
    );
  },

  explain: ({ planBy, one, said, options }: Asked<ExplainOptions>): Result<WithSaid<FigureDocument>> =>
    attempt("options", options, () => {
      const plan = planBy(one());
      return withSaid(figureDocument(plan.model.id, figureOf(plan, options.figure)), said, infeasible(plan));
    }),

  priceFor: (asked: Asked<PriceForOptions>): Result<WithSaid<PriceAnswer>> =>
    attempt("options", asked.options, () => {
      const plan = asked.planBy(asked.one());
      return withSaid(priceAnswer(plan, asked.one(), asked), asked.said, infeasible(plan));
    }),

  breakeven: (asked: Asked<BreakevenOptions>): Result<WithSaid<BreakEven>> =>
    attempt("options", asked.options, () => {
      const { one, modelOf, input, context, cache, kept, options, said } = asked;
      const { upTo = SIZES_PLANNED } = options;
      const models = [one(), modelOf(options.against)] as const;
      const counts = fleetOfDay(input).tenants.length === 0 ? [] : Array.from({ length: upTo }, (_, at) => at + 1);
      const sizes = counts.map((count) => kept(`${count}`, () => costAtSize(input, count, models, context, cache)));
      const shortfalls = sizes.flatMap(({ costs }) => costs.flatMap((cost) => cost.shortfalls));
      return withSaid(breakEvenOf(sizes, models[0].id, models[1].id), said, shortfalls);
    }),

  lifecycle: ({ input, context, planBy, said, several, options }: Asked<LifecycleOptions>): Result<LifecycleDocument> =>
    attempt("fleet", null, () => {
      const months = options.months ?? numberOf(context.choices, "upgrade-horizon-months");
      // What cannot be played is told of the fleet as it was given, with those who are not there on its day.
      for (const model of several()) upgradesOf(input, model, context, months);
      return lifecycleDocument(
        several().map((model) => fleetUpgrades(planBy(model), model, months)),
        said,
      );
    }),
} as const;

function priceAnswer(
  plan: PlannedFleet,
  model: OperatingModel,
  { input, context, cache, options }: Asked<PriceForOptions>,
): PriceAnswer {
  const { goal } = options;
  if (!("sku" in goal)) return { per: "tenant", tenants: targetPricesOf(plan, goal.margin) };
  return { per: "item", ...unitPriceForMargin(input, model, context, goal.sku, goal.margin, cache) };
}

function infeasible(plan: PlannedFleet): readonly Finding[] {
  return findingsOfKind(plan, "infeasible");
}

function notCompared(baseline: string, ids: readonly string[]): Problem {
  const path = ["baseline"];
  const expected = `one of the models compared: ${ids.join(", ")}`;
  return {
    code: "not-a-choice",
    in: "options",
    path,
    received: baseline,
    found: shown(baseline),
    expected,
    fix: didYouMean(baseline, ids),
  };
}

function attemptThen<T, Next>(make: () => T, next: (value: T) => Result<Next>): Result<Next> {
  let made: T | undefined;
  const tried = attempt("options", null, () => {
    made = make();
    return null;
  });
  return tried.ok ? next(made as T) : tried;
}
