import type { ExtendedResources } from "../base/extended-resources.ts";
import type { Taint } from "../input/pod-group.ts";

export const HOSTNAME_LABEL = "kubernetes.io/hostname";
export const ZONE_LABEL = "topology.kubernetes.io/zone";

/** What a node offers to pods: capacity less what the kubelet keeps. */
export interface Allocatable {
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly podCount: number;
  /** Left out: none is offered. */
  readonly ephemeralStorageBytes?: number;
  /** Whole numbers of extended resources such as `nvidia.com/gpu`; left out: none. */
  readonly extended?: ExtendedResources;
}

/** A node as the scheduler sees it. */
export interface Node {
  readonly name: string;
  readonly allocatable: Allocatable;
  /** Failure domain; null: the node carries no zone label. */
  readonly zone: string | null;
  /** Beside hostname and zone, which come from the fields above. */
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

/** A label's value on a node, hostname and zone included. */
export function labelOf(node: Node, key: string): string | undefined {
  if (key === HOSTNAME_LABEL) return node.labels[key] ?? node.name;
  if (key === ZONE_LABEL) return node.zone ?? undefined;
  return Object.hasOwn(node.labels, key) ? node.labels[key] : undefined;
}
