import * as z from "zod";
import { MOST_REPLICAS } from "./demand-file.ts";
import { IdField, NameField, StorageField } from "./fields.ts";
import { RequestsField } from "./requests-field.ts";
import { replacingFields } from "./rollout.ts";
import { schedulingFields } from "./workload-fields.ts";

/** Pods alike of a tenant, as people write them. */
export const WorkloadFile = z.strictObject({
  name: NameField.meta({ description: "What the workload is called, once within its tenant.", examples: ["web"] }),
  kind: z
    .enum(["Deployment", "StatefulSet", "DaemonSet", "Job"])
    .default("Deployment")
    .meta({
      description: "What Kubernetes runs it as; a DaemonSet has one pod on every worker node.",
      examples: ["StatefulSet"],
    }),
  replicas: z
    .int()
    .min(0)
    .max(MOST_REPLICAS)
    .optional()
    .meta({
      title: "pods",
      description: "How many pods run at once. Left out: 1; of a DaemonSet it is not counted.",
      examples: [3],
    }),
  requests: RequestsField,
  storagePerReplica: StorageField.optional().meta({
    description: "The volume that each pod claims. Left out: none.",
    examples: ["100Gi"],
  }),
  storageClass: IdField.optional().meta({
    description: "The class of its volumes, where it is not the usual one; a price book may price it apart.",
    examples: ["gold"],
  }),
  pool: z
    .string()
    .max(20)
    .optional()
    .meta({
      title: "name of one of the tenant's pools",
      description: "In which of the tenant's pools it runs. Left out: in the one for everything.",
      examples: ["db"],
    }),
  ...replacingFields,
  ...schedulingFields,
});
