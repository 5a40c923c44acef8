import type { Tenant } from "../../input/fleet.ts";

/** What pods ask for together, to the last byte however many they are. Pods of DaemonSets, one a node, are in none. */
export interface ExactSizes {
  readonly podCount: bigint;
  readonly cpuMillicores: bigint;
  readonly memoryBytes: bigint;
  readonly storageBytes: bigint;
}

export const NO_SIZES: ExactSizes = { podCount: 0n, cpuMillicores: 0n, memoryBytes: 0n, storageBytes: 0n };

/** What a tenant asks for. */
export function exactSizesOf({ demand }: Pick<Tenant, "demand">): ExactSizes {
  if ("podCount" in demand) {
    const { cpuMillicores, memoryBytes, storageBytes } = demand.requests;
    return {
      podCount: BigInt(demand.podCount),
      cpuMillicores: BigInt(cpuMillicores),
      memoryBytes: BigInt(memoryBytes),
      storageBytes: BigInt(storageBytes),
    };
  }
  return demand
    .filter(({ kind }) => kind !== "DaemonSet")
    .map(({ replicas, requestsPerReplica: { cpuMillicores, memoryBytes, storageBytes } }): ExactSizes => {
      const podCount = BigInt(replicas);
      return {
        podCount,
        cpuMillicores: podCount * BigInt(cpuMillicores),
        memoryBytes: podCount * BigInt(memoryBytes),
        storageBytes: podCount * BigInt(storageBytes),
      };
    })
    .reduce(addSizes, NO_SIZES);
}

/** What two ask for together. */
export function addSizes(a: ExactSizes, b: ExactSizes): ExactSizes {
  return {
    podCount: a.podCount + b.podCount,
    cpuMillicores: a.cpuMillicores + b.cpuMillicores,
    memoryBytes: a.memoryBytes + b.memoryBytes,
    storageBytes: a.storageBytes + b.storageBytes,
  };
}

/** What `a` has more than `b`: less than nothing where it has less. */
export function subtractSizes(a: ExactSizes, b: ExactSizes): ExactSizes {
  return {
    podCount: a.podCount - b.podCount,
    cpuMillicores: a.cpuMillicores - b.cpuMillicores,
    memoryBytes: a.memoryBytes - b.memoryBytes,
    storageBytes: a.storageBytes - b.storageBytes,
  };
}

/** Whether two ask for the same, to the last byte. */
export function isSameSizes(a: ExactSizes, b: ExactSizes): boolean {
  return (
    a.podCount === b.podCount &&
    a.cpuMillicores === b.cpuMillicores &&
    a.memoryBytes === b.memoryBytes &&
    a.storageBytes === b.storageBytes
  );
}
