import type { PodGroup } from "../input/pod-group.ts";
import { type ClusterState, type PodSize, podSizeOf } from "./cluster-state.ts";
import type { Node } from "./node.ts";
import { asksByName, matchesNode, preferenceFor } from "./node-affinity.ts";
import { type PodRules, type RuledGroup, rulesOf } from "./pod-rules.ts";
import { resourceScore, type SchedulerTraits } from "./resource-score.ts";
import { avoidedTaintCount, untoleratedTaints } from "./taints.ts";

interface NodeFacts {
  readonly isSelected: 0 | 1;
  readonly isTolerated: 0 | 1;
  readonly avoidedCount: number;
  readonly preferenceWeight: number;
}

function factsOf(group: PodGroup, node: Node): NodeFacts {
  return {
    isSelected: matchesNode(group, node) ? 1 : 0,
    isTolerated: untoleratedTaints(group, node).length === 0 ? 1 : 0,
    avoidedCount: avoidedTaintCount(group, node),
    preferenceWeight: preferenceFor(group, node),
  };
}

/** A group on a cluster: where it may run at all, and where its own pods are. */
export class GroupState implements RuledGroup {
  readonly group: PodGroup;
  readonly size: PodSize;
  /** Nodes that selector and required node affinity allow. */
  readonly isSelected: Uint8Array;
  /** Nodes without a taint that keeps it off. */
  readonly isTolerated: Uint8Array;
  /** Both of these. */
  readonly isAdmitted: Uint8Array;
  readonly avoidedTaints: Int32Array | null;
  /** Weights of preferred node affinity. */
  readonly preferences: Int32Array | null;
  readonly ownOnNode: Int32Array;
  /** Nodes that would take one more pod as far as room, selector and taints go; and what they score by resources. */
  readonly isOpen: Uint8Array;
  readonly scores: Int32Array;
  /** Made anew where other groups come or go. */
  rules: PodRules;
  #epoch = -1;
  #seenCount = 0;

  constructor(group: PodGroup, state: ClusterState) {
    const { nodes } = state;
    this.group = group;
    this.size = podSizeOf(group.requests, state.extendedNames);
    const isByName = asksByName(group);
    const facts = (isByName ? nodes : state.profiles).map((node) => factsOf(group, node));
    const factsAt = (node: number) => facts[isByName ? node : (state.profileOf[node] as number)] as NodeFacts;
    const count = nodes.length;
    this.isSelected = new Uint8Array(count);
    this.isTolerated = new Uint8Array(count);
    this.isAdmitted = new Uint8Array(count);
    this.avoidedTaints = facts.some(({ avoidedCount }) => avoidedCount > 0) ? new Int32Array(count) : null;
    this.preferences = facts.some(({ preferenceWeight }) => preferenceWeight > 0) ? new Int32Array(count) : null;
    for (let node = 0; node < count; node += 1) {
      const { isSelected, isTolerated, avoidedCount, preferenceWeight } = factsAt(node);
      this.isSelected[node] = isSelected;
      this.isTolerated[node] = isTolerated;
      this.isAdmitted[node] = isSelected && isTolerated;
      if (this.avoidedTaints !== null) this.avoidedTaints[node] = avoidedCount;
      if (this.preferences !== null) this.preferences[node] = preferenceWeight;
    }
    this.ownOnNode = new Int32Array(count);
    this.isOpen = new Uint8Array(count);
    this.scores = new Int32Array(count);
    this.rules = rulesOf(this, [this], state.zoneOf);
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
