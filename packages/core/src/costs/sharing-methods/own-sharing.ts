import { InputError } from "../../base/findings/input-error.ts";
import { quantityWeights } from "../../base/quantity-weights.ts";
import { shown } from "../../base/shown.ts";
import { gibOf, NOTHING, vcpuOf } from "../../base/units.ts";
import type { SharingMethod } from "./sharing-method.ts";

/** A tenant as a method of a provider's own weighs it. */
export interface SharingTenant {
  readonly id: string;
  readonly name: string;
  /** Its key elsewhere; absent: none is given. */
  readonly ref?: string;
  /** What its pods request together. */
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly storageGiB: number;
  /** Workers of the cluster in which it lives, shared or its own. */
  readonly workerNodeCount: number;
  /** The weight that the fleet gives it; null: none. */
  readonly shareWeight: number | null;
}

/** How a provider shares costs among tenants that the planner does not offer itself. */
export interface SharingDefinition<Id extends string = string> {
  /** As the setting `shared-cost` names it: lower case, digits and hyphens. */
  readonly id: Id;
  /** What people call it, such as `by revenue`. */
  readonly title: string;
  /**
   * What a tenant weighs: 0 or more, always the same for the same tenants. It bears its weight ÷ the sum of all weights.
   * @param among those who share a cost, the tenant with them
   */
  weight(tenant: SharingTenant, among: readonly SharingTenant[]): number;
}

/**
 * A method of a provider's own. What it throws, weighs that is no weight, or all of it 0, is a problem of the plan that
 * asks.
 */
export function ownSharingMethod<Id extends string>(definition: SharingDefinition<Id>): SharingMethod<Id> {
  const { id } = definition;
  return {
    id,
    weightsOf: (tenantIds, { tenants, requests, workerCounts }) => {
      const byId = new Map(tenants.map((tenant) => [tenant.id, tenant]));
      const among = Object.freeze(
        tenantIds.map((tenantId): SharingTenant => {
          const { name = tenantId, ref, shareWeight = null } = byId.get(tenantId) ?? {};
          const { cpuMillicores, memoryBytes, storageBytes } = requests.get(tenantId) ?? NOTHING;
          return Object.freeze({
            id: tenantId,
            name,
            ...(ref === undefined ? {} : { ref }),
            vcpu: vcpuOf(cpuMillicores),
            memoryGiB: gibOf(memoryBytes),
            storageGiB: gibOf(storageBytes),
            workerNodeCount: workerCounts.get(tenantId) ?? 0,
            shareWeight,
          });
        }),
      );
      const weights = quantityWeights(among.map((tenant) => weighed(definition, tenant, among)));
      if (weights.length > 0 && weights.every((weight) => weight === 0n)) {
        throw notAWeight(id, `0 for each of ${among.length} tenants`, "a weight above 0 for one of those who share");
      }
      return weights;
    },
  };
}

/** @throws InputError where it is not a number from 0 up, or nothing comes at all */
function weighed(definition: SharingDefinition, tenant: SharingTenant, among: readonly SharingTenant[]): number {
  let found: string;
  try {
    const weight: unknown = definition.weight(tenant, among);
    if (typeof weight === "number" && weight >= 0 && weight <= Number.MAX_SAFE_INTEGER) return weight;
    found = typeof weight === "number" ? String(weight) : shown(weight);
  } catch (error) {
    found = error instanceof Error ? error.message : "something thrown";
  }
  throw notAWeight(definition.id, `${found} for ${tenant.name} (${tenant.id})`, "a weight, 0 or more");
}

function notAWeight(id: string, found: string, expected: string): InputError {
  return new InputError("sharing", [{ path: [id], found, expected, fix: "mend what the method weighs by" }]);
}
