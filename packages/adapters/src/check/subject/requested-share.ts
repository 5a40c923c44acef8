import { type Allocatable, isAdmitted, type Node, type PodGroup } from "@nkp-planner/core";
import type { PlannedPoolOfFile } from "./planned-pools.ts";

/** What pods of today ask for of what the declared nodes of a pool have for them: 0.75 is three quarters. */
export interface RequestedShare {
  readonly cpuRatio: number;
  readonly memoryRatio: number;
}

/** null: which nodes there are is not known, or there are none. */
export function requestedShare({ cluster, planned, pool }: PlannedPoolOfFile): RequestedShare | null {
  const names = new Set(pool.declared.flatMap(({ name }) => name));
  const nodes = cluster.nodes?.nodes.filter(({ name }) => names.has(name.replace(/-\d+$/, ""))) ?? [];
  if (nodes.length === 0) return null;
  const own = planned.podGroups.filter(
    ({ isReserve, kind, poolName }) =>
      isReserve !== true &&
      (kind === "DaemonSet" || poolName === pool.planned.name || (poolName === null && pool.planned.isMain)),
  );
  const ratioOf = (key: "cpuMillicores" | "memoryBytes") =>
    sumOf(own.map((group) => podCountOn(nodes, group) * (group.requests[key] ?? 0))) /
    sumOf(nodes.map(({ allocatable }: { readonly allocatable: Allocatable }) => allocatable[key]));
  return { cpuRatio: ratioOf("cpuMillicores"), memoryRatio: ratioOf("memoryBytes") };
}

/** A DaemonSet has a pod on every node that it may run on; other pods may run on some of them, or are elsewhere. */
function podCountOn(nodes: readonly Node[], group: PodGroup): number {
  const count = nodes.filter((node) => isAdmitted(group, node)).length;
  return group.kind === "DaemonSet" ? count : count === 0 ? 0 : group.replicas;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}
