import type { ExtendedResources } from "../base/extended-resources.ts";
import type { Taint } from "../input/pod-group.ts";

/** The label with the name of a node. */
export const HOSTNAME_LABEL = "kubernetes.io/hostname";
/** The label with the failure domain of a node. */
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
  /** What keeps pods away that do not tolerate it. */
  readonly taints: readonly Taint[];
}

/** A label's value on a node, hostname and zone included: `labelOf(node, ZONE_LABEL)`; undefined: it has none. */
export function labelOf(node: Node, key: string): string | undefined {
  if (key === HOSTNAME_LABEL) return node.labels[key] ?? node.name;
  if (key === ZONE_LABEL) return node.zone ?? undefined;
  return Object.hasOwn(node.labels, key) ? node.labels[key] : undefined;
}
