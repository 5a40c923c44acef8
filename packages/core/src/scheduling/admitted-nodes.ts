import type { PodGroup } from "../input/pod-group.ts";
import type { Node } from "./node.ts";
import { asksByName, matchesNode, preferenceFor } from "./node-affinity.ts";
import { avoidedTaintCount, untoleratedTaints } from "./taints.ts";

/** Where pods of a group may run as far as labels and taints tell, a number a node. */
export interface AdmittedNodes {
  /** Nodes that selector and required node affinity allow. */
  readonly isSelected: Uint8Array;
  /** Nodes without a taint that keeps them off. */
  readonly isTolerated: Uint8Array;
  /** Both of these. */
  readonly isAdmitted: Uint8Array;
  /** The nodes that are both, by their index, in order. */
  readonly admitted: Int32Array;
  /** null: none is to be avoided. */
  readonly avoidedTaints: Int32Array | null;
  /** Weights of preferred node affinity; null: nothing is preferred. */
  readonly preferences: Int32Array | null;
}

interface NodeFacts {
  readonly isSelected: 0 | 1;
  readonly isTolerated: 0 | 1;
  readonly avoidedCount: number;
  readonly preferenceWeight: number;
}

/** Nodes of a cluster, of which many are alike: what is admitted is made once for all groups that are admitted alike. */
export class Admissions {
  readonly #nodes: readonly Node[];
  readonly #profiles: readonly Node[];
  readonly #profileOf: Int32Array;
  readonly #known = new Map<string, AdmittedNodes>();

  /**
   * @param profiles one node of each kind that labels, taints and zone set apart
   * @param profileOf each node's kind
   */
  constructor(nodes: readonly Node[], profiles: readonly Node[], profileOf: Int32Array) {
    this.#nodes = nodes;
    this.#profiles = profiles;
    this.#profileOf = profileOf;
  }

  /** Shared between groups: nobody may write to it. */
  of(group: PodGroup): AdmittedNodes {
    if (asksByName(group)) return this.#made(this.#nodes.map((node) => factsOf(group, node)));
    const facts = this.#profiles.map((node) => factsOf(group, node));
    const key = facts
      .map((one) => `${one.isSelected} ${one.isTolerated} ${one.avoidedCount} ${one.preferenceWeight}`)
      .join();
    const known = this.#known.get(key) ?? this.#made(Array.from(this.#profileOf, (at) => facts[at] as NodeFacts));
    this.#known.set(key, known);
    return known;
  }

  #made(facts: readonly NodeFacts[]): AdmittedNodes {
    return {
      isSelected: Uint8Array.from(facts, ({ isSelected }) => isSelected),
      isTolerated: Uint8Array.from(facts, ({ isTolerated }) => isTolerated),
      isAdmitted: Uint8Array.from(facts, ({ isSelected, isTolerated }) => isSelected && isTolerated),
      admitted: Int32Array.from(
        facts.flatMap(({ isSelected, isTolerated }, node) => (isSelected && isTolerated ? [node] : [])),
      ),
      avoidedTaints: orNull(facts.map(({ avoidedCount }) => avoidedCount)),
      preferences: orNull(facts.map(({ preferenceWeight }) => preferenceWeight)),
    };
  }
}

function factsOf(group: PodGroup, node: Node): NodeFacts {
  return {
    isSelected: matchesNode(group, node) ? 1 : 0,
    isTolerated: untoleratedTaints(group, node).length === 0 ? 1 : 0,
    avoidedCount: avoidedTaintCount(group, node),
    preferenceWeight: preferenceFor(group, node),
  };
}

function orNull(weights: readonly number[]): Int32Array | null {
  return weights.some((weight) => weight > 0) ? Int32Array.from(weights) : null;
}
