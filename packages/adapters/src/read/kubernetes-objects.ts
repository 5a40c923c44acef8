import * as z from "zod";
import { shapesIn } from "./cluster-shapes/sniff-shapes.ts";
import { defineReader } from "./making/define-reader.ts";
import { isOfManagement } from "./nkp-objects.ts";

import { isOnlyOfGroup } from "./objects/only-of-group.ts";
import { LARGEST_TEXT_BYTES } from "./reader.ts";

const text = z.string().max(1000);

/** What runs in a cluster, or is to run in one: as kubectl prints it, or as a repository keeps it rendered. */
export const kubernetesObjects = defineReader({
  id: "kubernetes-objects",
  title: "Objects of a cluster (kubectl get … -o yaml or json, rendered manifests)",
  gives: "tenants",
  fileNames: [".yaml", ".yml", ".json"],
  options: z.strictObject({
    tenant: text.optional().meta({ description: "Name of the one tenant that all of it is (default: the file's)" }),
    "tenant-by": text.optional().meta({ description: "A tenant for each namespace, label:KEY or annotation:KEY" }),
    "leave-out": text
      .optional()
      .meta({ description: "Namespaces that are no tenant's, with commas between: kube-system,kommander" }),
    "default-requests": text
      .optional()
      .meta({ description: "What a container is taken to request that says nothing: 100m/128Mi (default: unknown)" }),
    jobs: z
      .enum(["left-out", "counted"])
      .default("left-out")
      .meta({ description: "Jobs and CronJobs: left-out, or counted as if all ran at once" }),
  }),
  example: {
    name: "workloads.yaml",
    text: `apiVersion: v1
kind: List
items:
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: web, namespace: shop }
    spec:
      replicas: 3
      template:
        spec:
          containers:
            - name: web
              resources: { requests: { cpu: 500m, memory: 1Gi } }
`,
  },
  capabilities: { syntax: "other", mostBytes: LARGEST_TEXT_BYTES, joinsFiles: true, takesLarge: true },
  sniff: (head) => (isOfCluster(head) ? "sure" : "no"),
  load: () => import("./kubernetes-objects/demand-of-objects.ts"),
});

/** A group of Kubernetes itself, with a kind; or metadata of an object that leaves both out. */
function isOfCluster(head: string): boolean {
  const own = /(^|[\s{,"'-])apiVersion"?\s*:\s*["']?(v1|apps\/v1|batch\/v1|extensions\/v1beta1)["']?\s*([,}\n\r]|$)/;
  const bare = /^\s*\{\s*"metadata"\s*:\s*\{[\s\S]*"namespace"\s*:/;
  if (isOfManagement(head) || !(own.test(head) || bare.test(head))) return false;
  // What is recommended or used is another reader's, and so are clusters and nodes where nothing runs.
  if (isOnlyOfGroup(head, "autoscaling") || isOnlyOfGroup(head, "metrics")) return false;
  const { hasShapes, hasWorkloads } = shapesIn(head);
  return hasWorkloads || !hasShapes;
}
