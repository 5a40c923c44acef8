import type { HostRoom } from "../host-capacity/host-capacity.ts";
import type { HostLoad, PlacedVms } from "./host-loads.ts";
import { Steps } from "./host-steps.ts";
import { type RestartedVms, Survivors } from "./survivors.ts";

/** How the loss of one host ends; `moves`: others have to move first, so that all find a place on the hosts left. */
export const LOSS_ENDS = ["restart", "moves", "down", "untried"] as const;
export type LossEnd = (typeof LOSS_ENDS)[number];

/** What becomes of the VMs of a host that fails. */
export interface HostLoss {
  /** From 1, in the order of the loads. */
  readonly hostNumber: number;
  readonly end: LossEnd;
  /** Empty where others have to move first, or nothing was tried. */
  readonly restarts: readonly RestartedVms[];
  /** VMs without room on any other host: only where no host is spare. */
  readonly down: readonly PlacedVms[];
}

/** Of a plan of hosts, what tells the end of a loss. */
export interface HostsToLose {
  readonly hostCount: number;
  readonly spareHostCount: number;
  readonly usablePerHost: HostRoom;
  readonly loads: readonly HostLoad[];
}

/** Enough for thousands of hosts; beyond, losses are not tried rather than long waited for. */
const MOST_STEPS = 20_000_000;

/**
 * Takes each host that carries VMs away in turn, alone, and places its VMs on the others as these stand: with their own
 * VMs, with the room kept for an upgrade, and with VMs apart that stand for each other. An empty host takes them all.
 * Where no such placement is found, a spare host still means that there is one on the hosts left once others have moved:
 * `loadsAfterFailure` is it. Without a spare host, what finds no room stays down.
 */
export function hostLosses({ hostCount, spareHostCount, usablePerHost, loads }: HostsToLose): readonly HostLoss[] {
  const survivors = new Survivors(loads, hostCount, usablePerHost);
  const steps = new Steps(MOST_STEPS);
  return loads.map((load, index): HostLoss => {
    const hostNumber = index + 1;
    const untried: HostLoss = { hostNumber, end: "untried", restarts: [], down: [] };
    const found = survivors.restart(load, index, steps);
    if (found === null) return untried;
    if (found.down.length === 0) return { ...untried, end: "restart", restarts: found.restarts };
    if (spareHostCount > 0) return { ...untried, end: "moves" };
    const down = found.down.filter(({ isSurge }) => !isSurge);
    return { ...untried, end: down.length === 0 ? "restart" : "down", restarts: found.restarts, down };
  });
}
