import type { PodGroup } from "../../input/pod-group.ts";
import { selectsPods } from "../../input/pod-terms.ts";
import { inPool, type TenantPool, taintsOfPool, tolerating } from "../../input/tenant-pools.ts";
import type { ClusterToSize } from "./node-pool.ts";

/** Workloads that the planner gives workers of their own. */
export interface PoolDivision {
  /** What the pool is called: by what its pods ask for more than the others. */
  readonly poolName: string;
  readonly groups: readonly PodGroup[];
}

/** The same cluster with these workloads in a pool of their own, where DaemonSets run as they do elsewhere. */
export function divided(cluster: ClusterToSize, { poolName, groups: moved }: PoolDivision): ClusterToSize {
  const pool: TenantPool = { name: poolName, shape: null, minimumNodeCount: 0, labels: {}, taints: [], settings: {} };
  const keys = new Set(moved.map(workloadKey));
  const groups = cluster.demand.groups.map((group) =>
    group.kind === "DaemonSet"
      ? tolerating(group, taintsOfPool(pool))
      : keys.has(workloadKey(group))
        ? inPool(group, pool)
        : group,
  );
  return { ...cluster, demand: { ...cluster.demand, groups }, wishes: [pool] };
}

/** How the workers of a cluster are divided that stand already; null where they are not. */
export function standingDivision({ demand, standing }: ClusterToSize): PoolDivision | null {
  const apart = standing.find(({ dividedWorkloads }) => dividedWorkloads.length > 0);
  if (apart === undefined) return null;
  const keys = new Set(apart.dividedWorkloads);
  return { poolName: apart.name, groups: demand.groups.filter((group) => keys.has(workloadKey(group))) };
}

/**
 * Workloads that may run in another pool than the others: known by name, without a wish for labels
 * of nodes, and no rule speaks of both.
 */
export function movableOf(groups: readonly PodGroup[]): readonly PodGroup[] {
  const counted = groups.filter(({ kind, replicas }) => kind !== "DaemonSet" && replicas > 0);
  const ruled = counted.filter((group) => rulesOf(group).length > 0);
  const isTied = (group: PodGroup) =>
    ruled.some((one) =>
      rulesOf(one).some((rule) =>
        one === group
          ? counted.some((other) => other !== one && selectsPods(one, rule, other))
          : selectsPods(one, rule, group),
      ),
    );
  const isBound = ({ nodeSelector, nodeAffinity, poolName }: PodGroup) =>
    Object.keys(nodeSelector).length > 0 || nodeAffinity !== null || poolName !== null;
  return counted.filter((group) => !isBound(group) && group.isAssumed !== true && !isTied(group));
}

function rulesOf({ topologySpread, podAffinity, podAntiAffinity }: PodGroup) {
  const terms = [podAffinity, podAntiAffinity].flatMap((one) => [...(one?.required ?? []), ...(one?.preferred ?? [])]);
  return [...topologySpread, ...terms];
}

/** What tells a workload from the others of its cluster: its name, and before it its tenant's where there are several. */
export function workloadKey({ namespace, name }: Pick<PodGroup, "namespace" | "name">): string {
  return namespace === "" ? name : `${namespace}/${name}`;
}
