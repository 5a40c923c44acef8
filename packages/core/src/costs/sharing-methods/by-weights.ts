import { InputError } from "../../base/findings/input-error.ts";
import { quantityWeights } from "../../base/quantity-weights.ts";
import type { SharingMethod } from "./sharing-method.ts";

/** By the user's own weights, which every tenant must have. */
export const byWeights = {
  id: "by-weights",
  weightsOf: (tenantIds, { tenants }) => {
    const weights = new Map(tenants.map(({ id, shareWeight }) => [id, shareWeight ?? 0]));
    return quantityWeights(tenantIds.map((id) => weights.get(id) ?? 0));
  },
  require: ({ tenants }) => {
    const without = tenants.filter(({ shareWeight }) => shareWeight === null);
    if (without.length === 0) return;
    throw new InputError(
      "fleet",
      without.map(({ id, name }) => ({
        path: ["tenants", tenants.findIndex((tenant) => tenant.id === id), "shareWeight"],
        found: `no weight for ${name}`,
        expected: "one for each tenant, as shares go by weights",
        fix: "add for example shareWeight: 1",
      })),
    );
  },
} as const satisfies SharingMethod;
