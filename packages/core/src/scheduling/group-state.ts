import { type ClusterState, isSpreadByDefault, type PodSize, podSizeOf } from "./cluster-state.ts";
import type { PodGroup, TopologySpread } from "./pod-group.ts";
import { avoidedTaintCount, matchesSelector, untoleratedTaints } from "./taints.ts";

/**
 * The spreading that kube-scheduler adds by itself to pods of Deployments and StatefulSets.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#internal-default-constraints
 */
const DEFAULT_SPREAD: readonly TopologySpread[] = [
  { over: "hostname", maxSkewCount: 3, isHard: false },
  { over: "zone", maxSkewCount: 5, isHard: false },
];

/** A group on a cluster: where it may run at all, and where its own pods are. */
export class GroupState {
  readonly group: PodGroup;
  readonly size: PodSize;
  /** Nodes that selector and taints allow. */
  readonly isAdmitted: Uint8Array;
  /** Nodes that count as domains of hard spreads: the selector matches and all their keys are there. */
  readonly isHardDomain: Uint8Array;
  /** The same for soft spreads. */
  readonly isSoftDomain: Uint8Array;
  readonly avoidedTaints: Int32Array | null;
  readonly hard: readonly TopologySpread[];
  readonly soft: readonly TopologySpread[];
  /** Soft spreads of the pod's own need every key on a node; the default ones take what is there. */
  readonly softNeedsAllKeys: boolean;
  readonly ownOnNode: Int32Array;
  readonly scores: Int32Array;
  readonly scoredVersion: Int32Array;

  constructor(group: PodGroup, state: ClusterState) {
    const { nodes, zoneOf } = state;
    this.group = group;
    this.size = podSizeOf(group.requests);
    this.hard = group.topologySpread.filter(({ isHard }) => isHard);
    const isDefault = isSpreadByDefault(group);
    this.soft = isDefault ? DEFAULT_SPREAD : group.topologySpread.filter(({ isHard }) => !isHard);
    this.softNeedsAllKeys = !isDefault;
    const selected = Uint8Array.from(nodes, (node) => (matchesSelector(group, node) ? 1 : 0));
    const hardNeedsZone = this.hard.some(({ over }) => over === "zone");
    const softNeedsZone = this.softNeedsAllKeys && this.soft.some(({ over }) => over === "zone");
    this.isAdmitted = selected.map((is, index) =>
      is === 1 && untoleratedTaints(group, nodes[index] as (typeof nodes)[number]).length === 0 ? 1 : 0,
    );
    this.isHardDomain = selected.map((is, index) => (is === 1 && !(hardNeedsZone && zoneOf[index] === -1) ? 1 : 0));
    this.isSoftDomain = selected.map((is, index) => (is === 1 && !(softNeedsZone && zoneOf[index] === -1) ? 1 : 0));
    const avoided = Int32Array.from(nodes, (node) => avoidedTaintCount(group, node));
    this.avoidedTaints = avoided.some((count) => count > 0) ? avoided : null;
    this.ownOnNode = new Int32Array(nodes.length);
    this.scores = new Int32Array(nodes.length);
    this.scoredVersion = new Int32Array(nodes.length).fill(-1);
  }
}
