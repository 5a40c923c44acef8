import type { PlannedScenario } from "../planning/plan-scenario.ts";
import { type BasisView, basisView } from "./basis-view.ts";
import { type CardView, cardViews } from "./card-view.ts";
import { type ChoiceRow, choiceRows } from "./choice-rows.ts";
import { type DemandView, demandView } from "./demand-view.ts";
import { type VerdictView, verdictView } from "./sentences.ts";
import { type ShortfallsView, shortfallViews } from "./shortfall-view.ts";
import { type TotalsView, totalsView } from "./totals-view.ts";
import type { Writer } from "./writer.ts";

/**
 * Everything the calculator shows of a plan at once, as texts and lengths of bars: plain data, made where the planner
 * runs. The page computes nothing and formats nothing. What is opened on request has views of its own.
 */
export interface ResultView {
  readonly release: string;
  readonly asOf: string;
  readonly currency: string;
  readonly tenantCount: number;
  readonly verdict: VerdictView;
  readonly basis: BasisView;
  readonly cards: readonly CardView[];
  readonly totals: TotalsView;
  readonly demand: DemandView;
  readonly choices: readonly ChoiceRow[];
  readonly shortfalls: readonly ShortfallsView[];
  /** What the vendor's feature matrix gives Ultimate and not Starter. */
  readonly starterGivesUp: readonly { readonly title: string; readonly worthTo: string | null }[];
}

export function resultView({ input, context, comparison }: PlannedScenario, writer: Writer): ResultView {
  const { plans, release, asOf, currency, starterGivesUp } = comparison;
  return {
    release,
    asOf,
    currency,
    tenantCount: input.tenants.length,
    verdict: verdictView(comparison, writer),
    basis: basisView(comparison, writer),
    cards: cardViews(comparison, writer),
    totals: totalsView(comparison, writer),
    demand: demandView(input, writer),
    choices: choiceRows(context.choices),
    shortfalls: shortfallViews(plans, writer),
    starterGivesUp,
  };
}
