import {
  type ClusterPlan,
  type CostLine,
  numberOf,
  type PlannedFleet,
  type PodGroup,
  type RateKind,
} from "@nkp-planner/core";

/** Cells of the sheet's first page: a figure, or a formula over other cells there, in brackets by their names. */
export type Parameters = Readonly<Record<string, number | string>>;

const BYTES_PER_GIB = 1024 ** 3;

/** The cell that is changed to see how long it takes until every row is computed again: the size of a node. */
export const CHANGED = "node vcpu";

const MILLICORES = 1000;

/** What a model's arithmetic rests on, read off a plan of ours, so that both compute with the same figures. */
export function parametersOf(plan: PlannedFleet): Parameters {
  const { catalog, choices, priceBook } = plan.context;
  const cluster = plan.clusters.find(({ tenantIds }) => tenantIds.length > 0);
  const pool = cluster?.pools.find(({ role }) => role === "workload");
  const control = cluster?.pools.find(({ role }) => role === "control-plane");
  if (cluster === undefined || pool === undefined || control === undefined) {
    throw new Error(`${plan.model.title} gives no tenant a cluster of its own.`);
  }
  const minimum = catalog.nodeMinimums.find(
    ({ role, editions }) => role === cluster.role && editions.includes(cluster.edition),
  );
  const { daemons, pods } = installedOn(cluster);
  const keptMillicores = pool.shape.vcpu * MILLICORES - pool.allocatablePerNode.cpuMillicores;
  const rate = (kind: RateKind) => Number(priceBook.rates[kind]?.unitPrice.amount);
  const labour = plan.costs.filter((line) => line.driver === "labour" && line.clusterName === cluster.name);
  const everybodys = plan.clusters.filter(({ tenantIds }) => tenantIds.length === 0).map(({ name }) => name);
  const shared = plan.costs.filter(({ clusterName }) => clusterName !== null && everybodys.includes(clusterName));
  return {
    [CHANGED]: pool.shape.vcpu,
    "node GiB": pool.shape.memoryGiB,
    "node disk": pool.shape.diskGiB,
    "free cpu": `=[${CHANGED}]*${MILLICORES}-${keptMillicores + sum(daemons, "cpuMillicores")}`,
    "free memory": pool.allocatablePerNode.memoryBytes - sum(daemons, "memoryBytes"),
    "free pods": pool.allocatablePerNode.podCount - daemons.length,
    "installed cpu": sum(pods, "cpuMillicores"),
    "installed memory": sum(pods, "memoryBytes"),
    "installed pods": pods.reduce((count, { replicas }) => count + replicas, 0),
    "least nodes":
      cluster.role === "attached" ? numberOf(choices, "attached-worker-floor") : (minimum?.worker.count ?? 0),
    "spare nodes": 1,
    "control vcpu": control.nodeCount * control.shape.vcpu,
    "control GiB": control.nodeCount * control.shape.memoryGiB,
    "control disk": control.nodeCount * control.shape.diskGiB,
    "claims GiB": cluster.platformClaimsBytes / BYTES_PER_GIB,
    "vcpu rate": rate("infrastructure-vcpu"),
    "memory rate": rate("infrastructure-memory"),
    "storage rate": rate("infrastructure-storage"),
    "licence rate": rate(`license-${cluster.edition}`),
    labour: costOf(labour),
    "shared cost": costOf(shared) / plan.tenants.length,
  };
}

function costOf(lines: readonly CostLine[]): number {
  return lines.reduce((total, { amount }) => total + Number(amount.amount), 0);
}

/** The platform's pods on the workers: those on every node, and those that run so many times. */
function installedOn({ podGroups, demand }: ClusterPlan) {
  const installed = podGroups.filter((group) => !demand.groups.includes(group));
  return {
    daemons: installed.filter(
      ({ kind, nodeSelector }) => kind === "DaemonSet" && Object.keys(nodeSelector).length === 0,
    ),
    pods: installed.filter(({ kind }) => kind !== "DaemonSet"),
  };
}

/** What groups ask for together; a DaemonSet's once, for one node. */
function sum(groups: readonly PodGroup[], resource: "cpuMillicores" | "memoryBytes"): number {
  const times = ({ kind, replicas }: PodGroup) => (kind === "DaemonSet" ? 1 : replicas);
  return groups.reduce((total, group) => total + (group.requests[resource] ?? 0) * times(group), 0);
}
