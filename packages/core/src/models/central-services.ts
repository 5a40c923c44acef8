import type { ClusterBlueprint } from "./operating-model.ts";

const CENTRAL = "central-services";

/**
 * Gives the agents of clusters something to report to: a management cluster, with monitoring and logging brought to it
 * where its edition has none, or where there is no such cluster one of the provider's own. A self-managed cluster whose
 * edition keeps metrics and logs itself has no agents.
 *
 * @param isServed whether a cluster gets something beside what its edition and role run by default
 */
export function withCentralServices(
  layout: readonly ClusterBlueprint[],
  isServed: (blueprint: ClusterBlueprint) => boolean,
): readonly ClusterBlueprint[] {
  const equipped = layout.map((blueprint) => {
    const central: ClusterBlueprint = { ...blueprint, services: "central" };
    return blueprint.role === "management" && isServed(central) ? central : blueprint;
  });
  const hasAgents = (blueprint: ClusterBlueprint) => blueprint.role === "self-managed" && isServed(blueprint);
  if (!equipped.some(hasAgents)) return equipped;
  const management = equipped.find(({ role }) => role === "management");
  const reportsTo = management?.name ?? CENTRAL;
  const reporting = equipped.map((blueprint) => (hasAgents(blueprint) ? { ...blueprint, reportsTo } : blueprint));
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
