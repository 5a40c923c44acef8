import type { PodSelector, PodTerms, Topology } from "./affinity.ts";
import type { PodGroup } from "./pod-group.ts";

/** Preferred anti-affinity of the short form has the largest weight. */
const LARGEST_WEIGHT = 100;

/** Keeps a group's own pods apart: `apartOver("hostname")` lets no two share a node. */
export function apartOver(over: Topology, isRequired = true): PodTerms {
  return isRequired
    ? { required: [{ over }], preferred: [] }
    : { required: [], preferred: [{ over, scoreWeight: LARGEST_WEIGHT }] };
}

/** A pod's labels: `app` and `workload` are its group's name where nothing else is said. */
function podLabelsOf({ name, labels }: Pick<PodGroup, "name" | "labels">): Readonly<Record<string, string>> {
  return { app: name, workload: name, ...labels };
}

/** Whether a rule of one group speaks of the pods of another, or of its own. */
export function selectsPods(group: PodGroup, { selects, matchLabelKeys = [] }: PodSelector, other: PodGroup): boolean {
  if (group.namespace !== other.namespace) return false;
  const isNamed = selects?.includes(other.name) ?? isOfSameApp(group, other);
  if (!isNamed || matchLabelKeys.length === 0) return isNamed;
  const [own, theirs] = [podLabelsOf(group), podLabelsOf(other)];
  return matchLabelKeys.every((key) => !Object.hasOwn(own, key) || own[key] === theirs[key]);
}

/** Whether pods belong to the ReplicaSet or StatefulSet of a group: its app and all its labels. */
export function isOwnedAlike(group: PodGroup, other: PodGroup): boolean {
  return (
    group.namespace === other.namespace &&
    isOfSameApp(group, other) &&
    Object.entries(group.labels).every(([key, value]) => podLabelsOf(other)[key] === value)
  );
}

/** Groups that only happen to have one name are two apps; an `app` label says that they are one. */
function isOfSameApp(a: PodGroup, b: PodGroup): boolean {
  const isLabelled = "app" in a.labels || "app" in b.labels;
  return a === b || (isLabelled && appOf(a) === appOf(b));
}

function appOf({ name, labels }: PodGroup): string {
  return labels["app"] ?? name;
}
