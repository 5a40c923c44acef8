import type { IsoDate } from "../base/provenance.ts";
import type { PlanInput, Tenant } from "./fleet.ts";

/** A fleet as it stands on its day: `tenants` are those under contract on it. */
export interface FleetOfDay extends PlanInput {
  /** Who has left by that day, or has not come yet: neither planned nor charged. */
  readonly absentTenants: readonly Tenant[];
}

/** Parts a fleet's tenants by its day; what has been parted before is parted again, so that its day may be another. */
export function fleetOfDay(input: PlanInput | FleetOfDay): FleetOfDay {
  const all = "absentTenants" in input ? [...input.tenants, ...input.absentTenants] : input.tenants;
  const { asOf } = input;
  return {
    ...input,
    tenants: all.filter((tenant) => isUnderContract(tenant, asOf)),
    absentTenants: all.filter((tenant) => !isUnderContract(tenant, asOf)),
  };
}

/** A contract without a first day has begun before, one without a last goes on; `until` is the first day without. */
export function isUnderContract({ contract: { from, until } }: Pick<Tenant, "contract">, day: IsoDate): boolean {
  return (from === null || from <= day) && (until === null || day < until);
}
