import type { ClusterState } from "./cluster-state.ts";
import { domainOf, podsByDomain } from "./domain-counts.ts";
import { type GroupState, NOT_OPEN } from "./group-state.ts";
import type { ClosedBy, PodRules, SpreadRule } from "./pod-rules.ts";

/**
 * Writes the nodes that can take one more pod of the group into `feasible`, in order; returns how many.
 * The filters of the default profile that decide fit: selector and node affinity, taints, resources, pod count, hard
 * topology spread, pod affinity and anti-affinity.
 */
export function findFeasible(state: ClusterState, own: GroupState, feasible: Int32Array): number {
  const { scores, admitted } = own;
  const blocked = blockedDomains(state, own);
  let count = 0;
  for (let at = 0; at < admitted.length; at += 1) {
    const node = admitted[at] as number;
    if (scores[node] === NOT_OPEN || (blocked !== null && blocked[node] !== 0)) continue;
    feasible[count] = node;
    count += 1;
  }
  return count;
}

/** Why a node is closed to a pod by other pods. */
export const CLOSED = ["spread-label", "spread", "affinity", "anti-affinity", "anti-affinity-of-others"] as const;

type Closed = (typeof CLOSED)[number];

const numberOf = (reason: Closed) => CLOSED.indexOf(reason) + 1;

/** What closes a node by a number that `blockedDomains` wrote; null: nothing. */
export function closedBy(blocked: number): Closed | null {
  return CLOSED[blocked - 1] ?? null;
}

/**
 * Nodes that spreading, affinity or anti-affinity close to one more pod of the group; null where it has none. Of several
 * reasons the first in the order of the scheduler's filters stays, as it is written last.
 */
export function blockedDomains(state: ClusterState, { rules, isAdmitted }: GroupState): Uint8Array | null {
  const { hard, closedBy, needs } = rules;
  if (hard.length === 0 && closedBy.length === 0 && needs === null) return null;
  const blocked = new Uint8Array(isAdmitted.length);
  for (const term of closedBy) closeWhere(state, term, blocked);
  if (needs !== null) closeWithout(state, needs, blocked);
  for (const spread of [...hard].reverse()) closeBySkew(state, spread, blocked);
  return blocked;
}

function closeWhere(state: ClusterState, term: ClosedBy, blocked: Uint8Array): void {
  const by = numberOf(term.isOfOthers ? "anti-affinity-of-others" : "anti-affinity");
  const domains = domainOf(state, term.over);
  const pods = podsByDomain(state, term, null);
  for (let node = 0; node < blocked.length; node += 1) {
    const domain = domains[node] as number;
    if (domain !== -1 && (pods[domain] as number) > 0) blocked[node] = by;
  }
}

/** The first pod of those that need each other may go wherever the keys are: until one is there, none can be beside it. */
function closeWithout(
  state: ClusterState,
  { terms, mayBeFirst }: NonNullable<PodRules["needs"]>,
  blocked: Uint8Array,
): void {
  const byTerm = terms.map((term) => ({ domains: domainOf(state, term.over), pods: podsByDomain(state, term, null) }));
  const byAffinity = numberOf("affinity");
  const isFirst = mayBeFirst && byTerm.every(({ pods }) => pods.every((count) => count === 0));
  for (let node = 0; node < blocked.length; node += 1) {
    const isNear = byTerm.every(({ domains, pods }) => {
      const domain = domains[node] as number;
      return domain !== -1 && (isFirst || (pods[domain] as number) > 0);
    });
    if (!isNear) blocked[node] = byAffinity;
  }
}

/** While there are fewer domains than asked for, the least counts as 0. A node without the key is closed. */
function closeBySkew(state: ClusterState, spread: SpreadRule, blocked: Uint8Array): void {
  const { over, isDomain, maxSkewCount, minDomainCount, selfCount } = spread;
  const domains = domainOf(state, over);
  const pods = podsByDomain(state, spread, over === "hostname" ? null : isDomain);
  let least = Number.POSITIVE_INFINITY;
  let domainCount = 0;
  const isSeen = over === "hostname" || minDomainCount === 1 ? null : new Uint8Array(state.zoneNames.length);
  for (let node = 0; node < blocked.length; node += 1) {
    const domain = domains[node] as number;
    if (domain === -1 || isDomain[node] === 0 || state.isAlive[node] === 0) continue;
    least = Math.min(least, pods[domain] as number);
    if (isSeen === null) domainCount += 1;
    else if (isSeen[domain] === 0) {
      isSeen[domain] = 1;
      domainCount += 1;
    }
  }
  if (domainCount < minDomainCount) least = 0;
  const [byLabel, bySkew] = [numberOf("spread-label"), numberOf("spread")];
  for (let node = 0; node < blocked.length; node += 1) {
    const domain = domains[node] as number;
    const here = domain === -1 || (over === "hostname" && isDomain[node] === 0) ? 0 : (pods[domain] as number);
    if (domain === -1) blocked[node] = byLabel;
    else if (here + selfCount - least > maxSkewCount) blocked[node] = bySkew;
  }
}
