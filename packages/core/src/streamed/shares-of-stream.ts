import { type Money, moneyOfMinorUnits, wholeMinorUnits } from "../base/money.ts";
import { wholeParts } from "../base/whole-parts.ts";
import { type Bearers, bearersAmong } from "../costs/bearers.ts";
import type { SharingCluster } from "../costs/sharing-methods/sharing-method.ts";
import { sharingMethodNamed } from "../costs/sharing-methods/sharing-methods.ts";
import type { Tenant, TenantId } from "../input/fleet.ts";
import { choiceOf } from "../input/parameters.ts";
import { withPlanes } from "../models/planes.ts";
import type { Bearing } from "./bearing.ts";
import type { StreamedPlan } from "./plan-of-parts.ts";

/** A tenant of a stream, as those who share costs see it. */
export interface BearingTenant extends Pick<Tenant, "id" | "name" | "ref" | "shareWeight"> {
  readonly bearing: Bearing;
}

/** What a tenant bears of what several share, by its place among all. */
export type ShareOfPlace = (index: number) => Money;

/**
 * What each tenant of a stream bears of what several share a month: to the cent what a plan of all at once gives it.
 * @param tenants all of them, in any order
 */
export function sharesOfStream(plan: StreamedPlan, tenants: readonly BearingTenant[]): ShareOfPlace {
  const { context, sharedCosts, currency } = plan;
  const requests = new Map(tenants.map(({ id, bearing }) => [id, bearing.requests]));
  const method = sharingMethodNamed(choiceOf(context.choices, "shared-cost").chosen, context.ownSharing);
  const bearersOf = bearersAmong(homesOf(plan, tenants), { tenants, requests }, method);
  const placeOf = new Map(tenants.map(({ id }, index) => [id, index]));
  const places = new Map<Bearers, readonly number[]>();
  const units = new BigInt64Array(tenants.length);
  for (const { amount, ...portion } of sharedCosts.flatMap(({ portions }) => portions)) {
    const bearers = bearersOf({ ...portion, amount });
    const at = places.get(bearers) ?? bearers.tenantIds.map((id) => placeOf.get(id) as number);
    places.set(bearers, at);
    for (const [index, part] of wholeParts(wholeMinorUnits(amount), bearers.weights).entries()) {
      const place = at[index] as number;
      units[place] = (units[place] as bigint) + part;
    }
  }
  return (index) => moneyOfMinorUnits(units[index] as bigint, currency);
}

/** The clusters in which tenants live, each with the management cluster that the whole fleet deals it to. */
function homesOf(
  { context, sums, centralStackName }: StreamedPlan,
  tenants: readonly BearingTenant[],
): readonly SharingCluster[] {
  const homes = tenants.map(({ id, bearing: { clusterName, managedBy, isReporting, workerNodeCount } }) => ({
    name: clusterName,
    role: "attached" as const,
    tenantIds: [id] as readonly TenantId[],
    managedBy,
    ...(isReporting && centralStackName !== null ? { reportsTo: centralStackName } : {}),
    nodes: { workers: workerNodeCount },
  }));
  const shared = Object.values(sums.shared).map(({ name, role, managedBy }) => ({
    ...{ name, role, managedBy, tenantIds: [], nodes: { workers: 0 } },
  }));
  return withPlanes([...shared, ...homes], choiceOf(context.choices, "clusters-per-plane").value);
}
