import { InputError } from "../base/findings/input-error.ts";
import { nodeCountsOf } from "../clusters/node-counts.ts";
import { choiceOf, numberOf } from "../input/parameters.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { blastRadius } from "./blast-radius.ts";
import { effortOfChoices } from "./effort-choices.ts";
import { failureRatesOf } from "./failure-rates.ts";
import { inputOfClusters } from "./fleet-lifecycle-input.ts";
import { playUpgrades, type UpgradeCalendar } from "./play-upgrades.ts";
import type { SupportClocks } from "./support-clocks.ts";
import { sumOfHours, upgradeWork } from "./upgrade-hours.ts";

/** What a plan's upgrades come to over the months that are played, to stand beside another plan's. */
export interface UpgradeSums {
  readonly horizonMonths: number;
  /** Of clusters and planes. */
  readonly upgradeCount: number;
  readonly waitingTenantCount: number;
  /** Of the tenant that waits longest for others. */
  readonly longestWaitDays: number;
  /** Tenants that are on some day outside of what each clock allows, and those of which that is not known. */
  readonly outside: Readonly<Record<keyof SupportClocks, TenantsOutside>>;
  /** null: not known what each takes. */
  readonly workHours: number | null;
  /** Tenants that the worst single failure of what manages clusters touches. */
  readonly largestTenantCount: number;
}

export interface TenantsOutside {
  readonly tenantCount: number;
  readonly unknownTenantCount: number;
}

const CLOCKS = ["nkpWindow", "kubernetes", "infrastructure"] as const satisfies readonly (keyof SupportClocks)[];

/**
 * Plays the upgrades of a plan and adds them up; null: what the fleet says cannot be played (`upgradesOf` says why).
 * `upgradeSumsOf(plan)?.longestWaitDays` is 0 where nobody waits for anybody.
 */
export function upgradeSumsOf(plan: PlannedFleet): UpgradeSums | null {
  const horizonMonths = numberOf(plan.context.choices, "upgrade-horizon-months");
  const input = inputOfClusters(plan.input, plan.clusters, plan.context, horizonMonths);
  try {
    const calendar = playUpgrades(input);
    const effort = effortOfChoices((id) => choiceOf(plan.context.choices, id).value);
    const work = upgradeWork(input, calendar, nodeCountsOf(plan.clusters), effort);
    const { kinds } = blastRadius(input, calendar, failureRatesOf(plan.context.choices));
    return { horizonMonths, ...sumsOf(calendar), workHours: sumOfHours(work), ...touched(kinds) };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function sumsOf({ planes, clusters, tenants }: UpgradeCalendar) {
  const outsideOf = (clock: keyof SupportClocks): TenantsOutside => ({
    tenantCount: tenants.filter(({ clocks }) => clocks[clock].outsideDays > 0).length,
    unknownTenantCount: tenants.filter(({ clocks }) => clocks[clock].unknownDays > 0).length,
  });
  const [nkpWindow, kubernetes, infrastructure] = CLOCKS.map(outsideOf) as [
    TenantsOutside,
    TenantsOutside,
    TenantsOutside,
  ];
  const movesOf = ({ steps }: UpgradeCalendar["clusters"][number]) =>
    steps.filter(({ movedOn }) => movedOn !== null).length;
  return {
    upgradeCount: [...planes, ...clusters].reduce((sum, one) => sum + movesOf(one), 0),
    waitingTenantCount: tenants.filter(({ heldBackDays }) => heldBackDays > 0).length,
    longestWaitDays: tenants.reduce((most, { heldBackDays }) => Math.max(most, heldBackDays), 0),
    outside: { nkpWindow, kubernetes, infrastructure },
  };
}

function touched(kinds: ReturnType<typeof blastRadius>["kinds"]): Pick<UpgradeSums, "largestTenantCount"> {
  return { largestTenantCount: Math.max(0, ...kinds.map(({ largestTenantCount }) => largestTenantCount)) };
}
