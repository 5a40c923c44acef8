import { numberColumn } from "../column-kinds.ts";
import type { TenantColumn } from "../tenant-column.ts";
import type { RequestsDraft } from "../tenant-draft.ts";
import { size } from "../units/size.ts";
import { vcpu } from "../units/vcpu.ts";

/** What the largest single pod requests. It is there with both halves, or not at all. */

export const largestVcpu = numberColumn({
  id: "largestVcpu",
  called: "largest pod vcpu",
  heads: /^(largest|biggest|max) pods? (v ?cpus?|cpus?|cores?)$/,
  unit: vcpu,
  wanted: { expected: "a number of vCPU", fix: "write for example 0.5, or 500m" },
  fields: ["demand.largestPod.cpu"],
  write: writeHalf("cpu"),
});

export const largestMemory = numberColumn({
  id: "largestMemory",
  called: "largest pod memory",
  heads: /^(largest|biggest|max) pods? (memory|ram|mem)$/,
  unit: size,
  wanted: { expected: "a size such as 2 or 2Gi", fix: "write for example 2" },
  fields: ["demand.largestPod.memory"],
  write: writeHalf("memory"),
});

function writeHalf(half: keyof RequestsDraft): TenantColumn["write"] {
  return (tenant, value = "0") => {
    if (tenant.demand === undefined) return tenant;
    const { largestPod, ...demand } = tenant.demand;
    const pod = { cpu: "0", memory: "0", ...largestPod, [half]: value };
    const isNone = String(pod.cpu) === "0" && String(pod.memory) === "0";
    return { ...tenant, demand: isNone ? demand : { ...demand, largestPod: pod } };
  };
}
