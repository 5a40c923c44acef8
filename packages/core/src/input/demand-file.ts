import * as z from "zod";
import { CpuField, IdField, MemoryField, StorageField } from "./fields.ts";

export const MOST_REPLICAS = 1_000_000;

/** What one pod requests. */
export const podRequests = {
  cpu: CpuField.meta({ description: "CPU of one pod: 500m is half a vCPU.", examples: ["500m"] }),
  memory: MemoryField.meta({ description: "Memory of one pod.", examples: ["1Gi"] }),
};

/** A tenant's size where only totals are known, as people write it. */
export const DemandFile = z.strictObject({
  pods: z
    .int()
    .min(0)
    .max(MOST_REPLICAS)
    .meta({ title: "pods", description: "How many pods there are.", examples: [45] }),
  cpu: CpuField.meta({ description: "CPU that all pods together request.", examples: ["18"] }),
  memory: MemoryField.meta({ description: "Memory that all pods together request.", examples: ["72Gi"] }),
  storage: StorageField.optional().meta({
    description: "All volumes together. Left out: none.",
    examples: ["1Ti"],
  }),
  storageClass: IdField.optional().meta({
    description: "The class of the volumes, where it is not the usual one.",
    examples: ["gold"],
  }),
  largestPod: z
    .strictObject(podRequests)
    .optional()
    .meta({
      description:
        "The largest single pod, which must fit on one node. Left out: the pods are taken as equal in size, and the plan says so.",
      examples: [{ cpu: "2", memory: "8Gi" }],
    }),
});
