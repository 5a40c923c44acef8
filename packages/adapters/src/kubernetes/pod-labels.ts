import { HOSTNAME_LABEL, type PodGroup, type PodSelector, type Topology, ZONE_LABEL } from "@nkp-planner/core";
import { dnsLabels, LONGEST_WORKLOAD_NAME } from "./names.ts";

/** By which a rule finds the pods of the groups that it names. */
const WORKLOAD_LABEL = "workload";

const TOPOLOGY_KEYS: Readonly<Record<Topology, string>> = { hostname: HOSTNAME_LABEL, zone: ZONE_LABEL };

export function topologyKeyOf(over: Topology): string {
  return TOPOLOGY_KEYS[over];
}

/** What the groups of a cluster are called in its files, where all of them share one namespace. */
export interface NamesInCluster {
  readonly groups: readonly PodGroup[];
  /** By the order of the groups. */
  readonly names: readonly string[];
  /** Whether some rule names other groups, so that pods must carry their group's name. */
  readonly isSelected: boolean;
}

export function namesInCluster(groups: readonly PodGroup[]): NamesInCluster {
  const names = dnsLabels(
    groups.map(({ name }) => name),
    { word: "pods", longest: LONGEST_WORKLOAD_NAME },
  );
  return { groups, names, isSelected: groups.some((group) => rulesOf(group).some(({ selects }) => selects)) };
}

export function nameOf(group: PodGroup, { groups, names }: NamesInCluster): string {
  return names[groups.indexOf(group)] ?? "";
}

/** The labels by which a group's owner finds its pods. */
export function ownedLabels(group: PodGroup, names: NamesInCluster): Readonly<Record<string, string>> {
  return { ...group.labels, app: appOf(group, names) };
}

export function podLabels(group: PodGroup, names: NamesInCluster): Readonly<Record<string, string>> {
  const named = names.isSelected ? { [WORKLOAD_LABEL]: nameOf(group, names) } : {};
  return { ...ownedLabels(group, names), ...named };
}

/** Selects the pods that a rule of a group speaks of. */
export function selectorObject({ selects }: PodSelector, group: PodGroup, names: NamesInCluster): object {
  if (selects === undefined) return { matchLabels: { app: appOf(group, names) } };
  const values = names.groups.flatMap((other, index) =>
    other.namespace === group.namespace && selects.includes(other.name) ? (names.names[index] ?? []) : [],
  );
  // No group's name has a dot: it stands for pods that are not there.
  const absent = `${nameOf(group, names)}.absent`;
  return {
    matchExpressions: [{ key: WORKLOAD_LABEL, operator: "In", values: values.length === 0 ? [absent] : values }],
  };
}

/** An app that groups share is no other namespace's app of the same name. */
function appOf(group: PodGroup, names: NamesInCluster): string {
  const shared = group.labels["app"];
  if (shared === undefined) return nameOf(group, names);
  const [name] = dnsLabels([`${group.namespace} ${shared}`], { word: "app", longest: LONGEST_WORKLOAD_NAME });
  return name ?? "";
}

function rulesOf({ topologySpread, podAffinity, podAntiAffinity }: PodGroup): readonly PodSelector[] {
  const terms = [podAffinity, podAntiAffinity].flatMap((one) => [...(one?.required ?? []), ...(one?.preferred ?? [])]);
  return [...topologySpread, ...terms];
}
