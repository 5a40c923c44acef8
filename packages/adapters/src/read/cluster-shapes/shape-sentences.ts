import { numberText } from "@nkp-planner/core";
import type { ClusterShape, PoolShape } from "./cluster-shape.ts";

const MILLICORES_PER_VCPU = 1000;
const BYTES_PER_GIB = 2 ** 30;
const BYTES_PER_MIB = 2 ** 20;
const MOST_POOLS = 12;

/** `Cluster eksa: control plane 3 × 4 vCPU, 8 GiB; etcd 3 × 4 vCPU, 8 GiB; pool md-0 4 × 4 vCPU, 8 GiB`, for people. */
export function clusterText({ name, kubernetesVersion, controlPlane, etcd, pools }: ClusterShape): string {
  const more = pools.length - MOST_POOLS;
  const devices = devicesText(pools);
  const parts = [
    ...(kubernetesVersion === null ? [] : [`Kubernetes ${kubernetesVersion}`]),
    ...(controlPlane === null ? [] : [`control plane ${poolText(controlPlane)}`]),
    ...(etcd === null ? [] : [`etcd ${poolText(etcd)}`]),
    ...pools.slice(0, MOST_POOLS).map((pool) => `pool ${shortName(pool.name)} ${poolText(pool)}`),
    ...(more > 0 ? [`${more} more pools`] : []),
    ...(pools.length > 1 ? allText(pools) : []),
    ...(devices === "" ? [] : [`GPUs: ${devices}`]),
  ];
  return `Cluster ${shortName(name)}: ${parts.join("; ")}`;
}

/** A name as long as names in Kubernetes are, whatever a file has. */
export function shortName(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

const LONGEST_NAME = 253;

/** `4 × 4 vCPU, 8 GiB`, the ends where an autoscaler decides, and what pods can have of it where nodes told that. */
function poolText({ count, autoscaled, cpuMillicores, memoryBytes, allocatable }: PoolShape): string {
  const ends = autoscaled === null ? "" : `${numberText(autoscaled.least)} to ${numberText(autoscaled.most)}`;
  const written = count === null ? ends || "an unknown number" : numberText(count);
  const counts = count === null || ends === "" ? written : `${written} (${ends})`;
  if (cpuMillicores === null || memoryBytes === null) return `${counts} × a machine of unknown size`;
  const offered =
    allocatable === null ? "" : ` (pods can have ${roomText(allocatable.cpuMillicores, allocatable.memoryBytes)})`;
  return `${counts} × ${roomText(cpuMillicores, memoryBytes)}${offered}`;
}

/** All workers together; none where a count or a size is not known. */
function allText(pools: readonly PoolShape[]): readonly string[] {
  let [count, cpuMillicores, memoryBytes] = [0, 0, 0];
  for (const pool of pools) {
    if (pool.count === null || pool.cpuMillicores === null || pool.memoryBytes === null) return [];
    count += pool.count;
    cpuMillicores += pool.count * pool.cpuMillicores;
    memoryBytes += pool.count * pool.memoryBytes;
  }
  return [`in all ${numberText(count)} workers, ${roomText(cpuMillicores, memoryBytes)}`];
}

function roomText(cpuMillicores: number, memoryBytes: number): string {
  const gib = memoryBytes / BYTES_PER_GIB;
  const memory = gib >= 1 ? `${numberText(gib)} GiB` : `${numberText(memoryBytes / BYTES_PER_MIB)} MiB`;
  return `${numberText(cpuMillicores / MILLICORES_PER_VCPU)} vCPU, ${memory}`;
}

const MOST_DEVICES = 10;

/** `8 × T4`, of all machines of some pools; at the least that an autoscaler keeps. */
function devicesText(pools: readonly PoolShape[]): string {
  const counts = new Map<string, number>();
  for (const { gpus, count, autoscaled } of pools)
    for (const gpu of gpus)
      counts.set(gpu.name, (counts.get(gpu.name) ?? 0) + gpu.count * (count ?? autoscaled?.least ?? 0));
  const more = counts.size - MOST_DEVICES;
  const listed = [...counts].slice(0, MOST_DEVICES).map(([name, count]) => `${numberText(count)} × ${shortName(name)}`);
  return [...listed, ...(more > 0 ? [`${more} more kinds`] : [])].join(", ");
}
