import * as z from "zod";
import { dnsLabel, SITE_FIELDS } from "../options/site-fields.ts";

const name = z.string().min(1).max(253);

export const clusterApiOptions = z.strictObject({
  ...SITE_FIELDS,
  kubernetesVersion: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/)
    .optional()
    .meta({
      title: "a version such as 1.34.3",
      description: "Exact version of Kubernetes that the image has (default: the release's)",
      examples: ["1.34.3"],
    }),
  apiVersion: z
    .enum(["v1beta1", "v1beta2"])
    .default("v1beta1")
    .meta({ description: "Version of Cluster API that is written up to NKP 2.17", examples: ["v1beta2"] }),
  workspaceNamespace: dnsLabel.default("kommander-default-workspace").meta({
    description: "Namespace of the workspace of clusters that another one manages",
    examples: ["tenants"],
  }),
  failureDomains: z
    .record(name, name)
    .optional()
    .meta({
      description: "Failure domain for each zone of the plan (default: nodes are not spread)",
      examples: [{ "zone-1": "rack-a", "zone-2": "rack-b", "zone-3": "rack-c" }],
    }),
  gpus: z
    .record(name, name)
    .optional()
    .meta({
      description: "What Prism Central calls the device behind each extended resource",
      examples: [{ "nvidia.com/gpu": "Ampere 40" }],
    }),
});

export type ClusterApiOptions = z.output<typeof clusterApiOptions>;
