import type { SharingMethod } from "./sharing-method.ts";

/** Everybody bears the same. */
export const uniform = {
  id: "uniform",
  weightsOf: (tenantIds) => tenantIds.map(() => 1n),
} as const satisfies SharingMethod;
