import type { SharingMethod } from "./sharing-method.ts";

/** By the workers of the cluster in which each lives. */
export const byNodes = {
  id: "by-nodes",
  weightsOf: (tenantIds, { workerCounts }) => tenantIds.map((id) => BigInt(workerCounts.get(id) ?? 0)),
} as const satisfies SharingMethod;
