import * as z from "zod";
import { MATCH_WAYS } from "../views/measured/match-name.ts";
import type { MeasuredFootprint } from "../views/measured/measured-footprint.ts";
import { SCHEMA_VERSION } from "./parts.ts";

const text = z.string();
const count = z.int().nonnegative();

const ComponentPart = z.strictObject({
  application: text
    .nullable()
    .meta({ description: "The application it belongs to; null: what clusters run below them." }),
  component: text.meta({ description: "Its name in the catalog." }),
  matchedBy: z.enum(MATCH_WAYS).meta({
    description:
      "How its workload was known: by a name that the catalog lists, by the component's own, or by one alike.",
  }),
  version: text.nullable().meta({ description: "Numbers of its image's tag; null: it has none." }),
  podCount: count.nullable().meta({ description: "How many such pods; null: not known." }),
  cpuMillicores: count.nullable().meta({ description: "CPU that one pod requests; null: not known, which is not 0." }),
  memoryBytes: count.nullable().meta({ description: "Memory that one pod requests; null: not known, which is not 0." }),
  basis: z.enum(["pods", "template"]).meta({
    description: "pods: read from running pods; template: from what makes them, which the API server may add to.",
  }),
});

const NodesPart = z.strictObject({
  role: z.enum(["control-plane", "etcd", "worker"]).meta({ description: "What the nodes are for." }),
  nodeCount: count.meta({ description: "How many nodes alike." }),
  kubernetesVersion: text.nullable().meta({ description: "Kubernetes of the kubelet; null: not known." }),
  cpuMillicores: count.meta({ description: "CPU that one of them has." }),
  memoryBytes: count.meta({ description: "Memory that one of them has." }),
  allocatable: z
    .strictObject({
      cpuMillicores: count.meta({ description: "CPU that pods may request on one of them." }),
      memoryBytes: count.meta({ description: "Memory that pods may request on one of them." }),
      podCount: count.nullable().meta({ description: "Pods that one of them takes; null: not known." }),
    })
    .nullable()
    .meta({ description: "What pods may have of one of them; null: not known." }),
});

/** What `measure --footprint` writes. JSON Schema: `schema/measured-footprint.schema.json`. */
export const MeasuredFootprintDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  measuredFootprint: z
    .strictObject({
      release: text.meta({ description: "The NKP release that its owner named, or that was taken." }),
      confidence: z.literal("measured").meta({
        description: "How far it can be trusted: read from one running cluster, beside what manifests say.",
      }),
      components: z.array(ComponentPart).meta({ description: "Pods alike of the platform's components." }),
      nodes: z.array(NodesPart).meta({ description: "Nodes alike." }),
      notInCatalogCount: count.meta({
        description: "Workloads beside the platform that the catalog does not have; nothing else is said of them.",
      }),
    })
    .meta({ description: "What one cluster's platform asks for, without any name of its owner's." }),
});
export type MeasuredFootprintDocument = z.infer<typeof MeasuredFootprintDocument>;

/** A measured footprint as `measure --footprint` writes it. */
export function measuredFootprintDocument(footprint: MeasuredFootprint): MeasuredFootprintDocument {
  const { release, components, nodes, notInCatalogCount } = footprint;
  return {
    schemaVersion: SCHEMA_VERSION,
    measuredFootprint: {
      ...{ release, confidence: "measured" },
      components: components.map((one) => ({ ...one })),
      nodes: nodes.map((one) => ({
        ...one,
        allocatable: one.allocatable === null ? null : { ...one.allocatable },
      })),
      notInCatalogCount,
    },
  };
}
