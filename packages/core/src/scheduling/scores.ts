import type { ClusterState } from "./cluster-state.ts";
import { domainOf, podsByDomain } from "./domain-counts.ts";
import type { GroupState } from "./group-state.ts";
import { type DrawnTo, isDefaultOfOwn, type PodRules, type SpreadRule } from "./pod-rules.ts";
import { MAX_SCORE } from "./resource-score.ts";

/** Weights of the default profile; where a pod gives a plugin nothing to say, it says the same of every node. */
const TAINT_WEIGHT = 3;
const SPREAD_WEIGHT = 2;
const POD_AFFINITY_WEIGHT = 2;
const NODE_AFFINITY_WEIGHT = 2;
/** Added to the number of domains before the logarithm, so that one domain still weighs something. */
const DOMAIN_OFFSET = 2;

/**
 * Adds up the default profile's scores of the feasible nodes, up to a constant: LeastAllocated, BalancedAllocation,
 * taints, node affinity, topology spread, pod affinity, each in whole numbers truncated where the scheduler truncates.
 * @see https://github.com/kubernetes/kubernetes/tree/v1.26.4/pkg/scheduler/framework/plugins
 */
export function scoreFeasible(
  state: ClusterState,
  own: GroupState,
  feasible: Int32Array,
  count: number,
  totals: Float64Array,
): void {
  const { scores, rules, preferences } = own;
  for (let at = 0; at < count; at += 1) totals[at] = scores[feasible[at] as number] as number;
  if (own.avoidedTaints !== null) addTaints(own.avoidedTaints, feasible, count, totals);
  if (preferences !== null) addPreferences(preferences, feasible, count, totals);
  if (rules.soft.length > 0) {
    if (isDefaultOfOwn(rules)) addDefaultSpread(state, own, feasible, count, totals);
    else addSpread(state, rules, feasible, count, totals);
  }
  if (rules.drawnTo.length > 0) addAffinity(state, rules.drawnTo, feasible, count, totals);
}

/** Against the most that a feasible node has. */
function addPreferences(preferences: Int32Array, feasible: Int32Array, count: number, totals: Float64Array): void {
  let most = 0;
  for (let at = 0; at < count; at += 1) most = Math.max(most, preferences[feasible[at] as number] as number);
  if (most === 0) return;
  for (let at = 0; at < count; at += 1) {
    const share = Math.trunc((MAX_SCORE * (preferences[feasible[at] as number] as number)) / most);
    totals[at] = (totals[at] as number) + NODE_AFFINITY_WEIGHT * share;
  }
}

function addTaints(avoided: Int32Array, feasible: Int32Array, count: number, totals: Float64Array): void {
  let most = 0;
  for (let at = 0; at < count; at += 1) most = Math.max(most, avoided[feasible[at] as number] as number);
  if (most === 0) return;
  for (let at = 0; at < count; at += 1) {
    const share = Math.trunc((MAX_SCORE * (avoided[feasible[at] as number] as number)) / most);
    totals[at] = (totals[at] as number) + TAINT_WEIGHT * (MAX_SCORE - share);
  }
}

/** Adds the default spread of a group of which only its own pods count. */
function addDefaultSpread(
  state: ClusterState,
  own: GroupState,
  feasible: Int32Array,
  count: number,
  totals: Float64Array,
): void {
  if (state.zoneNames.length === 0) addHostSpread(own, feasible, count, totals);
  else addZonedSpread(state, own, feasible, count, totals);
}

/** The default spread where no node has a zone: only how many of the group's pods a node has makes a difference. */
function addHostSpread(own: GroupState, feasible: Int32Array, count: number, totals: Float64Array): void {
  const { ownOnNode } = own;
  let fewest = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let at = 0; at < count; at += 1) {
    const pods = ownOnNode[feasible[at] as number] as number;
    if (pods < fewest) fewest = pods;
    if (pods > most) most = pods;
  }
  // All alike: all get the same.
  if (fewest === most) return;
  const weight = Math.log(count + DOMAIN_OFFSET);
  const offset = (own.rules.soft[0] as SpreadRule).maxSkewCount - 1;
  const scoreOf = (pods: number) => Math.round(pods * weight + offset);
  const [least, greatest] = [scoreOf(fewest), scoreOf(most)];
  for (let at = 0; at < count; at += 1) {
    const score = scoreOf(ownOnNode[feasible[at] as number] as number);
    const normal = Math.trunc((MAX_SCORE * (greatest + least - score)) / greatest);
    totals[at] = (totals[at] as number) + SPREAD_WEIGHT * normal;
  }
}

