import type { PodSelector, PodTerm, Topology, TopologySpread } from "../input/affinity.ts";
import type { PodGroup } from "../input/pod-group.ts";
import { isOwnedAlike, selectsPods } from "../input/pod-terms.ts";

/** What rules need to know of a group: on which nodes its pods are, and which nodes it selects and tolerates. */
export interface RuledGroup {
  readonly group: PodGroup;
  readonly ownOnNode: Int32Array;
  readonly isSelected: Uint8Array;
  readonly isTolerated: Uint8Array;
}

/** Pods that a rule counts, by node, a list a group; domain by domain of a topology. */
export interface CountedPods {
  readonly over: Topology;
  readonly counted: readonly Int32Array[];
}

export interface SpreadRule extends CountedPods {
  readonly maxSkewCount: number;
  readonly minDomainCount: number;
  /** 1: the pod that comes is one of those counted. */
  readonly selfCount: 0 | 1;
  /** Nodes that make up the domains. */
  readonly isDomain: Uint8Array;
}

export interface DrawnTo extends CountedPods {
  /** Below 0: drawn away. */
  readonly scoreWeight: number;
}

export interface ClosedBy extends CountedPods {
  /** Whether it is the rule of pods that are there, and not of the one that comes. */
  readonly isOfOthers: boolean;
}

/** All that one more pod of a group has to look at beside the nodes themselves. */
export interface PodRules {
  readonly hard: readonly SpreadRule[];
  readonly soft: readonly SpreadRule[];
  /** Soft spreads of the pod's own need every key on a node; the default ones take what is there. */
  readonly softNeedsAllKeys: boolean;
  /** Domains with such a pod are closed: by the group's own anti-affinity, or by that of pods that are there. */
  readonly closedBy: readonly ClosedBy[];
  /** Domains without such a pod are closed, each of these by itself; null: none is needed. */
  readonly needs: { readonly terms: readonly CountedPods[]; readonly mayBeFirst: boolean } | null;
  readonly drawnTo: readonly DrawnTo[];
  /** Whether nothing but room, and no more than one pod of the group on a node, decides where its pods may run. */
  readonly isSimple: boolean;
}

/**
 * The spreading that kube-scheduler adds by itself to pods of Deployments and StatefulSets.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#internal-default-constraints
 */
const DEFAULT_SPREAD: readonly TopologySpread[] = [
  { over: "hostname", maxSkewCount: 3, isHard: false },
  { over: "zone", maxSkewCount: 5, isHard: false },
];

/** What the required affinity of pods that are there weighs for pods that it selects. */
const HARD_AFFINITY_WEIGHT = 1;

/** Whether a group is spread by default, and only its own pods count. */
export function isDefaultOfOwn({ soft, softNeedsAllKeys }: Pick<PodRules, "soft" | "softNeedsAllKeys">): boolean {
  return !softNeedsAllKeys && soft[0]?.counted.length === 1;
}

/** Whether a group's rules may speak of other groups, or other groups' rules of it beyond its name. */
export function isRelated({ podAffinity, podAntiAffinity, labels, topologySpread }: PodGroup): boolean {
  return (
    podAffinity !== null ||
    podAntiAffinity !== null ||
    Object.keys(labels).length > 0 ||
    topologySpread.some(({ selects }) => selects !== undefined)
  );
}

/**
 * The rules of one group among all groups that are scheduled together.
 * @param zoneOf index of each node's zone; -1 where it has none
 */
export function rulesOf(own: RuledGroup, all: readonly RuledGroup[], zoneOf: Int32Array): PodRules {
  const { group } = own;
  const isDefault = isSpreadByDefault(group);
  const hard = group.topologySpread.filter(({ isHard }) => isHard);
  const soft = isDefault ? DEFAULT_SPREAD : group.topologySpread.filter(({ isHard }) => !isHard);
  const counted = (matches: (other: PodGroup) => boolean) =>
    all.filter((other) => matches(other.group)).map(({ ownOnNode }) => ownOnNode);
  const spreadRule = (spreads: readonly TopologySpread[], needsAllKeys: boolean) => (spread: TopologySpread) => {
    const isCounted = (other: PodGroup) => (isDefault ? isOwnedAlike(group, other) : selectsPods(group, spread, other));
    const needsZone = needsAllKeys && spreads.some(({ over }) => over === "zone");
    return {
      over: spread.over,
      maxSkewCount: spread.maxSkewCount,
      minDomainCount: spread.minDomainCount ?? 1,
      counted: counted(isCounted),
      selfCount: isCounted(group) ? (1 as const) : (0 as const),
      isDomain: domainsOf(own, spread, needsZone ? zoneOf : null),
    };
  };
  const closedBy = closing(own, all, counted);
  const needs = needed(own, counted);
  const hardRules = hard.map(spreadRule(hard, true));
  const isApartByHost = ({ over, counted: [first, ...others] }: CountedPods) =>
    over === "hostname" && first === own.ownOnNode && others.length === 0;
  return {
    hard: hardRules,
    soft: soft.map(spreadRule(soft, !isDefault)),
    softNeedsAllKeys: !isDefault,
    closedBy,
    needs,
    drawnTo: drawing(own, all, counted),
    isSimple: hardRules.length === 0 && needs === null && closedBy.every(isApartByHost),
  };
}

