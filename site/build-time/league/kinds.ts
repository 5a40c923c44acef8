import { groupOf, nodeOf, type RawNode, type SchedulerCase } from "../../../test/oracle/scheduler-case.ts";

/** A kind of case, by what its pods and nodes say. */
export interface Kind {
  readonly id: string;
  readonly title: string;
}

type Asked = Pick<SchedulerCase, "workloads" | "nodes" | "nodeTemplate" | "otherNodes">;

const KINDS: readonly (Kind & { readonly holds: (one: Asked) => boolean })[] = [
  { id: "rules", title: "Rules that can keep a pod from a node", holds: (one) => hasRules(one) },
  { id: "wishes", title: "Wishes alone: what the scheduler prefers", holds: (one) => hasWishes(one) },
  { id: "daemons", title: "DaemonSets, no rule, no wish", holds: ({ workloads }) => workloads.some(isDaemon) },
  { id: "plain", title: "Requests alone", holds: () => true },
];

/** All kinds, the plain one first. */
export const kinds: readonly Kind[] = KINDS.toReversed();

/** The first kind that holds, rules before all others. */
export function kindOf(one: Asked): Kind {
  return KINDS.find(({ holds }) => holds(one)) as Kind;
}

const isDaemon = ({ kind }: SchedulerCase["workloads"][number]) => kind === "DaemonSet";

function groupsOf({ workloads }: Asked) {
  return workloads.map(groupOf);
}

function taintsOf({ nodes = [], nodeTemplate, otherNodes = [] }: Asked) {
  const all: readonly RawNode[] = [...nodes, ...otherNodes, ...(nodeTemplate === undefined ? [] : [nodeTemplate])];
  return all.flatMap((raw) => nodeOf(raw, "node", undefined).taints);
}

/** Selectors, required affinities, hard spreading, taints: what closes a node though it has room. */
function hasRules(one: Asked): boolean {
  return (
    taintsOf(one).some(({ effect }) => effect !== "PreferNoSchedule") ||
    groupsOf(one).some(
      ({ nodeSelector, nodeAffinity, podAffinity, podAntiAffinity, topologySpread }) =>
        Object.keys(nodeSelector).length > 0 ||
        [nodeAffinity, podAffinity, podAntiAffinity].some((terms) => (terms?.required.length ?? 0) > 0) ||
        topologySpread.some(({ isHard }) => isHard),
    )
  );
}

/** The same as preferences, as the pods state them. */
function hasWishes(one: Asked): boolean {
  return (
    taintsOf(one).length > 0 ||
    groupsOf(one).some(
      ({ nodeAffinity, podAffinity, podAntiAffinity, topologySpread }) =>
        [nodeAffinity, podAffinity, podAntiAffinity].some((terms) => (terms?.preferred.length ?? 0) > 0) ||
        topologySpread.length > 0,
    )
  );
}
