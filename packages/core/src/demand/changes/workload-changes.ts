import type { Workload } from "../../input/workload.ts";

/** What of a workload is compared: how many pods, and what each asks for. */
export type WorkloadSize = Pick<
  Workload,
  "name" | "kind" | "replicas" | "requestsPerReplica" | "extended" | "unknownRequests"
>;

/** A workload that is new, gone or of another size. */
export interface WorkloadChange {
  readonly name: string;
  readonly kind: Workload["kind"];
  /** null: it is new. */
  readonly before: WorkloadSize | null;
  /** null: it is gone. */
  readonly after: WorkloadSize | null;
}

/**
 * What changed among the workloads of a tenant, by kind and name: those that were there in their order, then the new ones.
 * Of several with one name the first is compared with the first.
 */
export function workloadChanges(before: readonly Workload[], after: readonly Workload[]): readonly WorkloadChange[] {
  const [was, is] = [keyed(before), keyed(after)];
  const changes: WorkloadChange[] = [];
  for (const [key, one] of was) {
    const other = is.get(key) ?? null;
    if (other === null || !isSameSize(one, other)) changes.push(changeOf(one, other));
  }
  for (const [key, one] of is) if (!was.has(key)) changes.push(changeOf(null, one));
  return changes;
}

/** Whether two lists have a workload of the same kind and name. */
export function shareWorkload(some: readonly Workload[], others: readonly Workload[]): boolean {
  const known = keyed(some);
  return [...keyed(others).keys()].some((key) => known.has(key));
}

function changeOf(before: Workload | null, after: Workload | null): WorkloadChange {
  const { name, kind } = (before ?? after) as Workload;
  return { name, kind, before, after };
}

function keyed(workloads: readonly Workload[]): ReadonlyMap<string, Workload> {
  const all = new Map<string, Workload>();
  const timesSeen = new Map<string, number>();
  for (const workload of workloads) {
    const name = JSON.stringify([workload.kind, workload.name]);
    const times = timesSeen.get(name) ?? 0;
    timesSeen.set(name, times + 1);
    all.set(`${name}${times}`, workload);
  }
  return all;
}

/** Of a DaemonSet the number of pods is that of nodes, whatever is written. */
function isSameSize(a: Workload, b: Workload): boolean {
  const [one, other] = [a.requestsPerReplica, b.requestsPerReplica];
  return (
    (a.kind === "DaemonSet" || a.replicas === b.replicas) &&
    one.cpuMillicores === other.cpuMillicores &&
    one.memoryBytes === other.memoryBytes &&
    one.storageBytes === other.storageBytes &&
    devicesText(a) === devicesText(b) &&
    unknownText(a) === unknownText(b)
  );
}

function devicesText({ extended = {} }: Workload): string {
  const asked = Object.entries(extended).filter(([, count]) => count !== 0);
  return JSON.stringify(asked.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function unknownText({ unknownRequests = [] }: Workload): string {
  return unknownRequests.toSorted().join();
}
