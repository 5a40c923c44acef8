import { nodeCountsOf } from "../clusters/node-counts.ts";
import { choiceOf } from "../input/parameters.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { assumedHours } from "./assumed-hours.ts";
import { type BlastRadius, blastRadius } from "./blast-radius.ts";
import { effortOfChoices } from "./effort-choices.ts";
import { failureRatesOf } from "./failure-rates.ts";
import { playedOf } from "./fleet-calendar.ts";
import { lifecycleInputOf } from "./fleet-lifecycle-input.ts";
import type { UpgradeCalendar } from "./play-upgrades.ts";
import { type UpgradeWork, upgradeWork } from "./upgrade-hours.ts";
import { type ValidationGrowth, validationGrowth } from "./validation-growth.ts";
import { type WaitsByScope, waitsByScope } from "./waits-by-scope.ts";

/** A planned fleet's upgrades: when they come, what they take, and how far one failure reaches. */
export interface FleetUpgrades {
  readonly modelId: string;
  readonly calendar: UpgradeCalendar;
  /** Who waits by each scope of coupling; none where no cluster is attached. */
  readonly waitsByScope: readonly WaitsByScope[];
  readonly work: readonly UpgradeWork[];
  readonly validationGrowth: ValidationGrowth;
  readonly blastRadius: BlastRadius;
}

/**
 * Plays the upgrades of a planned fleet forward, and counts what they take with its nodes as they are today.
 * `fleetUpgrades(plan, ultimateCentralized, 36).work` has nodes replaced, validations, dates agreed and notices.
 * @param model the one that the plan was made by
 * @throws InputError as `upgradesOf`
 */
export function fleetUpgrades(plan: PlannedFleet, model: OperatingModel, horizonMonths: number): FleetUpgrades {
  const { context } = plan;
  const input = lifecycleInputOf(plan.input, model, context, horizonMonths);
  const played = playedOf(input, plan.input, context);
  const calendar = { ...played, findings: [...assumedHours(context.choices), ...played.findings] };
  const effort = effortOfChoices((id) => choiceOf(context.choices, id).value);
  return {
    modelId: model.id,
    calendar,
    waitsByScope: waitsByScope(input),
    work: upgradeWork(input, calendar, nodeCountsOf(plan.clusters), effort),
    validationGrowth: validationGrowth(input),
    blastRadius: blastRadius(input, calendar, failureRatesOf(context.choices)),
  };
}
