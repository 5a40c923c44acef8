import { freeId, type TenantDraft, tenantIdOf } from "../../tables/tenant-draft.ts";
import type { ClusterShape, PoolShape } from "./cluster-shape.ts";
import type { ShapeOptions } from "./shape-options.ts";

/** A pool of workers, as what its nodes can hold. */
export interface CountedPool {
  readonly cluster: ClusterShape;
  readonly pool: PoolShape;
  readonly count: number;
  readonly cpuMillicores: bigint;
  readonly memoryBytes: bigint;
}

/** A pool that holds no pods, or none that are known. */
export interface LeftOutPool {
  readonly cluster: ClusterShape;
  readonly pool: PoolShape;
  readonly reason: "closed" | "unknown" | "empty";
}

const BYTES_PER_MIB = 2n ** 20n;
const ALL_BASIS_POINTS = 10_000n;

/** Pools that pods can go to: workers, and a control plane that runs without taints. */
export function workersOf(cluster: ClusterShape): readonly PoolShape[] {
  const { source, controlPlane, pools } = cluster;
  const takesPods = source === "nodes" && controlPlane !== null && !keepsPodsOff(controlPlane);
  return takesPods ? [...pools, controlPlane] : pools;
}

/** Whether no pod comes to its nodes that does not ask for them. */
function keepsPodsOff({ taints, closed }: PoolShape): boolean {
  return closed !== null || taints.some(({ effect }) => effect === "NoSchedule" || effect === "NoExecute");
}

/** How many machines a pool is taken to have; null: not known. */
function countTaken({ count, autoscaled }: PoolShape, { autoscaled: end }: Pick<ShapeOptions, "autoscaled">) {
  return end === "most" ? (autoscaled?.most ?? count) : (count ?? autoscaled?.least ?? null);
}

export interface PoolsCounted {
  readonly counted: readonly CountedPool[];
  readonly leftOut: readonly LeftOutPool[];
}

/** Workers of a cluster, counted or left out. */
export function poolsCounted(cluster: ClusterShape, options: ShapeOptions): PoolsCounted {
  const counted: CountedPool[] = [];
  const leftOut: LeftOutPool[] = [];
  for (const pool of workersOf(cluster)) {
    const count = countTaken(pool, options);
    const { cpuMillicores, memoryBytes } = pool.allocatable ?? pool;
    if (keepsPodsOff(pool)) leftOut.push({ cluster, pool, reason: "closed" });
    else if (count === 0) leftOut.push({ cluster, pool, reason: "empty" });
    else if (count === null || cpuMillicores === null || memoryBytes === null)
      leftOut.push({ cluster, pool, reason: "unknown" });
    else
      counted.push({
        ...{ cluster, pool, count },
        cpuMillicores: BigInt(pool.total?.cpuMillicores ?? 0) || BigInt(cpuMillicores) * BigInt(count),
        memoryBytes: BigInt(pool.total?.memoryBytes ?? 0) || BigInt(memoryBytes) * BigInt(count),
      });
  }
  return { counted, leftOut };
}

/** A tenant, and the cluster that it is named by. */
export interface TenantOfShapes {
  readonly tenant: TenantDraft;
  readonly first: ClusterShape;
}

/**
 * A tenant for each cluster, or one for all: so many pods a node, and what the nodes offer to pods times how far they
 * are taken to be filled, CPU rounded up to the millicore, memory to the MiB.
 *
 * 4 nodes of 4 vCPU and 8 GiB, filled to 70 %, 10 pods each: 40 pods, 11,200m, 22.4 GiB = 22,938 MiB.
 */
export function tenantsOfShapes(counted: readonly CountedPool[], options: ShapeOptions): readonly TenantOfShapes[] {
  const groups = new Map<string, CountedPool[]>();
  for (const one of counted) {
    const name = options.tenant ?? one.cluster.name;
    const group = groups.get(name) ?? [];
    group.push(one);
    groups.set(name, group);
  }
  const ids = new Set<string>();
  return [...groups].map(([name, all]) => {
    const cpu = filled(
      all.map((one) => one.cpuMillicores),
      options,
      1n,
    );
    const memory = filled(
      all.map((one) => one.memoryBytes),
      options,
      BYTES_PER_MIB,
    );
    const pods = all.reduce((sum, { count }) => sum + count, 0) * options.podsPerNode;
    return {
      tenant: { id: freeId(tenantIdOf(name), ids), name, demand: { pods, cpu: `${cpu}m`, memory: `${memory}Mi` } },
      first: (all[0] as CountedPool).cluster,
    };
  });
}

/** A part of a sum, in whole units, rounded up. */
function filled(values: readonly bigint[], { filledBasisPoints }: ShapeOptions, unit: bigint): bigint {
  const part = values.reduce((sum, one) => sum + one, 0n) * filledBasisPoints;
  const whole = ALL_BASIS_POINTS * unit;
  return (part + whole - 1n) / whole;
}
