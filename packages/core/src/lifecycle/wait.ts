import type { TenantId } from "../input/fleet.ts";

/**
 * What an upgrade waits for: a tenant; `plane`: the provider's own delay; `prism-central`: the provider's day for it;
 * `maintenance`: a window; `path`: a patch that the vendor's table lets one go through; `release`: the release itself.
 */
export type Holder =
  | { readonly by: "tenant"; readonly tenantId: TenantId }
  | { readonly by: "plane" | "prism-central" | "maintenance" | "path" | "release" };

/**
 * Why a day is not earlier: a stretch of days that ends on it with what holds it, and the stretch before. The chain
 * leads back through planes and earlier upgrades to what is the cause of it all.
 */
export interface Wait {
  /** The day reached; infinite: never. */
  readonly untilDay: number;
  /** From when on this is what holds; before all days where nothing comes before. */
  readonly sinceDay: number;
  readonly holder: Holder;
  readonly before: Wait | null;
}

export const RELEASE: Holder = { by: "release" };
export const PLANE: Holder = { by: "plane" };
export const PRISM_CENTRAL: Holder = { by: "prism-central" };
export const MAINTENANCE: Holder = { by: "maintenance" };
export const PATH: Holder = { by: "path" };

/** A chain's first stretch: until a day for one reason. */
export function waitUntil(untilDay: number, holder: Holder): Wait {
  return { untilDay, sinceDay: Number.NEGATIVE_INFINITY, holder, before: null };
}

/** The day after another upgrade, which is late for the same reason. */
export function dayAfter(wait: Wait): Wait {
  return { untilDay: wait.untilDay + 1, sinceDay: wait.untilDay, holder: wait.holder, before: wait };
}

/** Of two the one that ends later; where they end together the first. */
export function longer(wait: Wait, other: Wait): Wait {
  return other.untilDay > wait.untilDay ? other : wait;
}

/** A part of a wait between two days. */
export interface HeldStretch {
  readonly holder: Holder;
  readonly fromDay: number;
  /** The day after its last. */
  readonly toDay: number;
}

const NONE: readonly HeldStretch[] = [];

/** The stretches of a wait that lie between two days, last first. Together they are all days between. */
export function stretchesBetween(wait: Wait, fromDay: number, toDay: number): readonly HeldStretch[] {
  if (fromDay >= toDay) return NONE;
  const stretches: HeldStretch[] = [];
  let end = toDay;
  for (let part: Wait | null = wait; part !== null && end > fromDay; part = part.before) {
    const start = Math.max(fromDay, Math.min(part.sinceDay, end));
    if (start < end) stretches.push({ holder: part.holder, fromDay: start, toDay: end });
    end = start;
  }
  return stretches;
}
