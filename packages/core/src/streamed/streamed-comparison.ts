import { countText } from "../base/findings/format.ts";
import { noMoney } from "../base/money.ts";
import type { ParameterId } from "../base/parameter-ids.ts";
import type { PlanInput } from "../input/fleet.ts";
import { allRates } from "../prices/price-book.ts";
import { type Comparison, differenceOf } from "../views/compare.ts";
import { editionGaps } from "../views/edition-gaps.ts";
import type { LeverSide } from "../views/levers.ts";
import { type VerdictSide, verdictOf } from "../views/verdict.ts";
import type { StreamedPlan } from "./plan-of-parts.ts";

/** A comparison as `compareModels` makes it, of plans whose clusters and tenants are not there. */
export interface StreamedComparison extends Omit<Comparison, "plans"> {
  readonly plans: readonly StreamedPlan[];
}

/** Says which of some plans costs least, by how much, and why. @param baselineId the id of the model of one of them */
export function streamedComparison(
  plans: readonly StreamedPlan[],
  { asOf }: Pick<PlanInput, "asOf">,
  baselineId: string,
): StreamedComparison {
  const baseline = plans.find(({ model }) => model.id === baselineId) as StreamedPlan;
  const sides = plans.map(sideOf);
  const gaps = editionGaps(baseline.context);
  return {
    release: baseline.context.catalog.release.id,
    asOf,
    currency: baseline.currency,
    baselineId,
    verdict: verdictOf(sides, sides[plans.indexOf(baseline)] as VerdictSide, gaps),
    plans,
    differences: plans.map((plan) => differenceOf(plan, baseline)),
    starterGivesUp: gaps.starter,
  };
}

function sideOf(plan: StreamedPlan): VerdictSide {
  const { model, totals, isFeasible, sums } = plan;
  return {
    ...{ model, totals, isFeasible },
    editions: new Set(Object.keys(sums.clustersByEdition)),
    cadencesNotKept: () => cadencesNotKept(plan),
    levers: () => leversSideOf(plan),
  };
}

/** The first by name, and how many more there are. */
function cadencesNotKept({ sums }: StreamedPlan): readonly string[] {
  const { count = 0, first = [] } = sums.found["unmet-wish cadence-not-own"] ?? {};
  const names = first.map(({ finding }) => String(finding.message.figures["tenant"]?.value ?? ""));
  return count === names.length ? names : [...names, countText(count - names.length, "more")];
}

function leversSideOf({ currency, context, totals, sums: { amounts } }: StreamedPlan): LeverSide {
  const none = noMoney(currency);
  const named = (group: string) =>
    Object.keys(amounts).flatMap((key) => (key.startsWith(group) ? [key.slice(group.length)] : []));
  const present = new Set(named(OF_RATE));
  return {
    currency,
    choices: context.choices,
    monthlyCost: totals.monthlyCost,
    rates: new Map(allRates(context.priceBook).flatMap((rate) => (present.has(rate.key) ? [[rate.key, rate]] : []))),
    hoursIds: named(OF_HOURS) as readonly ParameterId[],
    amountOfRate: (key) => amounts[`${OF_RATE}${key}`] ?? none,
    // Every price is one for each unit, so that all hours cost in proportion.
    amountOfHours: (id) => amounts[`${OF_HOURS}${id}`] ?? none,
  };
}

const OF_RATE = "rate/";
const OF_HOURS = "hours/";
