import { distinctFindings, type Finding, isInfeasible } from "../base/findings/finding.ts";
import type { PlanInput } from "../input/fleet.ts";
import { fleetUpgrades } from "../lifecycle/fleet-upgrades.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { plannedFleet } from "../plan/planned-fleet.ts";
import { PlanningCache } from "../plan/planning-cache.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import type { MeasuredModel } from "./criteria/criterion.ts";
import { criteria } from "./criteria/index.ts";
import { decideTenants, type TenantsDecision } from "./decide-tenants.ts";
import { decisionFindings } from "./decision-findings.ts";
import type { DecisionOptions } from "./decision-options.ts";
import { type MeasuredCriterion, measuredCriterion } from "./measured-criterion.ts";
import { type PricedWish, pricedWishes } from "./priced-wishes.ts";
import { type RankedModel, rankingOf, type ScoredModel, sumOf } from "./ranking.ts";
import { type WeightTurns, weightTurns } from "./weight-turns.ts";

/** A criterion's weight, and how far it can move. */
export interface CriterionTurns extends WeightTurns {
  readonly criterionId: string;
}

/** Models judged by the user's weights and the plan's own figures. */
export interface Decision {
  readonly horizonMonths: number;
  readonly models: readonly MeasuredModel[];
  readonly criteria: readonly MeasuredCriterion[];
  /** Models that can run, the best first; null: no weights are given, or nothing that has one is known. */
  readonly ranking: readonly RankedModel[] | null;
  /** One for each criterion that is scored, those without a weight included; empty where nothing is ranked. */
  readonly turns: readonly CriterionTurns[];
  /** What matters beside cost, with what it costs. */
  readonly wishes: readonly PricedWish[];
  /** null: both ways are not among the models. */
  readonly tenants: TenantsDecision | null;
  readonly findings: readonly Finding[];
}

/**
 * Plans a fleet by several models, measures each by every criterion, and ranks them by the user's weights. There is no
 * weight that the user has not given.
 * @throws InputError as `planFleet` and `fleetUpgrades`
 */
export function decide(
  input: PlanInput,
  models: readonly OperatingModel[],
  context: PlanningContext,
  options: DecisionOptions,
  cache: PlanningCache = new PlanningCache(),
): Decision {
  const { weights, scales, horizonMonths } = options;
  const measuredBy = (model: OperatingModel): MeasuredModel => {
    const plan = plannedFleet(input, model, context, cache);
    return { model, plan, upgrades: fleetUpgrades(plan, model, horizonMonths) };
  };
  const measured = models.map(measuredBy);
  const canRun = ({ plan }: MeasuredModel) => !isInfeasible(plan);
  const judged = criteria.map((criterion) =>
    measuredCriterion(criterion, measured, canRun, weights.get(criterion.id) ?? 0, scales.get(criterion.id)),
  );
  const scored = judged.filter(({ scale }) => scale !== null);
  const able = measured.filter(canRun).map((model) => scoresOf(model, scored));
  const own = scored.map(({ weight }) => weight);
  const isRanked = sumOf(own) > 0 && able.length > 0;
  const tenants = decideTenants(measured, weights, measuredBy);
  return {
    horizonMonths,
    models: measured,
    criteria: judged,
    ranking: isRanked ? rankingOf(able, own) : null,
    turns: isRanked ? scored.map(({ id }, index) => ({ criterionId: id, ...weightTurns(able, own, index) })) : [],
    wishes: pricedWishes(measured.map(({ plan }) => plan)),
    tenants: tenants.decision,
    findings: [
      ...decisionFindings(judged, measured, weights.size > 0),
      ...tenants.findings,
      ...distinctFindings(measured.map(({ upgrades }) => upgrades.calendar)),
    ],
  };
}

function scoresOf({ model }: MeasuredModel, scored: readonly MeasuredCriterion[]): ScoredModel {
  const scoreIn = ({ models }: MeasuredCriterion) => models.find(({ modelId }) => modelId === model.id)?.score ?? 0;
  return { modelId: model.id, scores: scored.map(scoreIn) };
}
