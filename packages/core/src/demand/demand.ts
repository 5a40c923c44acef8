import { extendedText, withExtended } from "../base/extended-resources.ts";
import { addResources, multiplyResources, NOTHING, type Resources, subtractResources } from "../base/units.ts";
import type { DemandTotals } from "../input/demand-totals.ts";
import type { Tenant } from "../input/fleet.ts";
import { type PodGroup, podGroup } from "../input/pod-group.ts";
import { apartOver } from "../input/pod-terms.ts";
import { replacingOf } from "../input/rollout.ts";
import { inPool, MAIN_POOL, type TenantPool } from "../input/tenant-pools.ts";
import type { Workload } from "../input/workload.ts";

/** What tenants' pods ask for. */
export interface Demand {
  /** Pods that run a number of times. Those of DaemonSets depend on the nodes: `groups` has them. */
  readonly podCount: number;
  readonly requests: Resources;
  readonly groups: readonly PodGroup[];
  /** Volume claims, one entry a class; they sum to the requests' storage. */
  readonly claims: readonly ClaimsOfClass[];
}

export interface ClaimsOfClass {
  /** null: of no class. */
  readonly storageClass: string | null;
  readonly claimedBytes: number;
}

/** A tenant's size, and the pools that its workloads may name; absent: none of them does. */
type TenantDemand = Pick<Tenant, "demand"> & Partial<Pick<Tenant, "pools">>;

export const NO_DEMAND: Demand = { podCount: 0, requests: NOTHING, groups: [], claims: [] };

/** A tenant's workloads as pods, or pods that add up to its totals where only those are known. */
export function demandOf({ demand, pools }: TenantDemand): Demand {
  if ("podCount" in demand) {
    const { podCount, requests } = demand;
    const claims = claimsOf([{ storageClass: demand.storageClass ?? null, claimedBytes: requests.storageBytes }]);
    return { podCount, requests, groups: podsOfTotals(demand), claims };
  }
  const running = demand.filter(({ replicas, kind }) => replicas > 0 || kind === "DaemonSet");
  const counted = running.filter(({ kind }) => kind !== "DaemonSet");
  return {
    podCount: counted.reduce((count, { replicas }) => count + replicas, 0),
    requests: counted
      .map(({ replicas, requestsPerReplica }) => multiplyResources(requestsPerReplica, replicas))
      .reduce(addResources, NOTHING),
    groups: running.map((workload) => groupOf(workload, pools)),
    claims: claimsOf(
      counted.map(({ replicas, requestsPerReplica, storageClass = null }) => ({
        storageClass,
        claimedBytes: replicas * requestsPerReplica.storageBytes,
      })),
    ),
  };
}

/**
 * What a tenant's DaemonSets ask of some nodes: each once on every node that it may run on, volumes included; no groups.
 * @param nodeCountFor on how many of the nodes a DaemonSet's pods run
 */
export function daemonDemandOf({ demand, pools }: TenantDemand, nodeCountFor: (daemon: PodGroup) => number): Demand {
  const counted = daemonsOf({ demand }).map((workload) => ({
    workload,
    podCount: nodeCountFor(groupOf(workload, pools)),
  }));
  return counted
    .map(({ workload: { requestsPerReplica, storageClass = null }, podCount }): Demand => {
      const requests = multiplyResources(requestsPerReplica, podCount);
      const claims = claimsOf([{ storageClass, claimedBytes: requests.storageBytes }]);
      return { podCount, requests, groups: [], claims };
    })
    .reduce(addDemand, NO_DEMAND);
}

/** A tenant's DaemonSets. */
export function daemonsOf({ demand }: Pick<Tenant, "demand">): readonly Workload[] {
  return "podCount" in demand ? [] : demand.filter(({ kind }) => kind === "DaemonSet");
}

/** A tenant's Jobs that have a pod. */
export function jobsOf({ demand }: Pick<Tenant, "demand">): readonly Workload[] {
  return "podCount" in demand ? [] : demand.filter(({ kind, replicas }) => kind === "Job" && replicas > 0);
}

