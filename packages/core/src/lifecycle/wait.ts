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

/** The one tenant of a cluster, whoever it is: clusters with tenants of one pace are played as one. */
export const OWN_TENANT = { by: "tenant", tenantId: "" } as const satisfies Holder;

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

/** A wait for others to see: what its cluster's own tenant holds is held by that tenant. @param own null: it is named already */
export function namedWait(wait: Wait, own: Holder | null): Wait {
  if (own === null) return wait;
  const before = wait.before === null ? null : namedWait(wait.before, own);
  if (wait.holder !== OWN_TENANT && before === wait.before) return wait;
  return { ...wait, before, holder: namedHolder(wait.holder, own) };
}

/** Who holds, where it may be a cluster's own tenant. */
export function namedHolder(holder: Holder, own: Holder | null): Holder {
  return holder === OWN_TENANT && own !== null ? own : holder;
}

/** A part of a wait between two days. */
export interface HeldStretch {
  readonly holder: Holder;
  readonly fromDay: number;
  /** The day after its last. */
  readonly toDay: number;
}

const NONE: readonly HeldStretch[] = [];

/**
 * The stretches of a wait that lie between two days, last first. Together they are all days between.
 * @param own whom the wait's cluster has as its only tenant; null: it is not said
 */
export function stretchesBetween(
  wait: Wait,
  fromDay: number,
  toDay: number,
  own: Holder | null,
): readonly HeldStretch[] {
  if (fromDay >= toDay) return NONE;
  const stretches: HeldStretch[] = [];
  let end = toDay;
  for (let part: Wait | null = wait; part !== null && end > fromDay; part = part.before) {
    const start = Math.max(fromDay, Math.min(part.sinceDay, end));
    if (start < end) stretches.push({ holder: namedHolder(part.holder, own), fromDay: start, toDay: end });
    end = start;
  }
  return stretches;
}
