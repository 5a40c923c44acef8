import { groupedBy } from "../base/grouped.ts";
import { type Money, moneyOfMinorUnits, wholeMinorUnits } from "../base/money.ts";
import { wholeParts } from "../base/whole-parts.ts";
import { bearersAmong, placeKeyOf } from "../costs/bearers.ts";
import type { CostPortion } from "../costs/cost-line.ts";
import { sharingMethodNamed } from "../costs/sharing-methods/sharing-methods.ts";
import { choiceOf } from "../input/parameters.ts";
import type { BearingTable } from "./bearing-table.ts";
import type { StreamedPlan } from "./plan-of-parts.ts";

/** What a tenant bears of what several share, by its place among all. */
export type ShareOfPlace = (index: number) => Money;

/**
 * What each tenant of a stream bears of what several share a month: to the cent what a plan of all at once gives it.
 * @param tenants all of them
 */
export function sharesOfStream(plan: StreamedPlan, tenants: BearingTable): ShareOfPlace {
  const { sharedCosts, currency, centralStackName } = plan;
  const { choices, ownSharing } = plan.context;
  const placeOf = tenants.places();
  const homes = tenants.homes(choiceOf(choices, "clusters-per-plane").value, centralStackName);
  const method = sharingMethodNamed(choiceOf(choices, "shared-cost").chosen, ownSharing);
  const basis = tenants.basis(placeOf);
  const units = new BigInt64Array(tenants.tenantCount);
  // Place by place, so that the weights of one are let go before those of the next are made.
  for (const portions of groupedBy(
    sharedCosts.flatMap((line) => line.portions),
    placeKeyOf,
  ).values()) {
    const { tenantIds, weights } = bearersAmong(homes, basis, method)(portions[0] as CostPortion);
    const places = Uint32Array.from(tenantIds, (id) => placeOf.get(id) as number);
    for (const { amount } of portions) {
      for (const [index, part] of wholeParts(wholeMinorUnits(amount), weights).entries()) {
        const place = places[index] as number;
        units[place] = (units[place] as bigint) + part;
      }
    }
  }
  return (index) => moneyOfMinorUnits(units[index] as bigint, currency);
}