/** Classes of a tenant's volumes, those of DaemonSets included, on however many nodes they run; null: of no class. */
export function storageClassesOf({ demand }: Pick<Tenant, "demand">): readonly (string | null)[] {
  if ("podCount" in demand) return demand.requests.storageBytes > 0 ? [demand.storageClass ?? null] : [];
  const claiming = demand.filter(({ requestsPerReplica }) => requestsPerReplica.storageBytes > 0);
  const counted = claiming.filter(({ kind, replicas }) => kind !== "DaemonSet" && replicas > 0);
  const daemons = claiming.filter(({ kind }) => kind === "DaemonSet");
  return [...new Set([...counted, ...daemons].map(({ storageClass = null }) => storageClass))];
}

/** Claims of one class together. */
function claimsOf(claims: readonly ClaimsOfClass[]): readonly ClaimsOfClass[] {
  const all = new Map<string | null, number>();
  for (const { storageClass, claimedBytes } of claims) {
    if (claimedBytes > 0) all.set(storageClass, (all.get(storageClass) ?? 0) + claimedBytes);
  }
  return [...all].map(([storageClass, claimedBytes]) => ({ storageClass, claimedBytes }));
}

function groupOf(workload: Workload, pools: readonly TenantPool[] = []): PodGroup {
  const pool = pools.find(({ name }) => name === workload.pool);
  return pool === undefined ? groupAnywhere(workload) : inPool(groupAnywhere(workload), pool);
}

function groupAnywhere(workload: Workload): PodGroup {
  const { name, kind, replicas, requestsPerReplica, priority, nodeSelector, tolerations } = workload;
  const isUnknown = (resource: "cpu" | "memory") => workload.unknownRequests?.includes(resource) === true;
  return podGroup({
    name,
    kind,
    replicas,
    requests: {
      cpuMillicores: isUnknown("cpu") ? null : requestsPerReplica.cpuMillicores,
      memoryBytes: isUnknown("memory") ? null : requestsPerReplica.memoryBytes,
      ...withExtended(Object.entries(workload.extended ?? {})),
    },
    priority,
    nodeSelector,
    tolerations,
    topologySpread: workload.topologySpread,
    labels: workload.labels,
    ...replacingOf(workload),
    nodeAffinity: workload.nodeAffinity,
    podAffinity: workload.podAffinity,
    podAntiAffinity: apartBy(workload),
  });
}

/** Both ways of keeping pods apart: the short one, and the one of a pod's specification. */
function apartBy({ antiAffinity, podAntiAffinity }: Workload): PodGroup["podAntiAffinity"] {
  if (antiAffinity === null) return podAntiAffinity;
  const { required } = apartOver(antiAffinity);
  return { required: [...required, ...(podAntiAffinity?.required ?? [])], preferred: podAntiAffinity?.preferred ?? [] };
}

/** A tenant where others live beside it: its pods in a namespace of their own, and its pools called by its id. */
export function demandBeside(tenant: Tenant): Demand {
  const demand = demandOf(amongOthers(tenant));
  return { ...demand, groups: demand.groups.map((group) => ({ ...group, namespace: tenant.id })) };
}

/** The same tenant with its id before the names of its pools; the one for everything is everybody's. */
export function amongOthers(tenant: Tenant): Tenant {
  const { id, demand } = tenant;
  const own = (name: string) => (name === MAIN_POOL ? name : `${id}-${name}`);
  return {
    ...tenant,
    pools: tenant.pools.map((pool) => ({ ...pool, name: own(pool.name) })),
    demand:
      "podCount" in demand
        ? demand
        : demand.map((workload) =>
            workload.pool === undefined ? workload : { ...workload, pool: own(workload.pool) },
          ),
  };
}

/**
 * Pods that add up to totals: one is the largest pod, the others share what is left evenly, in whole millicores and
 * bytes; where it does not divide, the first ones carry one more. Read as Deployments, which the scheduler spreads.
 *
 * 10 pods, 10 vCPU, the largest 2: one of 2000m, eight of 889m, one of 888m.
 */
