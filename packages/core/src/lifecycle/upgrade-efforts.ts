import type { ParameterId } from "../base/parameter-ids.ts";
import { MINUTES_PER_HOUR } from "../base/units.ts";
import { nodeCountsOf } from "../clusters/node-counts.ts";
import { hoursOf } from "../costs/efforts.ts";
import type { DatedEffort, UpgradeEffortsOf } from "../costs/upgrade-labour.ts";
import { type Choices, choiceOf, numberOf } from "../input/parameters.ts";
import { playedOf } from "./fleet-calendar.ts";
import { lifecycleInputOf } from "./fleet-lifecycle-input.ts";
import { type UpgradeWorkItem, type UpgradeWorkKind, upgradeWorkItems } from "./upgrade-work-items.ts";

/**
 * What the upgrades of planned clusters take of people, played from the fleet's day on: give it to a planning context as
 * `upgradeEfforts`, so that plans can count by it. `upgradeEfforts(fleet, ultimateCentralized, plan.clusters, context, 36)`
 * has one entry for each kind of work of each upgrade, with its day.
 * @throws InputError with every entry of the fleet that no calendar can be played with
 */
export const upgradeEfforts: UpgradeEffortsOf = (fleet, model, clusters, context, horizonMonths) => {
  const input = lifecycleInputOf(fleet, model, context, horizonMonths);
  const calendar = playedOf(input, fleet, context);
  return upgradeWorkItems(input, calendar, nodeCountsOf(clusters)).map((item) => effortOf(item, context.choices));
};

/** What one of each takes, by which assumption and in what, and how a bill calls it. */
const TAKES: Readonly<
  Record<UpgradeWorkKind, { readonly id: ParameterId; readonly perHourCount: number; what: string }>
> = {
  "node-rollouts": { id: "minutes-per-node-upgraded", perHourCount: MINUTES_PER_HOUR, what: "nodes replaced" },
  "plane-rollouts": { id: "minutes-per-plane-upgraded", perHourCount: MINUTES_PER_HOUR, what: "platforms upgraded" },
  validations: { id: "validation-hours", perHourCount: 1, what: "sets of applications tried" },
  coordinations: { id: "coordination-hours", perHourCount: 1, what: "days agreed with tenants" },
  notices: { id: "plane-upgrade-notice-hours", perHourCount: 1, what: "clusters whose users are told" },
};

function effortOf({ kind, clusterName, due, count }: UpgradeWorkItem, choices: Choices): DatedEffort {
  const { id, perHourCount, what } = TAKES[kind];
  const { confidence, sources, note } = choiceOf(choices, id);
  const formula = { hoursId: id, timesCount: count / perHourCount, everyDaysId: null } as const;
  const hours = hoursOf(formula, (one) => numberOf(choices, one));
  const cause = `upgrades, ${what}`;
  return { clusterName, activity: "upgrades", hours, due, cause, count, formula, confidence, sources, note };
}
