import type { HostLoad } from "./host-loads.ts";
import { type HostLoss, hostLosses } from "./host-losses.ts";
import type { HostPlan } from "./hosts.ts";
import { setSizesOf } from "./survivors.ts";

/** One placement of all VMs that anybody can check, and what becomes of it when a host fails. */
export interface HostPlacement {
  /** Of the hosts that carry VMs; the others up to the count are empty. */
  readonly loads: readonly HostLoad[];
  /** One for each of them. */
  readonly losses: readonly HostLoss[];
  /** All VMs on the hosts left when the spare ones fail, where that asks others to move; empty where it does not. */
  readonly loadsAfterMoves: readonly HostLoad[];
}

/**
 * The placement that says most about the loss of a host:
 * 1. on all hosts, where the VMs of any one that fails start again on the others as they stand;
 * 2. with the spare hosts empty, so that those of as many failed ones start again there;
 * 3. on all hosts, where neither is: VMs apart that stand for each other need them all. Others then move first.
 *
 * Empty where VMs were not placed.
 */
export function hostPlacementOf(hosts: HostPlan): HostPlacement {
  const { loads, loadsAfterFailure, spareHostCount } = hosts;
  const losses = hostLosses(hosts);
  const isAsStands = losses.every(({ end }) => end !== "moves");
  if (isAsStands && spareHostCount <= 1) return { loads, losses, loadsAfterMoves: [] };
  if (isApartOn(loadsAfterFailure, hosts.hostCount))
    return {
      loads: loadsAfterFailure,
      losses: hostLosses({ ...hosts, loads: loadsAfterFailure }),
      loadsAfterMoves: [],
    };
  return { loads, losses, loadsAfterMoves: loadsAfterFailure };
}

/** Whether no host has more of a set than so many hosts ask it to have. */
function isApartOn(loads: readonly HostLoad[], hostCount: number): boolean {
  const sizes = setSizesOf(loads.flatMap(({ vms }) => vms));
  return loads.every(({ vms }) =>
    [...setSizesOf(vms)].every(([set, count]) => count <= Math.ceil((sizes.get(set) ?? 0) / hostCount)),
  );
}
