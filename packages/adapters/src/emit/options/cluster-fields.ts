import * as z from "zod";
import { dnsLabel, prismName } from "./site-fields.ts";

const resource = z.string().min(1).max(253);

export const kubernetesVersion = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/)
  .optional()
  .meta({
    title: "a version such as 1.34.3",
    description: "Exact version of Kubernetes that the image has (default: the release's)",
    examples: ["1.34.3"],
  });

export const workspaceNamespace = dnsLabel.default("kommander-default-workspace").meta({
  description: "Namespace of the workspace of clusters that another one manages",
  examples: ["tenants"],
});

export const gpus = z
  .record(resource, prismName)
  .optional()
  .meta({
    description: "What Prism Central calls the device behind each extended resource",
    examples: [{ "nvidia.com/gpu": "Ampere 40" }],
  });
