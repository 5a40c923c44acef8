import type { Bound } from "./bounds.ts";
import { blockedDomains } from "./filters.ts";
import type { Scheduler } from "./scheduler.ts";

/** Why nodes refuse one more pod of a group: what most of them lack, and on how many. */
export type Refusal = "selector-or-taint" | "spread" | Exclude<Bound, "largest-pod" | "nothing" | "spread">;

/** Counts the nodes that refuse a pod, by the first reason in the order the scheduler's filters ask. */
function refusalsOf(scheduler: Scheduler, group: number): ReadonlyMap<Refusal, number> {
  const { state, groups } = scheduler;
  const own = groups[group] as (typeof groups)[number];
  const blocked = blockedDomains(state, own);
  const counts = new Map<Refusal, number>();
  for (let node = 0; node < state.nodes.length; node += 1) {
    const reason = refusalAt(scheduler, own, node, blocked);
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return counts;
}

function refusalAt(
  { state }: Scheduler,
  own: Scheduler["groups"][number],
  node: number,
  blocked: Uint8Array | null,
): Refusal | null {
  const { size } = own;
  const lacks = (asked: number, has: Float64Array, used: Float64Array) =>
    asked > 0 && asked > (has[node] as number) - (used[node] as number);
  if (own.isAdmitted[node] === 0) return "selector-or-taint";
  if (lacks(size.cpuMillicores, state.cpu, state.cpuUsed)) return "cpu";
  if (lacks(size.memoryBytes, state.memory, state.memoryUsed)) return "memory";
  if (lacks(size.ephemeralStorageBytes, state.storage, state.storageUsed)) return "ephemeral-storage";
  if ((state.podsUsed[node] as number) + 1 > (state.pods[node] as number)) return "pods";
  return blocked?.[node] === 1 ? "spread" : null;
}

/** What keeps a group out on most of the nodes that would admit it; selector or taints where none does. */
export function mainRefusal(scheduler: Scheduler, group: number): Refusal {
  const admitted = [...refusalsOf(scheduler, group)].filter(([reason]) => reason !== "selector-or-taint");
  return admitted.sort((a, b) => b[1] - a[1])[0]?.[0] ?? "selector-or-taint";
}
