import { defineWish, haveAll } from "./wish.ts";

/** Everything in one console. */
export const fleetView = defineWish({
  id: "fleet-view",
  title: "One view over the whole fleet",
  meets: "One management cluster or several look after every tenant's cluster, of an edition with the fleet view.",
  isMetBy: (plan) =>
    haveAll(plan, "multiClusterFleet") &&
    plan.clusters.every(({ tenantIds, managedBy }) => tenantIds.length === 0 || managedBy !== null),
});
