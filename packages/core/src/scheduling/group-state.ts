import type { PodGroup } from "../input/pod-group.ts";
import type { AdmittedNodes } from "./admitted-nodes.ts";
import { type ClusterState, type PodSize, podSizeOf } from "./cluster-state.ts";
import { type PodRules, type RuledGroup, rulesOf } from "./pod-rules.ts";
import { resourceScore, type SchedulerTraits } from "./resource-score.ts";

/** Stands where a score would be on a node that takes no pod of the group. */
export const NOT_OPEN = -1;

/** A group on a cluster: where it may run at all, and where its own pods are. */
export class GroupState implements RuledGroup {
  readonly group: PodGroup;
  readonly size: PodSize;
  readonly isSelected: AdmittedNodes["isSelected"];
  readonly isTolerated: AdmittedNodes["isTolerated"];
  readonly isAdmitted: AdmittedNodes["isAdmitted"];
  readonly avoidedTaints: AdmittedNodes["avoidedTaints"];
  readonly preferences: AdmittedNodes["preferences"];
  readonly ownOnNode: Int32Array;
  /** What nodes score by resources that would take one more pod as far as room, selector and taints go; others: NOT_OPEN. */
  readonly scores: Int32Array;
  #rules: PodRules | null = null;
  #epoch = -1;
  #seenCount = 0;

  /** @param rows where its pods by node, and its scores, are kept: zeros, one a node */
  constructor(
    group: PodGroup,
    state: ClusterState,
    rows: { readonly ownOnNode: Int32Array; readonly scores: Int32Array },
  ) {
    this.group = group;
    this.size = podSizeOf(group.requests, state.extendedNames);
    const { isSelected, isTolerated, isAdmitted, avoidedTaints, preferences } = state.admissions.of(group);
    this.isSelected = isSelected;
    this.isTolerated = isTolerated;
    this.isAdmitted = isAdmitted;
    this.avoidedTaints = avoidedTaints;
    this.preferences = preferences;
    this.ownOnNode = rows.ownOnNode;
    this.scores = rows.scores;
  }

  /** Its rules among the groups that it was told of last. */
  get rules(): PodRules {
    if (this.#rules === null) throw new Error(`${this.group.name} was not told which groups there are.`);
    return this.#rules;
  }

  /** Tells it which groups there are, where others come or go: itself alone where no group's rules speak of others. */
  relate(all: readonly RuledGroup[] | null, zoneOf: Int32Array): void {
    if (all === null && this.#rules !== null) return;
    this.#rules = rulesOf(this, all ?? [this], zoneOf);
  }

  /** Brings what is known of the nodes up to date: those changed since the last time, or all where these are fewer. */
  refresh(state: ClusterState, traits: SchedulerTraits): void {
    const { changes, changeCount, epoch } = state;
    if (this.#epoch === epoch && changeCount - this.#seenCount <= this.scores.length) {
      for (let at = this.#seenCount; at < changeCount; at += 1) this.#look(state, traits, changes[at] as number);
    } else {
      for (let node = 0; node < this.scores.length; node += 1) this.#look(state, traits, node);
    }
    this.#epoch = epoch;
    this.#seenCount = changeCount;
  }

  #look(state: ClusterState, traits: SchedulerTraits, node: number): void {
    const isOpen = this.isAdmitted[node] === 1 && state.isAlive[node] === 1 && state.hasRoom(node, this.size);
    this.scores[node] = isOpen ? resourceScore(state, this.size, traits, node) : NOT_OPEN;
  }
}
