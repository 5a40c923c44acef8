import type { NodeAffinity, NodeTerm, PodGroup, PodTerm, PodTerms } from "@nkp-planner/core";
import { type NamesInCluster, selectorObject, topologyKeyOf } from "./pod-labels.ts";

/** A group's affinity as a pod's specification has it; null: none. */
export function affinityObject(group: PodGroup, names: NamesInCluster): object | null {
  const { nodeAffinity, podAffinity, podAntiAffinity } = group;
  const termsObject = (terms: PodTerms) => podTermsObject(terms, (term) => podTermObject(term, group, names));
  const affinity = {
    ...(nodeAffinity === null ? {} : { nodeAffinity: nodeAffinityObject(nodeAffinity) }),
    ...(podAffinity === null ? {} : { podAffinity: termsObject(podAffinity) }),
    ...(podAntiAffinity === null ? {} : { podAntiAffinity: termsObject(podAntiAffinity) }),
  };
  return Object.keys(affinity).length === 0 ? null : affinity;
}

function podTermsObject({ required, preferred }: PodTerms, objectOf: (term: PodTerm) => object): object {
  return {
    ...(required.length === 0 ? {} : { requiredDuringSchedulingIgnoredDuringExecution: required.map(objectOf) }),
    ...(preferred.length === 0
      ? {}
      : {
          preferredDuringSchedulingIgnoredDuringExecution: preferred.map((term) => ({
            weight: term.scoreWeight,
            podAffinityTerm: objectOf(term),
          })),
        }),
  };
}

function podTermObject(term: PodTerm, group: PodGroup, names: NamesInCluster): object {
  const { over, matchLabelKeys } = term;
  return {
    labelSelector: selectorObject(term, group, names),
    topologyKey: topologyKeyOf(over),
    ...(matchLabelKeys === undefined ? {} : { matchLabelKeys }),
  };
}

function nodeAffinityObject({ required, preferred }: NodeAffinity): object {
  const termObject = ({ matchExpressions }: NodeTerm) => ({ matchExpressions });
  return {
    ...(required.length === 0
      ? {}
      : { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: required.map(termObject) } }),
    ...(preferred.length === 0
      ? {}
      : {
          preferredDuringSchedulingIgnoredDuringExecution: preferred.map(({ scoreWeight: weight, ...term }) => ({
            weight,
            preference: termObject(term),
          })),
        }),
  };
}
