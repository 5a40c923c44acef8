import { groupedBy } from "../base/grouped.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { PlanInput } from "../input/fleet.ts";
import { fleetOfDay } from "../input/fleet-of-day.ts";
import { type Choices, choiceOf, numberOf } from "../input/parameters.ts";
import type { PlatformContext } from "../input/platform-context.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { averageUpgrades, type Effort, hoursOf, monthlyOperations } from "./efforts.ts";

/**
 * What the upgrades of planned clusters take of people, each with its day, as a calendar of so many months from the
 * fleet's day on plays them. @throws InputError where the fleet says what no calendar can be played with
 */
export type UpgradeEffortsOf = (
  fleet: PlanInput,
  model: OperatingModel,
  clusters: readonly ClusterPlan[],
  context: PlatformContext,
  horizonMonths: number,
) => readonly DatedEffort[];

/** Work of an upgrade on its day. */
export interface DatedEffort extends Effort {
  readonly due: IsoDate;
  /** How many of what its cause names. */
  readonly count: number;
}

/** What a plan needs for the labour of its upgrades. */
export interface UpgradeLabourContext extends PlatformContext {
  /** What plays calendars; absent: labour can only be taken from hours for each cluster. */
  readonly upgradeEfforts?: UpgradeEffortsOf;
}

/**
 * How the labour of upgrades is taken: `flat`, so many hours for each cluster and minor version; `counted`, as the
 * calendar counts it; `not-played`: it would be counted, and nothing is there that plays a calendar.
 */
export type UpgradeLabour = "flat" | "counted" | "not-played";

/** How a fleet's labour of upgrades is taken: by the assumption `upgrade-labour`, and by whether the fleet speaks of upgrades. */
export function upgradeLabourOf(fleet: PlanInput, { choices, upgradeEfforts }: UpgradeLabourContext): UpgradeLabour {
  const { chosen } = choiceOf(choices, "upgrade-labour");
  const isCounted = chosen === "counted" || (chosen === "as-told" && speaksOfUpgrades(fleet));
  if (!isCounted) return "flat";
  return upgradeEfforts === undefined ? "not-played" : "counted";
}

function speaksOfUpgrades(fleet: PlanInput): boolean {
  const { upgrades, tenants } = fleetOfDay(fleet);
  return upgrades !== undefined || tenants.some((tenant) => tenant.upgrades !== undefined);
}

/** A month's part of what the upgrades of each cluster take: of the calendar played, or of so many hours each. */
function monthlyUpgrades(
  fleet: PlanInput,
  model: OperatingModel,
  clusters: readonly ClusterPlan[],
  context: UpgradeLabourContext,
): readonly Effort[] {
  const { choices, upgradeEfforts } = context;
  if (upgradeLabourOf(fleet, context) !== "counted") return averageUpgrades(clusters, choices);
  const months = numberOf(choices, "upgrade-horizon-months");
  return averaged(upgradeEfforts?.(fleet, model, clusters, context, months) ?? [], months, choices);
}

/**
 * The same work of a cluster on several days, as a month's part of it.
 *
 * 10 nodes replaced in July and 10 in November of a calendar of 36 months: 20 ÷ 36 a month.
 */
function averaged(dated: readonly DatedEffort[], months: number, choices: Choices): readonly Effort[] {
  const alike = groupedBy(dated, ({ clusterName, cause }) => `${clusterName} ${cause}`);
  return [...alike.values()].map((efforts): Effort => {
    const { due: _, count: __, ...first } = efforts[0] as DatedEffort;
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
    const timesCount = sum(efforts.map(({ formula }) => formula.timesCount)) / months;
    const formula = { ...first.formula, timesCount };
    const cause = `${first.cause}, ${sum(efforts.map(({ count }) => count))} in ${months} months`;
    return { ...first, due: "every month", cause, formula, hours: hoursOf(formula, (id) => numberOf(choices, id)) };
  });
}

/** What every month asks of people: to run each cluster, and a month's part of its upgrades. */
export function monthlyEfforts(
  fleet: PlanInput,
  model: OperatingModel,
  clusters: readonly ClusterPlan[],
  context: UpgradeLabourContext,
): readonly Effort[] {
  return [...monthlyOperations(clusters, context.choices), ...monthlyUpgrades(fleet, model, clusters, context)];
}
