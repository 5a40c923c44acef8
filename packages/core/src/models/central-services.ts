import type { ClusterBlueprint } from "./operating-model.ts";

const CENTRAL = "central-services";

/**
 * Gives the agents of self-managed clusters something to report to: the fleet's management cluster, which has
 * monitoring and logging, or where there is none a cluster of the provider's own.
 */
export function withCentralServices(layout: readonly ClusterBlueprint[]): readonly ClusterBlueprint[] {
  if (!layout.some(({ role }) => role === "self-managed")) return layout;
  const management = layout.find(({ role }) => role === "management");
  const reportsTo = management?.name ?? CENTRAL;
  const reporting = layout.map((blueprint) =>
    blueprint.role === "self-managed" ? { ...blueprint, reportsTo } : blueprint,
  );
  return management === undefined ? [...reporting, centralCluster] : reporting;
}

const centralCluster: ClusterBlueprint = {
  name: CENTRAL,
  role: "self-managed",
  edition: "starter",
  tenantIds: [],
  managedBy: null,
  poolRoles: ["control-plane", "platform"],
  services: "central",
};
