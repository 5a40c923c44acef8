import * as z from "zod";
import { isNodeTable } from "./cluster-shapes/node-table-heads.ts";
import { shapesIn } from "./cluster-shapes/sniff-shapes.ts";
import { defineReader } from "./making/define-reader.ts";
import { LARGEST_TEXT_BYTES } from "./reader.ts";

const text = z.string().max(1000);

/** Clusters as they are declared or run: their pools of machines, and tenants that their worker nodes can hold. */
export const clusterShapes = defineReader({
  id: "cluster-shapes",
  title: "Clusters and nodes (Cluster API, NKP, EKS Anywhere, kubectl get nodes, tables of nodes)",
  gives: "tenants",
  fileNames: [".yaml", ".yml", ".json", ".csv", ".tsv"],
  options: z.strictObject({
    tenant: text.optional().meta({ description: "Name of the one tenant that all of it is (default: one a cluster)" }),
    filled: text
      .default("70")
      .meta({ description: "Percent of what worker nodes offer that is taken as asked for (default: 70)" }),
    "pods-per-node": text
      .default("10")
      .meta({ description: "Pods that each worker node is taken to run (default: 10)" }),
    autoscaled: z
      .enum(["least", "most"])
      .default("least")
      .meta({ description: "The end at which pools of an autoscaler are taken: least, or most" }),
  }),
  example: {
    name: "cluster.yaml",
    text: `apiVersion: cluster.x-k8s.io/v1beta1
kind: Cluster
metadata: { name: tenant-orchid }
spec:
  topology:
    class: nkp-nutanix-v2.17.0
    version: v1.34.3
    controlPlane: { replicas: 3 }
    variables:
      - name: clusterConfig
        value:
          controlPlane:
            nutanix:
              machineDetails: { vcpuSockets: 4, vcpusPerSocket: 1, memorySize: 16Gi, systemDiskSize: 80Gi }
    workers:
      machineDeployments:
        - class: default-worker
          name: general
          replicas: 4
          variables:
            overrides:
              - name: workerConfig
                value:
                  nutanix:
                    machineDetails: { vcpuSockets: 8, vcpusPerSocket: 1, memorySize: 32Gi, systemDiskSize: 120Gi }
`,
  },
  capabilities: { syntax: "other", mostBytes: LARGEST_TEXT_BYTES, joinsFiles: true, takesLarge: true },
  sniff: (head) => (isNodeTable(head) || shapesIn(head).hasShapes ? "sure" : "no"),
  load: () => import("./cluster-shapes/read-shapes.ts"),
});
