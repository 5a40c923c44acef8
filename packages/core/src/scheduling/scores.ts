import type { ClusterState } from "./cluster-state.ts";
import { spreadCounts } from "./filters.ts";
import type { GroupState } from "./group-state.ts";
import { MAX_SCORE } from "./resource-score.ts";

/** Weights of the default profile; where a pod gives a plugin nothing to say, it says the same of every node. */
const TAINT_WEIGHT = 3;
const SPREAD_WEIGHT = 2;
const AFFINITY_WEIGHT = 2;
/** Preferred anti-affinity counts once for the pod that comes and once for each that is there. */
const PREFERRED_WEIGHT = 100;
const BOTH_WAYS = 2;
/** Added to the number of domains before the logarithm, so that one domain still weighs something. */
const DOMAIN_OFFSET = 2;

/**
 * Adds up the default profile's scores of the feasible nodes, up to a constant: LeastAllocated, BalancedAllocation,
 * taints, topology spread, preferred anti-affinity, each in whole numbers truncated where the scheduler truncates.
 * @see https://github.com/kubernetes/kubernetes/tree/v1.26.4/pkg/scheduler/framework/plugins
 */
export function scoreFeasible(
  state: ClusterState,
  own: GroupState,
  feasible: Int32Array,
  count: number,
  totals: Float64Array,
): void {
  const { scores } = own;
  for (let at = 0; at < count; at += 1) totals[at] = scores[feasible[at] as number] as number;
  if (own.avoidedTaints !== null) addTaints(own.avoidedTaints, feasible, count, totals);
  if (own.soft.length > 0) {
    if (state.zoneNames.length === 0 && !own.softNeedsAllKeys) addDefaultSpread(own, feasible, count, totals);
    else addSpread(state, own, feasible, count, totals);
  }
  if (own.group.antiAffinity?.isRequired === false) addAntiAffinity(state, own, feasible, count, totals);
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

/** The default spread where no node has a zone: only how many of the group's pods a node has makes a difference. */
function addDefaultSpread(own: GroupState, feasible: Int32Array, count: number, totals: Float64Array): void {
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
  const offset = (own.soft[0] as (typeof own.soft)[number]).maxSkewCount - 1;
  const scoreOf = (pods: number) => Math.round(pods * weight + offset);
  const [least, greatest] = [scoreOf(fewest), scoreOf(most)];
  for (let at = 0; at < count; at += 1) {
    const score = scoreOf(ownOnNode[feasible[at] as number] as number);
    const normal = Math.trunc((MAX_SCORE * (greatest + least - score)) / greatest);
    totals[at] = (totals[at] as number) + SPREAD_WEIGHT * normal;
  }
}

const IGNORED = -1;

function addSpread(
  state: ClusterState,
  own: GroupState,
  feasible: Int32Array,
  count: number,
  totals: Float64Array,
): void {
  const { scratch, zoneOf } = state;
  const hasZones = state.zoneNames.length > 0;
  const byZone =
    hasZones && own.soft.some(({ over }) => over === "zone") ? spreadCounts(state, own, own.isSoftDomain) : null;
  const weights = spreadWeights(state, own, feasible, count);
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let at = 0; at < count; at += 1) {
    const node = feasible[at] as number;
    if (own.isSoftDomain[node] === 0) {
      scratch[at] = IGNORED;
      continue;
    }
    let score = 0;
    for (let index = 0; index < own.soft.length; index += 1) {
      const { over, maxSkewCount } = own.soft[index] as (typeof own.soft)[number];
      const zone = zoneOf[node] as number;
      if (over === "zone" && zone === -1) continue;
      const pods = (over === "hostname" ? own.ownOnNode[node] : byZone?.[zone]) as number;
      score += pods * (weights[index] as number) + (maxSkewCount - 1);
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
function spreadWeights(state: ClusterState, own: GroupState, feasible: Int32Array, count: number): readonly number[] {
  let hosts = 0;
  let zones = 0;
  const seen = state.zoneNames.length === 0 ? null : new Uint8Array(state.zoneNames.length + 1);
  for (let at = 0; at < count; at += 1) {
    const node = feasible[at] as number;
    if (own.isSoftDomain[node] === 0) continue;
    hosts += 1;
    if (seen === null) zones = 1;
    else if (seen[(state.zoneOf[node] as number) + 1] === 0) {
      seen[(state.zoneOf[node] as number) + 1] = 1;
      zones += 1;
    }
  }
  return own.soft.map(({ over }) => Math.log((over === "hostname" ? hosts : zones) + DOMAIN_OFFSET));
}

function addAntiAffinity(
  state: ClusterState,
  own: GroupState,
  feasible: Int32Array,
  count: number,
  totals: Float64Array,
): void {
  const byZone = own.group.antiAffinity?.over === "zone" ? spreadCounts(state, own, null) : null;
  const raw = Float64Array.from({ length: count }, (_, at) => {
    const node = feasible[at] as number;
    const zone = state.zoneOf[node] as number;
    const pods = byZone === null ? own.ownOnNode[node] : zone === -1 ? 0 : byZone[zone];
    return -(pods as number) * PREFERRED_WEIGHT * BOTH_WAYS;
  });
  const least = Math.min(...raw);
  const most = Math.max(...raw);
  if (most === least) return;
  for (let at = 0; at < count; at += 1) {
    const share = ((raw[at] as number) - least) / (most - least);
    totals[at] = (totals[at] as number) + AFFINITY_WEIGHT * Math.trunc(MAX_SCORE * share);
  }
}
