import type { ClusterState } from "./cluster-state.ts";
import { spreadCounts } from "./filters.ts";
import type { GroupState } from "./group-state.ts";

const MAX_SCORE = 100;
/** Weights of the default profile; where a pod gives a plugin nothing to say, it says the same of every node. */
const TAINT_WEIGHT = 3;
const SPREAD_WEIGHT = 2;
const AFFINITY_WEIGHT = 2;
/** Preferred anti-affinity counts once for the pod that comes and once for each that is there. */
const PREFERRED_WEIGHT = 100;
const BOTH_WAYS = 2;
/** The mean of two resources, and the standard deviation of two fractions. */
const RESOURCE_COUNT = 2;
/** Added to the number of domains before the logarithm, so that one domain still weighs something. */
const DOMAIN_OFFSET = 2;

/** What differs between releases of the scheduler. */
export interface SchedulerTraits {
  /** From 1.33 on the balance of resources is not scored for pods without any request. */
  readonly balancesPodsWithoutRequests: boolean;
}

/** The traits of the scheduler of a Kubernetes release such as `1.34.3`. */
export function traitsOf(kubernetesVersion: string): SchedulerTraits {
  const UNBALANCED_SINCE_MINOR = 33;
  const minor = Number(kubernetesVersion.split(".")[1] ?? "0");
  return { balancesPodsWithoutRequests: minor < UNBALANCED_SINCE_MINOR };
}

/**
 * Adds up the default profile's scores of the feasible nodes, up to a constant: LeastAllocated, BalancedAllocation,
 * taints, topology spread, preferred anti-affinity, each in whole numbers truncated where the scheduler truncates.
 * @see https://github.com/kubernetes/kubernetes/tree/v1.26.4/pkg/scheduler/framework/plugins
 */
export function scoreFeasible(
  state: ClusterState,
  own: GroupState,
  traits: SchedulerTraits,
  feasible: Int32Array,
  count: number,
  totals: Float64Array,
): void {
  for (let at = 0; at < count; at += 1) totals[at] = resourceScore(state, own, traits, feasible[at] as number);
  if (own.avoidedTaints !== null) addTaints(own.avoidedTaints, feasible, count, totals);
  if (own.soft.length > 0) addSpread(state, own, feasible, count, totals);
  if (own.group.antiAffinity?.isRequired === false) addAntiAffinity(state, own, feasible, count, totals);
}

function resourceScore(state: ClusterState, own: GroupState, traits: SchedulerTraits, node: number): number {
  const version = state.version[node] as number;
  if (own.scoredVersion[node] === version) return own.scores[node] as number;
  const { size } = own;
  const cpu = state.cpu[node] as number;
  const memory = state.memory[node] as number;
  const least = Math.trunc(
    (freeShare(cpu, (state.cpuScored[node] as number) + size.scoredCpuMillicores) +
      freeShare(memory, (state.memoryScored[node] as number) + size.scoredMemoryBytes)) /
      RESOURCE_COUNT,
  );
  const isBalanced = traits.balancesPodsWithoutRequests || size.cpuMillicores > 0 || size.memoryBytes > 0;
  const balance = isBalanced
    ? balanceOf(
        usedFraction(cpu, (state.cpuUsed[node] as number) + size.cpuMillicores),
        usedFraction(memory, (state.memoryUsed[node] as number) + size.memoryBytes),
      )
    : 0;
  own.scores[node] = least + balance;
  own.scoredVersion[node] = version;
  return least + balance;
}

function freeShare(allocatable: number, used: number): number {
  return allocatable === 0 || used > allocatable ? 0 : Math.trunc(((allocatable - used) * MAX_SCORE) / allocatable);
}

function usedFraction(allocatable: number, used: number): number {
  return allocatable === 0 ? 1 : Math.min(1, used / allocatable);
}

function balanceOf(cpuFraction: number, memoryFraction: number): number {
  return Math.trunc((1 - Math.abs((cpuFraction - memoryFraction) / RESOURCE_COUNT)) * MAX_SCORE);
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