export function podsOfTotals({ podCount, requests, largestPod }: DemandTotals): readonly PodGroup[] {
  if (podCount === 0) return [];
  const largest = podGroup({ name: "largest pod", isAssumed: true, requests: sizeOf(largestPod) });
  const others = podCount - 1;
  if (others === 0) return [podGroup({ name: "largest pod", isAssumed: true, requests: sizeOf(requests) })];
  const cpu = requests.cpuMillicores - largestPod.cpuMillicores;
  const memory = requests.memoryBytes - largestPod.memoryBytes;
  const more = { cpu: cpu % others, memory: memory % others };
  const base = { cpu: (cpu - more.cpu) / others, memory: (memory - more.memory) / others };
  const ends = [Math.min(more.cpu, more.memory), Math.max(more.cpu, more.memory), others];
  const parts = ends.map((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] as number);
    return podGroup({
      name: `further pods, part ${index + 1}`,
      isAssumed: true,
      replicas: end - start,
      requests: {
        cpuMillicores: base.cpu + (start < more.cpu ? 1 : 0),
        memoryBytes: base.memory + (start < more.memory ? 1 : 0),
      },
    });
  });
  return [largest, ...parts.filter(({ replicas }) => replicas > 0)];
}

function sizeOf({ cpuMillicores, memoryBytes }: Resources): PodGroup["requests"] {
  return { cpuMillicores, memoryBytes };
}

/** Several tenants' demand together. */
export function addDemand(a: Demand, b: Demand): Demand {
  return {
    podCount: a.podCount + b.podCount,
    requests: addResources(a.requests, b.requests),
    groups: [...a.groups, ...b.groups],
    claims: claimsOf([...a.claims, ...b.claims]),
  };
}

/**
 * A share of a demand as further pods of its mean size, for growth and headroom: ⌈pods × share⌉ pods that together ask
 * for requests × share, each rounded up to a whole millicore and byte. Pods that ask for extended resources grow among
 * their like, as a part of a device is none: 5 pods of 1 GPU × 0.3 are 2 further pods of 1 GPU each.
 */
export function extraPods(name: string, { groups, ...demand }: Demand, shareRatio: number): readonly PodGroup[] {
  const alike = new Map<string, PodGroup[]>();
  for (const group of groups) {
    const { extended } = group.requests;
    if (extended === undefined) continue;
    const key = JSON.stringify([extended, group.nodeSelector, group.tolerations]);
    alike.set(key, [...(alike.get(key) ?? []), group]);
  }
  let plain: Pick<Demand, "podCount" | "requests"> = demand;
  const others = [...alike.values()].flatMap((some) => {
    const part = demandOfPods(some);
    const requests = subtractResources(plain.requests, part.requests);
    plain = { podCount: plain.podCount - part.podCount, requests };
    const { requests: asked, nodeSelector, tolerations, poolName } = some[0] as PodGroup;
    const like = { requests: asked, nodeSelector, tolerations, poolName };
    return meanPods(`${name}, ${extendedText(asked)} a pod`, part, shareRatio, like);
  });
  return [...meanPods(name, plain, shareRatio, {}), ...others];
}

/** What pods ask for that run a number of times; no volumes. */
export function demandOfPods(groups: readonly PodGroup[]): Demand {
  const counted = groups.filter(({ kind }) => kind !== "DaemonSet");
  const sum = (of: (group: PodGroup) => number) =>
    counted.reduce((total, group) => total + of(group) * group.replicas, 0);
  return {
    podCount: sum(() => 1),
    requests: {
      cpuMillicores: sum(({ requests }) => requests.cpuMillicores ?? 0),
      memoryBytes: sum(({ requests }) => requests.memoryBytes ?? 0),
      storageBytes: 0,
    },
    groups: counted,
    claims: [],
  };
}

/** ⌈pods × share⌉ pods like some others, of their mean CPU and memory. */
function meanPods(
  name: string,
  { podCount, requests }: Pick<Demand, "podCount" | "requests">,
  shareRatio: number,
  like: Partial<PodGroup>,
): readonly PodGroup[] {
  const replicas = Math.ceil(podCount * shareRatio);
  if (replicas <= 0) return [];
  const each = (amount: number) => Math.ceil((amount * shareRatio) / replicas);
  const size = { cpuMillicores: each(requests.cpuMillicores), memoryBytes: each(requests.memoryBytes) };
  return [podGroup({ ...like, name, replicas, requests: { ...like.requests, ...size }, isReserve: true })];
}
