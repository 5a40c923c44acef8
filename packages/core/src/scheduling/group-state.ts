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
  readonly admitted: AdmittedNodes["admitted"];
  readonly avoidedTaints: AdmittedNodes["avoidedTaints"];
  readonly preferences: AdmittedNodes["preferences"];
  readonly ownOnNode: Int32Array;
  /**
   * What nodes score by resources that would take one more pod as far as room, selector and taints go; others: NOT_OPEN.
   * Of nodes that are not admitted it says nothing.
   */
  readonly scores: Int32Array;
  #rules: PodRules | null = null;
  /** Of which version of a node its score is. */
  readonly #seen: Int32Array;

  /** @param rows where its pods by node, its scores and what these are of are kept: zeros, one a node */
  constructor(
    group: PodGroup,
    state: ClusterState,
    rows: { readonly ownOnNode: Int32Array; readonly scores: Int32Array; readonly seen: Int32Array },
  ) {
    this.group = group;
    this.size = podSizeOf(group.requests, state.extendedNames);
    const { isSelected, isTolerated, isAdmitted, admitted, avoidedTaints, preferences } = state.admissions.of(group);
    this.isSelected = isSelected;
    this.isTolerated = isTolerated;
    this.isAdmitted = isAdmitted;
    this.admitted = admitted;
    this.avoidedTaints = avoidedTaints;
    this.preferences = preferences;
    this.ownOnNode = rows.ownOnNode;
    this.scores = rows.scores;
    this.#seen = rows.seen;
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

  /** Brings what is known of the nodes up to date: of those that are not what they were. */
  refresh(state: ClusterState, traits: SchedulerTraits): void {
    const { versions } = state;
    for (let at = 0; at < this.admitted.length; at += 1) {
      const node = this.admitted[at] as number;
      if (this.#seen[node] === versions[node]) continue;
      this.#seen[node] = versions[node] as number;
      const isOpen = state.isAlive[node] === 1 && state.hasRoom(node, this.size);
      this.scores[node] = isOpen ? resourceScore(state, this.size, traits, node) : NOT_OPEN;
    }
  }
}
