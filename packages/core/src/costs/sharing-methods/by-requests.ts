import { NOTHING } from "../../base/units.ts";
import type { SharingMethod } from "./sharing-method.ts";

/**
 * By the mean of a tenant's share of all requested CPU and of all requested memory, as whole numbers:
 * cpu × Σmemory + memory × Σcpu. Where nobody requests one of the two, the other decides.
 */
export const byRequests = {
  id: "by-requests",
  weightsOf: (tenantIds, { requests }) => {
    const cpu = tenantIds.map((id) => BigInt((requests.get(id) ?? NOTHING).cpuMillicores));
    const memory = tenantIds.map((id) => BigInt((requests.get(id) ?? NOTHING).memoryBytes));
    const sumOf = (values: readonly bigint[]) => values.reduce((a, b) => a + b, 0n) || 1n;
    const [allCpu, allMemory] = [sumOf(cpu), sumOf(memory)];
    return tenantIds.map((_, index) => (cpu[index] ?? 0n) * allMemory + (memory[index] ?? 0n) * allCpu);
  },
} as const satisfies SharingMethod;
