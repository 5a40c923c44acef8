import type { ClusterToUpgrade } from "./lifecycle-input.ts";
import { type FrozenDays, mergedFreezes, nextUnfrozen } from "./move-days.ts";
import type { MinorRelease } from "./release-calendar.ts";
import { isCertified, type TenantPace, type UnreadyReason } from "./tenant-readiness.ts";
import type { UpgradeRoute } from "./upgrade-route.ts";
import type { Wait } from "./wait.ts";

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

/** A cluster on its way through the releases. */
export interface Mover {
  readonly cluster: ClusterToUpgrade;
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

/** A cluster before its first move. @param planeDelayDays what the provider waits with a plane */
export function moverOf(
  cluster: ClusterToUpgrade,
  paces: ReadonlyMap<string, TenantPace>,
  releases: readonly MinorRelease[],
  planeDelayDays: number,
): Mover {
  const tenants = cluster.tenantIds.flatMap((id) => paces.get(id) ?? []).toSorted(byId);
  const freezes = freezesOf(tenants);
  const startIndex = releases.findIndex(({ patches }) => patches.some(({ version }) => version === cluster.version));
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
  return { cluster, tenants, freezes, startIndex, wantedDays, unreadyReasons, isAtOdds, allowed, moves: [] };
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