/** The same where nodes have zones: step by step as `addSpread` counts, with nothing made for one pod. */
function addZonedSpread(
  state: ClusterState,
  { ownOnNode, isSelected, rules }: GroupState,
  feasible: Int32Array,
  count: number,
  totals: Float64Array,
): void {
  const { scratch, zoneOf, zoneScratch } = state;
  const [ofHost, ofZone] = rules.soft as readonly [SpreadRule, SpreadRule];
  const [atHost, atZone] = [ofHost.maxSkewCount - 1, ofZone.maxSkewCount - 1];
  let hasAny = false;
  for (let node = 0; node < ownOnNode.length; node += 1) {
    const pods = ownOnNode[node] as number;
    if (pods === 0 || isSelected[node] === 0) continue;
    if (!hasAny) zoneScratch.fill(0);
    hasAny = true;
    const zone = zoneOf[node] as number;
    if (zone !== -1) zoneScratch[zone] = (zoneScratch[zone] as number) + pods;
  }
  // The first pod of a group: nodes that have a zone are all alike.
  if (!hasAny) {
    if (state.hasZoneEverywhere) return;
    zoneScratch.fill(0);
  }
  const hostWeight = Math.log(count + DOMAIN_OFFSET);
  const zoneWeight = Math.log(zoneCountOf(state, feasible, count) + DOMAIN_OFFSET);
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let at = 0; at < count; at += 1) {
    const node = feasible[at] as number;
    const zone = zoneOf[node] as number;
    let score = (ownOnNode[node] as number) * hostWeight;
    score += atHost;
    if (zone !== -1) {
      score += (zoneScratch[zone] as number) * zoneWeight;
      score += atZone;
    }
    const rounded = Math.round(score);
    scratch[at] = rounded;
    if (rounded < least) least = rounded;
    if (rounded > most) most = rounded;
  }
  // All alike: all get the same.
  if (least === most) return;
  for (let at = 0; at < count; at += 1) {
    const normal = Math.trunc((MAX_SCORE * (most + least - (scratch[at] as number))) / most);
    totals[at] = (totals[at] as number) + SPREAD_WEIGHT * normal;
  }
}

/** Zones among the feasible nodes; no zone label is a zone of its own here. */
function zoneCountOf({ zoneOf, zoneSeen }: ClusterState, feasible: Int32Array, count: number): number {
  zoneSeen.fill(0);
  let zones = 0;
  for (let at = 0; at < count; at += 1) {
    const zone = (zoneOf[feasible[at] as number] as number) + 1;
    if (zoneSeen[zone] === 0) zones += 1;
    zoneSeen[zone] = 1;
  }
  return zones;
}

const IGNORED = -1;

function addSpread(
  state: ClusterState,
  { soft, softNeedsAllKeys }: PodRules,
  feasible: Int32Array,
  count: number,
  totals: Float64Array,
): void {
  const { scratch, zoneOf } = state;
  const needsZone = softNeedsAllKeys && soft.some(({ over }) => over === "zone");
  const isIgnored = (node: number) => needsZone && zoneOf[node] === -1;
  const domains = soft.map(({ over }) => domainOf(state, over));
  const pods = soft.map((spread) => podsByDomain(state, spread, spread.over === "hostname" ? null : spread.isDomain));
  const weights = spreadWeights(state, soft, isIgnored, feasible, count);
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let at = 0; at < count; at += 1) {
    const node = feasible[at] as number;
    if (isIgnored(node)) {
      scratch[at] = IGNORED;
      continue;
    }
    let score = 0;
    for (let index = 0; index < soft.length; index += 1) {
      const domain = domains[index]?.[node] as number;
      if (domain === -1) continue;
      score += (pods[index]?.[domain] as number) * (weights[index] as number);
      score += (soft[index] as SpreadRule).maxSkewCount - 1;
    }
    const rounded = Math.round(score);
    scratch[at] = rounded;
    if (rounded < least) least = rounded;
    if (rounded > most) most = rounded;
  }
  for (let at = 0; at < count; at += 1) {
    const score = scratch[at] as number;
    const normal =
      score === IGNORED ? 0 : most === 0 ? MAX_SCORE : Math.trunc((MAX_SCORE * (most + least - score)) / most);
    totals[at] = (totals[at] as number) + SPREAD_WEIGHT * normal;
  }
}

/** A spread weighs by the logarithm of its domains among the feasible nodes; no zone label is a zone of its own here. */
function spreadWeights(
  state: ClusterState,
  soft: readonly SpreadRule[],
  isIgnored: (node: number) => boolean,
  feasible: Int32Array,
  count: number,
): readonly number[] {
  let hosts = 0;
  let zones = 0;
  const seen = new Uint8Array(state.zoneNames.length + 1);
  for (let at = 0; at < count; at += 1) {
    const node = feasible[at] as number;
    if (isIgnored(node)) continue;
    hosts += 1;
    const zone = (state.zoneOf[node] as number) + 1;
    if (seen[zone] === 0) zones += 1;
    seen[zone] = 1;
  }
  return soft.map(({ over }) => Math.log((over === "hostname" ? hosts : zones) + DOMAIN_OFFSET));
}

/** Pods that are near draw, or keep away; scaled from the worst feasible node to the best. */
function addAffinity(
  state: ClusterState,
  drawnTo: readonly DrawnTo[],
  feasible: Int32Array,
  count: number,
  totals: Float64Array,
): void {
  const raw = new Float64Array(count);
  for (const term of drawnTo) {
    const domains = domainOf(state, term.over);
    const pods = podsByDomain(state, term, null);
    for (let at = 0; at < count; at += 1) {
      const domain = domains[feasible[at] as number] as number;
      if (domain !== -1) raw[at] = (raw[at] as number) + term.scoreWeight * (pods[domain] as number);
    }
  }
  const least = raw.reduce((a, b) => Math.min(a, b));
  const most = raw.reduce((a, b) => Math.max(a, b));
  if (most === least) return;
  for (let at = 0; at < count; at += 1) {
    const share = ((raw[at] as number) - least) / (most - least);
    totals[at] = (totals[at] as number) + POD_AFFINITY_WEIGHT * Math.trunc(MAX_SCORE * share);
  }
}
