import type { CrdSchema } from "./crd-schemas.ts";

/**
 * NKPCluster by the fields of its CustomResourceDefinition, written down from mesosphere/kommander-applications at
 * d4bcf57888d3c676f5d471b3ba3a4e0848372ec0, common/nkpcluster/manifests/all.yaml (2.18 pre-release). Its topology keeps
 * unknown fields: what stands in it is held against Cluster API's v1beta2.
 */
export const NKP_CLUSTER: CrdSchema = {
  type: "object",
  required: ["spec"],
  properties: {
    apiVersion: { const: "clusters.nkp.nutanix.com/v1alpha1" },
    kind: { const: "NKPCluster" },
    metadata: { type: "object" },
    spec: {
      type: "object",
      required: ["version"],
      anyOf: ["capiCluster", "capiClusterRef", "kommanderCluster", "kommanderClusterRef"].map((one) => ({
        required: [one],
      })),
      properties: {
        version: { type: "string", pattern: "^v?\\d+\\.\\d+\\.\\d+" },
        capiCluster: {
          type: "object",
          properties: {
            clusterNetwork: {
              type: "object",
              properties: {
                apiServerPort: { type: "integer" },
                pods: ranges(),
                services: ranges(),
                serviceDomain: { type: "string", maxLength: 253 },
              },
            },
            topology: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
          },
        },
        capiClusterRef: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
        kommanderCluster: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
        kommanderClusterRef: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
      },
    },
  },
};

function ranges(): CrdSchema {
  return {
    type: "object",
    required: ["cidrBlocks"],
    properties: { cidrBlocks: { type: "array", minItems: 1, maxItems: 100, items: { type: "string" } } },
  };
}
