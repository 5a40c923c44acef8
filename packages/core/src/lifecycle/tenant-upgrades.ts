import type { TenantId } from "../input/fleet.ts";
import { type DayRange, distinctDays } from "./distinct-days.ts";
import { type HeldBy, heldByOf } from "./held-by.ts";
import { type Mover, wantedDaysOf } from "./mover.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { SupportClocks } from "./support-clocks.ts";
import type { TenantPace } from "./tenant-readiness.ts";
import { type HeldStretch, OWN_TENANT, stretchesBetween } from "./wait.ts";

/** What the calendar is for one tenant. */
export interface TenantUpgrades {
  readonly tenantId: TenantId;
  readonly clusterName: string;
  readonly upgradeCount: number;
  /** Of them, those that came before it was ready. */
  readonly forcedUpgradeCount: number;
  /** Days on which it waits for a release that it is ready for because of others, the provider's windows apart. */
  readonly heldBackDays: number;
  /** The same, of all releases added: a day on which it waits for two counts twice. */
  readonly heldBackReleaseDays: number;
  /** Days on which it waits for a window of the provider's. */
  readonly maintenanceDays: number;
  /** Days on which a release is out and it is itself not ready for it, or its cluster not for its sake. */
  readonly ownWaitDays: number;
  /** Who else holds it back, and for how many days of releases. */
  readonly heldBy: readonly HeldBy[];
  readonly clocks: SupportClocks;
}

/** The sums of the tenants of clusters alike, by their ids. */
export function upgradesOfTenants(
  mover: Mover,
  releases: readonly MinorRelease[],
  horizonDays: number,
  clocks: SupportClocks,
): readonly TenantUpgrades[] {
  const sumsOf = (tenant: TenantPace) => upgradesOfTenant(tenant, mover, releases, horizonDays, clocks);
  const [others] =
    mover.alike.length === 1 ? [] : mover.tenants.map((one) => sumsOf({ ...one, tenantId: OWN_TENANT.tenantId }));
  return mover.alike.flatMap((one) =>
    others === undefined || one === mover.cluster
      ? mover.tenants.map(sumsOf)
      : one.tenantIds.map((tenantId) => ({ ...others, tenantId, clusterName: one.name })),
  );
}

/** The sums of one tenant of a cluster, which others may wait for by its name. */
function upgradesOfTenant(
  tenant: TenantPace,
  mover: Mover,
  releases: readonly MinorRelease[],
  horizonDays: number,
  clocks: SupportClocks,
): TenantUpgrades {
  const wantedDays =
    mover.tenants.length === 1 ? mover.wantedDays : wantedDaysOf(tenant.readyDays, tenant.freezes, mover.startIndex);
  const own: DayRange[] = [];
  const stretches: HeldStretch[] = [];
  let [upgradeCount, forcedUpgradeCount] = [0, 0];
  for (let position = mover.startIndex + 1; position < mover.moves.length; position++) {
    const move = mover.moves[position];
    const { releaseDay } = releases[position] as MinorRelease;
    if (move === undefined || releaseDay >= horizonDays) break;
    const [wantedDay, endDay] = [wantedDays[position] as number, Math.min(move.wait.untilDay, horizonDays)];
    if (wantedDay > releaseDay) own.push({ fromDay: Math.max(0, releaseDay), toDay: Math.min(wantedDay, endDay) });
    if (wantedDay < endDay) stretches.push(...stretchesBetween(move.wait, wantedDay, endDay, null));
    if (move.wait.untilDay >= horizonDays || move.route === undefined) continue;
    upgradeCount++;
    if ((tenant.readyDays[position] as number) > move.wait.untilDay) forcedUpgradeCount++;
  }
  const isOwn = ({ holder }: HeldStretch) =>
    holder === OWN_TENANT || (holder.by === "tenant" && holder.tenantId === tenant.tenantId);
  const isMaintenance = ({ holder }: HeldStretch) => holder.by === "maintenance";
  const byOthers = stretches.filter((one) => !isOwn(one) && !isMaintenance(one));
  return {
    tenantId: tenant.tenantId,
    clusterName: mover.cluster.name,
    upgradeCount,
    forcedUpgradeCount,
    heldBackDays: distinctDays(byOthers),
    heldBackReleaseDays: byOthers.reduce((sum, { fromDay, toDay }) => sum + toDay - fromDay, 0),
    maintenanceDays: distinctDays(stretches.filter(isMaintenance)),
    ownWaitDays: distinctDays([...own, ...stretches.filter(isOwn)]),
    heldBy: heldByOf(stretches.filter((one) => !isOwn(one))),
    clocks,
  };
}

/** That a tenant waits for another. */
export interface TenantBlocked {
  /** Whose pace it is. */
  readonly tenantId: TenantId;
  /** Who waits. */
  readonly blockedTenantId: TenantId;
  /** Of all releases added. */
  readonly days: number;
}

/** Who waits for whom, the longest first. */
export function blocksOf(tenants: readonly TenantUpgrades[]): readonly TenantBlocked[] {
  return tenants
    .flatMap(({ tenantId: blockedTenantId, heldBy }) =>
      heldBy.flatMap(({ tenantId, days }) => (tenantId === null ? [] : [{ tenantId, blockedTenantId, days }])),
    )
    .toSorted(
      (a, b) => b.days - a.days || inOrder(a.tenantId, b.tenantId) || inOrder(a.blockedTenantId, b.blockedTenantId),
    );
}

function inOrder(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
