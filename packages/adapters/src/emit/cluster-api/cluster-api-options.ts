import * as z from "zod";
import { gpus, kubernetesVersion, workspaceNamespace } from "../options/cluster-fields.ts";
import { SITE_FIELDS } from "../options/site-fields.ts";

const name = z.string().min(1).max(253);

export const clusterApiOptions = z.strictObject({
  ...SITE_FIELDS,
  kubernetesVersion,
  apiVersion: z
    .enum(["v1beta1", "v1beta2"])
    .default("v1beta1")
    .meta({ description: "Version of Cluster API that is written up to NKP 2.17", examples: ["v1beta2"] }),
  workspaceNamespace,
  failureDomains: z
    .record(name, name)
    .optional()
    .meta({
      description: "Failure domain for each zone of the plan (default: nodes are not spread)",
      examples: [{ "zone-1": "rack-a", "zone-2": "rack-b", "zone-3": "rack-c" }],
    }),
  gpus,
});

export type ClusterApiOptions = z.output<typeof clusterApiOptions>;
