import type { PodGroup, TopologySpread } from "../input/pod-group.ts";
import { type ClusterState, type PodSize, podSizeOf } from "./cluster-state.ts";
import { HOSTNAME_LABEL, type Node } from "./node.ts";
import { resourceScore, type SchedulerTraits } from "./resource-score.ts";
import { avoidedTaintCount, matchesSelector, untoleratedTaints } from "./taints.ts";

/**
 * The spreading that kube-scheduler adds by itself to pods of Deployments and StatefulSets.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#internal-default-constraints
 */
const DEFAULT_SPREAD: readonly TopologySpread[] = [
  { over: "hostname", maxSkewCount: 3, isHard: false },
  { over: "zone", maxSkewCount: 5, isHard: false },
];

interface NodeFacts {
  readonly isAdmitted: 0 | 1;
  readonly isHardDomain: 0 | 1;
  readonly isSoftDomain: 0 | 1;
  readonly avoidedCount: number;
}

function factsOf(group: PodGroup, node: Node, hardNeedsZone: boolean, softNeedsZone: boolean): NodeFacts {
  const isSelected = matchesSelector(group, node);
  const hasZone = node.zone !== null;
  return {
    isAdmitted: isSelected && untoleratedTaints(group, node).length === 0 ? 1 : 0,
    isHardDomain: isSelected && (hasZone || !hardNeedsZone) ? 1 : 0,
    isSoftDomain: isSelected && (hasZone || !softNeedsZone) ? 1 : 0,
    avoidedCount: avoidedTaintCount(group, node),
  };
}

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
  /** Nodes that would take one more pod as far as room, selector and taints go; and what they score by resources. */
  readonly isOpen: Uint8Array;
  readonly scores: Int32Array;
  #epoch = -1;
  #seenCount = 0;

  constructor(group: PodGroup, state: ClusterState) {
    const { nodes } = state;
    this.group = group;
    this.size = podSizeOf(group.requests);
    this.hard = group.topologySpread.filter(({ isHard }) => isHard);
    const isDefault = isSpreadByDefault(group);
    this.soft = isDefault ? DEFAULT_SPREAD : group.topologySpread.filter(({ isHard }) => !isHard);
    this.softNeedsAllKeys = !isDefault;
    const hardNeedsZone = this.hard.some(({ over }) => over === "zone");
    const softNeedsZone = this.softNeedsAllKeys && this.soft.some(({ over }) => over === "zone");
    const isByName = Object.hasOwn(group.nodeSelector, HOSTNAME_LABEL);
    const facts = (isByName ? nodes : state.profiles).map((node) => factsOf(group, node, hardNeedsZone, softNeedsZone));
    const factsAt = (node: number) => facts[isByName ? node : (state.profileOf[node] as number)] as NodeFacts;
    const count = nodes.length;
    this.isAdmitted = new Uint8Array(count);
    this.isHardDomain = new Uint8Array(count);
    this.isSoftDomain = new Uint8Array(count);
    const avoids = facts.some(({ avoidedCount }) => avoidedCount > 0);
    this.avoidedTaints = avoids ? new Int32Array(count) : null;
    for (let node = 0; node < count; node += 1) {
      const { isAdmitted, isHardDomain, isSoftDomain, avoidedCount } = factsAt(node);
      this.isAdmitted[node] = isAdmitted;
      this.isHardDomain[node] = isHardDomain;
      this.isSoftDomain[node] = isSoftDomain;
      if (this.avoidedTaints !== null) this.avoidedTaints[node] = avoidedCount;
    }
    this.ownOnNode = new Int32Array(count);
    this.isOpen = new Uint8Array(count);
    this.scores = new Int32Array(count);
  }

  /** Brings what is known of the nodes up to date: those changed since the last time, or all where these are fewer. */
  refresh(state: ClusterState, traits: SchedulerTraits): void {
    const { changes, changeCount, epoch } = state;
    if (this.#epoch === epoch && changeCount - this.#seenCount <= this.isOpen.length) {
      for (let at = this.#seenCount; at < changeCount; at += 1) this.#look(state, traits, changes[at] as number);
    } else {
      for (let node = 0; node < this.isOpen.length; node += 1) this.#look(state, traits, node);
    }
    this.#epoch = epoch;
    this.#seenCount = changeCount;
  }

  #look(state: ClusterState, traits: SchedulerTraits, node: number): void {
    const isOpen = this.isAdmitted[node] === 1 && state.isAlive[node] === 1 && state.hasRoom(node, this.size);
    this.isOpen[node] = isOpen ? 1 : 0;
    if (isOpen) this.scores[node] = resourceScore(state, this.size, traits, node);
  }
}

/** Whether the pods belong to a controller for which the scheduler spreads softly by default. */
function isSpreadByDefault({ kind, topologySpread }: PodGroup): boolean {
  return topologySpread.length === 0 && (kind === "Deployment" || kind === "StatefulSet");
}
