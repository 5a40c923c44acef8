import type { NodeExpression, NodeTerm } from "../input/affinity.ts";
import type { PodGroup } from "../input/pod-group.ts";
import { HOSTNAME_LABEL, labelOf, type Node } from "./node.ts";

/** Whether a group's selector and required node affinity allow a node. Terms are alternatives; all of one must hold. */
export function matchesNode({ nodeSelector, nodeAffinity }: PodGroup, node: Node): boolean {
  return (
    Object.entries(nodeSelector).every(([key, value]) => labelOf(node, key) === value) &&
    (nodeAffinity === null ||
      nodeAffinity.required.length === 0 ||
      nodeAffinity.required.some((term) => matchesTerm(term, node)))
  );
}

/** The weights of the preferred terms that a node meets, together. */
export function preferenceFor({ nodeAffinity }: PodGroup, node: Node): number {
  return (nodeAffinity?.preferred ?? []).reduce(
    (sum, term) => sum + (matchesTerm(term, node) ? term.scoreWeight : 0),
    0,
  );
}

/** Labels that decide on which nodes a group may run. */
export function labelsAsked({ nodeSelector, nodeAffinity }: PodGroup): readonly string[] {
  const terms = [...(nodeAffinity?.required ?? []), ...(nodeAffinity?.preferred ?? [])];
  return [
    ...Object.keys(nodeSelector),
    ...terms.flatMap(({ matchExpressions }) => matchExpressions.map(({ key }) => key)),
  ];
}

/** Whether nodes alike in everything but their name are different for a group. */
export function asksByName(group: PodGroup): boolean {
  return labelsAsked(group).includes(HOSTNAME_LABEL);
}

/** A term without expressions matches no node, as in Kubernetes. */
function matchesTerm({ matchExpressions }: NodeTerm, node: Node): boolean {
  return matchExpressions.length > 0 && matchExpressions.every((expression) => holds(expression, node));
}

/** @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#operators */
function holds({ key, operator, values = [] }: NodeExpression, node: Node): boolean {
  const value = labelOf(node, key);
  switch (operator) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    case "Gt":
      return isOrdered(values[0], value);
    case "Lt":
      return isOrdered(value, values[0]);
  }
}

const WHOLE_NUMBER = /^[+-]?\d+$/;

function isOrdered(less: string | undefined, more: string | undefined): boolean {
  if (less === undefined || more === undefined) return false;
  return WHOLE_NUMBER.test(less) && WHOLE_NUMBER.test(more) && BigInt(less) < BigInt(more);
}
