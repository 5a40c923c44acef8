import type { AlikeClusters } from "./alike-clusters.ts";
import type { ClusterToUpgrade } from "./lifecycle-input.ts";
import { type FrozenDays, mergedFreezes, nextUnfrozen } from "./move-days.ts";
import { type MinorRelease, positionOf } from "./release-calendar.ts";
import { isCertified, type TenantPace, type UnreadyReason } from "./tenant-readiness.ts";
import type { UpgradeRoute } from "./upgrade-route.ts";
import { type Holder, OWN_TENANT, type Wait } from "./wait.ts";

/** One move of a cluster to a minor version, if it ever comes. */
export interface Move {
  /** With its day and all that led to it. */
  readonly wait: Wait;
  /** What it was before. */
  readonly from: string;
  /** Undefined: it is never moved. */
  readonly route: UpgradeRoute | undefined;
  /** Before its tenants agreed. */
  readonly isForced: boolean;
}

/** A cluster on its way through the releases, and with it all that are like it. */
export interface Mover {
  /** The first of them by name. */
  readonly cluster: ClusterToUpgrade;
  /** As they are listed. */
  readonly alike: readonly ClusterToUpgrade[];
  /** The cluster's only tenant, as others see whom they wait for; null: its tenants are named wherever they hold. */
  readonly own: Holder | null;
  readonly tenants: readonly TenantPace[];
  /** Of all of its tenants together. */
  readonly freezes: readonly FrozenDays[];
  /** Position of the minor version that it begins with. */
  readonly startIndex: number;
  /** By position: the first day on which it would move if only its tenants mattered; infinite: never. */
  readonly wantedDays: readonly number[];
  /** By position: why its tenants never agree to a release, or to one before it; null, or nothing: they do one day. */
  readonly unreadyReasons: readonly (UnreadyReason | null)[];
  /** By position: whether each of its tenants may run some version of a release, and none all of them; nothing: no. */
  readonly isAtOdds: readonly boolean[];
  /** Which versions of a minor all of its tenants may run; undefined: all of them. */
  readonly allowed: ((position: number, version: string) => boolean) | undefined;
  /** By position, filled as the calendar is played. */
  readonly moves: Move[];
}

/**
 * Clusters before their first move.
 * @param paceAs the pace of a tenant that holds its cluster back as somebody
 * @param planeDelayDays what the provider waits with a plane
 */
export function moverOf(
  { first: cluster, all: alike }: AlikeClusters,
  paceAs: (tenantId: string, holder: Holder) => TenantPace,
  releases: readonly MinorRelease[],
  planeDelayDays: number,
): Mover {
  const [only, second] = cluster.tenantIds;
  const own = only === undefined || second !== undefined ? null : tenantHolder(only);
  const tenants = cluster.tenantIds
    .map((id) => paceAs(id, own === null ? tenantHolder(id) : OWN_TENANT))
    .toSorted(byId);
  const freezes = freezesOf(tenants);
  const startIndex = positionOf(cluster.version, releases);
  const allowed = tenants.some(({ certified }) => certified !== null)
    ? (position: number, version: string) => isAllowed(version, releases[position] as MinorRelease, tenants)
    : undefined;
  const delayDays = cluster.role === "management" ? planeDelayDays : 0;
  const isAtOdds = (allowed === undefined ? NONE : releases).map(
    ({ patches }, position) =>
      allowed !== undefined &&
      tenants.every(({ readyDays }) => Number.isFinite(readyDays[position])) &&
      !patches.some(({ version }) => allowed(position, version)),
  );
  const readyDays = releases.map(({ releaseDay }, position) => {
    if (isAtOdds[position] === true) return Number.POSITIVE_INFINITY;
    let day = releaseDay + delayDays;
    for (const tenant of tenants) day = Math.max(day, tenant.readyDays[position] as number);
    return day;
  });
  const wantedDays = wantedDaysOf(readyDays, freezes, startIndex);
  const unreadyReasons = readyDays.includes(Number.POSITIVE_INFINITY)
    ? reasonsOf(releases.length, startIndex, tenants, isAtOdds)
    : NONE;
  return {
    cluster,
    alike,
    own,
    tenants,
    freezes,
    startIndex,
    wantedDays,
    unreadyReasons,
    isAtOdds,
    allowed,
    moves: [],
  };
}

/**
 * The days on which one would move to each release if nobody else mattered: ready, outside of one's own freezes, one
 * minor version a day, and none before day 0.
 */
export function wantedDaysOf(
  readyDays: readonly number[],
  freezes: readonly FrozenDays[],
  startIndex: number,
): readonly number[] {
  let earliest = 0;
  return readyDays.map((readyDay, position) => {
    if (position <= startIndex) return Number.NEGATIVE_INFINITY;
    const wantedDay = nextUnfrozen(freezes, Math.max(earliest, readyDay));
    earliest = wantedDay + 1;
    return wantedDay;
  });
}

const NONE: readonly never[] = [];

function tenantHolder(tenantId: string): Holder {
  return { by: "tenant", tenantId };
}

/** The only tenant of one of the clusters alike; null where it has several, or none. */
export function ownOf({ cluster, own }: Mover, one: ClusterToUpgrade): Holder | null {
  const [tenantId] = one.tenantIds;
  // Whom others wait for is one and the same wherever it is met.
  return own === null || tenantId === undefined || one === cluster ? own : tenantHolder(tenantId);
}

function freezesOf(tenants: readonly TenantPace[]): readonly FrozenDays[] {
  const [only, second] = tenants;
  if (only === undefined) return NONE;
  return second === undefined ? only.freezes : mergedFreezes(tenants.flatMap(({ freezes }) => freezes));
}

/** Who never comes to a release never comes to a later one, for the same reason. */
function reasonsOf(
  releaseCount: number,
  startIndex: number,
  tenants: readonly TenantPace[],
  isAtOdds: readonly boolean[],
): readonly (UnreadyReason | null)[] {
  let reason: UnreadyReason | null = null;
  return Array.from({ length: releaseCount }, (_, position) => {
    if (position <= startIndex) return null;
    const own = tenants.map(({ unreadyReasons }) => unreadyReasons[position] ?? null).find((one) => one !== null);
    reason ??= own ?? (isAtOdds[position] === true ? "not-certified" : null);
    return reason;
  });
}

function byId(a: TenantPace, b: TenantPace): number {
  return a.tenantId < b.tenantId ? -1 : 1;
}

function isAllowed(version: string, release: MinorRelease, tenants: readonly TenantPace[]): boolean {
  return tenants.every(({ certified }) => isCertified(version, release, certified));
}
