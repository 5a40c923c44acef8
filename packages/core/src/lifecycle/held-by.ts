import type { TenantId } from "../input/fleet.ts";
import type { HeldStretch, Holder } from "./wait.ts";

/** What holds an upgrade back, and for how many days. */
export interface HeldBy {
  /** A tenant, the provider's own delay, its day for Prism Central, its windows, or the vendor's table. */
  readonly by: Holder["by"];
  /** Whose pace it is, where it is a tenant. */
  readonly tenantId: TenantId | null;
  /** Of all releases added: a day on which two are waited for counts twice. */
  readonly days: number;
}

const NOTHING: readonly HeldBy[] = [];

/** Stretches added by what holds, the longest first. */
export function heldByOf(stretches: readonly HeldStretch[]): readonly HeldBy[] {
  const [only, second] = stretches;
  if (only === undefined) return NOTHING;
  if (second === undefined) return [heldBy(only.holder, only.toDay - only.fromDay)];
  const days = new Map<Holder, number>();
  for (const { holder, fromDay, toDay } of stretches) days.set(holder, (days.get(holder) ?? 0) + toDay - fromDay);
  return [...days]
    .map(([holder, held]) => heldBy(holder, held))
    .toSorted((a, b) => b.days - a.days || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function heldBy(holder: Holder, days: number): HeldBy {
  return { by: holder.by, tenantId: "tenantId" in holder ? holder.tenantId : null, days };
}

function keyOf({ by, tenantId }: HeldBy): string {
  return `${by} ${tenantId ?? ""}`;
}
