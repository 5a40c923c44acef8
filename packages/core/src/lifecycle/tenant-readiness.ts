import type { DayScale } from "../base/day-scale.ts";
import type { TenantReadiness } from "./lifecycle-input.ts";
import { type FrozenDays, frozenDaysOf } from "./move-days.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { Holder } from "./wait.ts";

/** Why a tenant is never ready for a release: it says so, or its applications are certified for others only. */
export type UnreadyReason = "never-ready" | "not-certified";

/** A tenant's pace as days. */
export interface TenantPace {
  readonly tenantId: string;
  readonly holder: Holder;
  readonly freezes: readonly FrozenDays[];
  /** By the position of a minor version: from when on its applications are ready for it; infinite: never. */
  readonly readyDays: readonly number[];
  /** By position: why it is never ready; null: it is one day. */
  readonly unreadyReasons: readonly (UnreadyReason | null)[];
  /** Versions and minor versions that it may run; null: all. */
  readonly certified: ReadonlySet<string> | null;
}

/** A tenant's pace through a calendar of releases. @param holder as whom it holds its cluster back */
export function paceOf(
  readiness: TenantReadiness,
  holder: Holder,
  releases: readonly MinorRelease[],
  scale: DayScale,
): TenantPace {
  const { tenantId, freezes } = readiness;
  const certified = readiness.certified === null ? null : new Set(readiness.certified);
  const readyDays = releases.map((release) => readyDayOf(readiness, release, certified));
  const unreadyReasons = releases.map((release, position) => {
    if (Number.isFinite(readyDays[position])) return null;
    return readyAfterOf(readiness, release) === null ? "never-ready" : "not-certified";
  });
  return { tenantId, holder, freezes: frozenDaysOf(freezes, holder, scale), readyDays, unreadyReasons, certified };
}

function readyAfterOf(
  { readyAfterDays, readyAfterByMinor = {} }: TenantReadiness,
  { minor }: Pick<MinorRelease, "minor">,
): number | null {
  return Object.hasOwn(readyAfterByMinor, minor) ? (readyAfterByMinor[minor] ?? null) : readyAfterDays;
}

function readyDayOf(readiness: TenantReadiness, release: MinorRelease, certified: ReadonlySet<string> | null): number {
  const after = readyAfterOf(readiness, release);
  if (after === null) return Number.POSITIVE_INFINITY;
  if (certified === null) return release.releaseDay + after;
  const allowed = release.patches.filter(({ version }) => isCertified(version, release, certified));
  // Of no version the earliest is never.
  const firstDay = Math.min(...allowed.map(({ releaseDay }) => releaseDay));
  return Math.max(release.releaseDay + after, firstDay);
}

/** Whether a tenant may run a version of a minor version. */
export function isCertified(
  version: string,
  { minor }: Pick<MinorRelease, "minor">,
  certified: ReadonlySet<string> | null,
): boolean {
  return certified === null || certified.has(minor) || certified.has(version);
}