type Counting = (matches: (other: PodGroup) => boolean) => readonly Int32Array[];

const isThere = ({ counted }: CountedPods) => counted.length > 0;

function closing({ group }: RuledGroup, all: readonly RuledGroup[], counted: Counting): readonly ClosedBy[] {
  const own = (group.podAntiAffinity?.required ?? []).map((term) => ({
    over: term.over,
    isOfOthers: false,
    counted: counted((other) => selectsPods(group, term, other)),
  }));
  const theirs = all.flatMap((other) =>
    (other.group.podAntiAffinity?.required ?? [])
      // Its own pods are closed to it by its own term.
      .filter((term) => other.group !== group && selectsPods(other.group, term, group))
      .map(({ over }) => ({ over, isOfOthers: true, counted: [other.ownOnNode] })),
  );
  // Written first, so that its own reasons stand.
  return [...theirs, ...own].filter(isThere);
}

/** Only pods that all terms select count, in the topology of each term. */
function needed({ group }: RuledGroup, counted: Counting): PodRules["needs"] {
  const terms = group.podAffinity?.required ?? [];
  if (terms.length === 0) return null;
  const isSelected = (other: PodGroup) => terms.every((term) => selectsPods(group, term, other));
  return {
    terms: terms.map(({ over }) => ({ over, counted: counted(isSelected) })),
    mayBeFirst: isSelected(group),
  };
}

function drawing({ group }: RuledGroup, all: readonly RuledGroup[], counted: Counting): readonly DrawnTo[] {
  const signed = [
    [group.podAffinity?.preferred ?? [], 1],
    [group.podAntiAffinity?.preferred ?? [], -1],
  ] as const;
  const own = signed.flatMap(([terms, sign]) =>
    terms.map((term) => ({
      over: term.over,
      scoreWeight: sign * term.scoreWeight,
      counted: counted((other) => selectsPods(group, term, other)),
    })),
  );
  const theirs = all.flatMap(({ group: other, ownOnNode }) =>
    weightedTerms(other)
      .filter(({ term }) => selectsPods(other, term, group))
      .map(({ term: { over }, scoreWeight }) => ({ over, scoreWeight, counted: [ownOnNode] })),
  );
  return [...own, ...theirs].filter(isThere);
}

/** Terms of pods that are there by which they draw others to them, or away. */
function weightedTerms({ podAffinity, podAntiAffinity }: PodGroup): readonly { term: PodTerm; scoreWeight: number }[] {
  return [
    ...(podAffinity?.required ?? []).map((term) => ({ term, scoreWeight: HARD_AFFINITY_WEIGHT })),
    ...(podAffinity?.preferred ?? []).map((term) => ({ term, scoreWeight: term.scoreWeight })),
    ...(podAntiAffinity?.preferred ?? []).map((term) => ({ term, scoreWeight: -term.scoreWeight })),
  ];
}

/** @param zoneOf null: nodes without a zone are domains as well */
function domainsOf(
  { isSelected, isTolerated }: RuledGroup,
  { nodeAffinityPolicy = "Honor", nodeTaintsPolicy = "Ignore" }: TopologySpread,
  zoneOf: Int32Array | null,
): Uint8Array {
  if (nodeAffinityPolicy === "Honor" && nodeTaintsPolicy === "Ignore" && zoneOf === null) return isSelected;
  return isSelected.map((selected, node) => {
    const isIn =
      (nodeAffinityPolicy === "Ignore" || selected === 1) &&
      (nodeTaintsPolicy === "Ignore" || isTolerated[node] === 1) &&
      (zoneOf === null || zoneOf[node] !== -1);
    return isIn ? 1 : 0;
  });
}

/** Whether the pods belong to a controller for which the scheduler spreads softly by default. */
function isSpreadByDefault({ kind, topologySpread }: PodGroup): boolean {
  return topologySpread.length === 0 && (kind === "Deployment" || kind === "StatefulSet");
}

/** Whether a rule speaks of the group's own pods and no others, as far as the group alone tells. */
export function isOfOwnPods({ selects, matchLabelKeys }: PodSelector, { labels }: PodGroup): boolean {
  return selects === undefined && matchLabelKeys === undefined && Object.keys(labels).length === 0;
}
