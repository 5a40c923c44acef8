import { lastMoveDay, type WindowDays } from "./move-days.ts";
import type { Mover } from "./mover.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { UpgradeRoutes } from "./upgrade-route.ts";
import { dayAfter, longer, PATH, RELEASE, type Wait, waitUntil } from "./wait.ts";

/** What holds for every move of a calendar. */
export interface MoveRules {
  readonly releases: readonly MinorRelease[];
  readonly routes: UpgradeRoutes;
  readonly windows: WindowDays;
  /** Until Prism Central is new enough for a release, where it is not. */
  readonly prismCentralWait: (position: number, version: string | null) => Wait | null;
  /** The last day on which a cluster may be moved to a release before it leaves its window; null: nobody is forced. */
  readonly deadline: (mover: Mover, position: number) => number | null;
}

/**
 * The wait until a cluster can move to a release, freezes and windows apart: for the release and a way to it, its
 * tenants, its own last upgrade, Prism Central, and what its role makes it wait for.
 */
export function earliestWait(mover: Mover, position: number, rules: MoveRules, waits: readonly Wait[]): Wait {
  const { cluster, moves } = mover;
  const { releaseDay } = rules.releases[position] as MinorRelease;
  const before = moves[position - 1];
  const from = before?.route?.to ?? before?.from ?? cluster.version;
  const prismCentral = rules.prismCentralWait(position, cluster.prismCentral);
  const pathDay = pathDayOf(mover, from, position, rules);
  let wait = waitForTenants(waitUntil(Math.max(0, releaseDay), RELEASE), mover, position, rules);
  for (const other of waits) wait = longer(wait, other);
  if (prismCentral !== null) wait = longer(wait, prismCentral);
  if (before !== undefined && before.wait.untilDay >= wait.untilDay) wait = longer(wait, dayAfter(before.wait));
  return pathDay > wait.untilDay ? waitUntil(pathDay, PATH) : wait;
}

/**
 * For each tenant until it is ready, or until the last day before the cluster leaves its window, where it is forced:
 * the last on which it may be touched, as a freeze holds against force.
 */
function waitForTenants(release: Wait, mover: Mover, position: number, rules: MoveRules): Wait {
  const lastDay = lastDayOf(mover, position, rules);
  let wait = release;
  for (const { holder, readyDays } of mover.tenants) {
    // Tenants that may run no version in common hold each other for ever.
    const readyDay = mover.isAtOdds[position] === true ? Number.POSITIVE_INFINITY : (readyDays[position] as number);
    const day = Math.min(readyDay, lastDay);
    if (day > wait.untilDay) wait = waitUntil(day, holder);
  }
  return wait;
}

/** The last day on which a cluster may be touched before it leaves its window; infinite: nobody is forced. */
function lastDayOf(mover: Mover, position: number, { deadline, windows }: MoveRules): number {
  const day = deadline(mover, position);
  return day === null ? Number.POSITIVE_INFINITY : Math.max(0, lastMoveDay({ windows, freezes: mover.freezes }, day));
}

function pathDayOf(mover: Mover, from: string, position: number, rules: MoveRules): number {
  const { routes } = rules;
  const { allowed } = mover;
  if (allowed === undefined) return routes.firstDay(from, position);
  const allowedDay = routes.firstDay(from, position, (version) => allowed(position, version));
  // To what its tenants may not run, only force moves it, on the last day.
  const forcedDay = Math.max(routes.firstDay(from, position), lastDayOf(mover, position, rules));
  return Math.min(allowedDay, forcedDay);
}

/** Whether a cluster that moves to a release on a day does so before one of its tenants is ready. */
export function isForcedOn({ tenants, isAtOdds }: Mover, position: number, day: number): boolean {
  return isAtOdds[position] === true || tenants.some(({ readyDays }) => (readyDays[position] as number) > day);
}
