import { sumKnown, times } from "./compared.ts";
import { groupedBy } from "./grouped-by.ts";
import type { OtherWorkload } from "./matched-workloads.ts";

/** A workload that the catalog does not have. */
export interface WorkloadNotInCatalog {
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
  readonly podCount: number | null;
  /** Of one pod; null: not known. */
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
}

/** Workloads of a namespace that are no part of the platform. */
export interface NamespaceElsewhere {
  readonly namespace: string;
  readonly workloadCount: number;
  /** Of all pods together; null: of one of them it is not known. */
  readonly podCount: number | null;
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
  /** Components that workloads of it are called like, without being counted as them. */
  readonly likeNames: readonly string[];
}

/** What of such a workload is said. */
export function notInCatalogOf({ workload }: OtherWorkload): WorkloadNotInCatalog {
  const { namespace, name, kind, podCount, cpuMillicores, memoryBytes } = workload;
  return { namespace, name, kind, podCount, cpuMillicores, memoryBytes };
}

/** Workloads of tenants, most likely, by their namespaces. */
export function elsewhereOf(others: readonly OtherWorkload[]): readonly NamespaceElsewhere[] {
  return [...groupedBy(others, ({ workload }) => workload.namespace)].map(([namespace, all]) => {
    const workloads = all.map(({ workload }) => workload);
    return {
      namespace,
      workloadCount: new Set(workloads.map(({ kind, name }) => `${kind} ${name}`)).size,
      podCount: sumKnown(workloads.map(({ podCount }) => podCount)),
      cpuMillicores: sumKnown(workloads.map((one) => times(one.cpuMillicores, one.podCount))),
      memoryBytes: sumKnown(workloads.map((one) => times(one.memoryBytes, one.podCount))),
      likeNames: [...new Set(all.flatMap(({ likeName }) => likeName ?? []))],
    };
  });
}
