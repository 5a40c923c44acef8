import { defineWish } from "./wish.ts";

/** What fails or is upgraded touches one tenant. */
export const apart = defineWish({
  id: "apart",
  title: "Tenants kept apart",
  meets:
    "No cluster manages those of several tenants, and none has several tenants in it; a stack for metrics and logs may be shared.",
  isMetBy: ({ clusters }) =>
    clusters.every(({ tenantIds, managedClusterCount }) => tenantIds.length <= 1 && managedClusterCount <= 1),
});
