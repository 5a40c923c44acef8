import type { DayScale } from "../base/day-scale.ts";
import type { IsoDate } from "../base/provenance.ts";
import { type HeldBy, heldByOf } from "./held-by.ts";
import type { Move, Mover } from "./mover.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { RiskState, RisksOf } from "./risk-states.ts";
import type { UnreadyReason } from "./tenant-readiness.ts";
import { type Holder, OWN_TENANT, stretchesBetween, type Wait } from "./wait.ts";

/**
 * Why an upgrade does not come: its tenants never agree (`never-ready`, `not-certified`), another's never do
 * (`blocked`), the provider's days end before (`no-window`, `no-prism-central-day`), the vendor's table has no way
 * (`no-path`), or it comes later than the horizon.
 */
export type NeverReason =
  | UnreadyReason
  | "blocked"
  | "no-window"
  | "no-prism-central-day"
  | "no-path"
  | "after-horizon";

/** One upgrade of a cluster to the next minor version. */
export interface UpgradeStep {
  readonly minor: string;
  /** The version that it is upgraded from. */
  readonly from: string;
  /** The version that it is upgraded to; null: it is not. */
  readonly to: string | null;
  /** Versions between, where the vendor's table refuses the direct step. */
  readonly via: readonly string[];
  /** Who advises against a part of the way. */
  readonly advisedAgainst: readonly string[];
  /** The day on which it would come if only the cluster's own tenants mattered, any day being good; null: never. */
  readonly wantedOn: IsoDate | null;
  /** Null: not within the horizon. */
  readonly movedOn: IsoDate | null;
  /** Why it is not moved; null: it is. */
  readonly neverReason: NeverReason | null;
  /** Days of the horizon from the day wanted to the day moved. */
  readonly heldBackDays: number;
  /** By what; together they are `heldBackDays`. */
  readonly heldBy: readonly HeldBy[];
  /** Before one of its tenants was ready, as its window ended. */
  readonly isForced: boolean;
  readonly risks: readonly RiskState[];
  /** No risk of it applies or is unknown, and nobody advises against it; of one that does not come, too. */
  readonly isRecommended: boolean;
}

/** Whether a step waits for the cluster's own tenant, whoever it is. */
export function waitsForOwn({ heldBy }: UpgradeStep): boolean {
  return heldBy.some(({ tenantId }) => tenantId === OWN_TENANT.tenantId);
}

/**
 * The upgrades of a cluster to every minor version that comes out within the horizon.
 * @param own who its only tenant is; null: not said, as they are those of all clusters alike
 */
export function stepsOf(
  mover: Mover,
  own: Holder | null,
  releases: readonly MinorRelease[],
  horizonDays: number,
  scale: DayScale,
  risksOf: RisksOf,
): readonly UpgradeStep[] {
  const steps: UpgradeStep[] = [];
  for (let position = mover.startIndex + 1; position < mover.moves.length; position++) {
    const { minor, releaseDay } = releases[position] as MinorRelease;
    if (releaseDay >= horizonDays) break;
    steps.push(stepOf(mover, own, mover.moves[position] as Move, position, minor, horizonDays, scale, risksOf));
  }
  return steps;
}

const NONE: readonly never[] = [];

function stepOf(
  mover: Mover,
  own: Holder | null,
  { wait, from, route, isForced }: Move,
  position: number,
  minor: string,
  horizonDays: number,
  scale: DayScale,
  risksOf: RisksOf,
): UpgradeStep {
  const wantedDay = mover.wantedDays[position] as number;
  const isMoved = wait.untilDay < horizonDays && route !== undefined;
  const stretches = stretchesBetween(wait, wantedDay, Math.min(wait.untilDay, horizonDays), own);
  const risks = isMoved ? risksOf(mover.cluster.name, from, route.to) : NONE;
  const advisedAgainst = isMoved ? route.advisedAgainst : NONE;
  return {
    minor,
    from,
    to: isMoved ? route.to : null,
    via: isMoved ? route.via : NONE,
    advisedAgainst,
    wantedOn: Number.isFinite(wantedDay) ? scale.dateOf(wantedDay) : null,
    movedOn: isMoved ? scale.dateOf(wait.untilDay) : null,
    neverReason: isMoved ? null : neverReasonOf(wait, mover.unreadyReasons[position] ?? null),
    heldBackDays: Math.max(0, Math.min(wait.untilDay, horizonDays) - Math.min(wantedDay, horizonDays)),
    heldBy: heldByOf(stretches),
    isForced: isMoved && isForced,
    risks,
    isRecommended: advisedAgainst.length === 0 && risks.every(({ state }) => state === "does-not-apply"),
  };
}

function neverReasonOf(wait: Wait, unready: UnreadyReason | null): NeverReason {
  if (Number.isFinite(wait.untilDay)) return "after-horizon";
  if (unready !== null) return unready;
  let root = wait;
  while (root.before !== null && !Number.isFinite(root.before.untilDay)) root = root.before;
  switch (root.holder.by) {
    case "maintenance":
      return "no-window";
    case "prism-central":
      return "no-prism-central-day";
    case "path":
      return "no-path";
    default:
      return "blocked";
  }
}
