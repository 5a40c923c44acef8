import * as z from "zod";
import type { Finding } from "../base/findings/finding.ts";
import { CATALOG_STATES } from "../views/measured/compared.ts";
import { MATCH_WAYS } from "../views/measured/match-name.ts";
import type { Measurement } from "../views/measured/measurement.ts";
import { FindingPart, findingPart } from "./finding-part.ts";
import { ConfidencePart, SCHEMA_VERSION } from "./parts.ts";

const text = z.string();
const count = z.int().nonnegative();
const whole = z.int();
const figure = z.int().nonnegative().nullable();
const COMPARED_STATES = ["same", "more", "less", "unknown"] as const;

const ComparedPart = z
  .strictObject({
    catalogValue: figure.meta({ description: "What the catalog has of one; null: not known, or it does not say." }),
    leastValue: whole.nullable().meta({ description: "What runs, of pods that differ the least; null: not known." }),
    mostValue: whole.nullable().meta({ description: "What runs, of pods that differ the most; null: not known." }),
    differenceValue: whole.nullable().meta({
      description: "What runs − what the catalog has, in all; null: one of them is not known.",
    }),
    state: z.enum(COMPARED_STATES).meta({ description: "How what runs stands to what the catalog has." }),
  })
  .meta({ description: "One figure in the catalog and in the cluster." });

const SettingPart = z.strictObject({
  parameter: text.meta({ description: "The assumption." }),
  value: text.meta({ description: "Its value, as --set takes it." }),
});
const settings = z.array(SettingPart).meta({ description: "Assumptions that take over what was measured." });
const takeOver = z.enum(["taken", "as-planned", "none"]).nullable().meta({
  description:
    "taken: by its settings; as-planned: assumptions are so already; none: no assumption takes it yet; null: nothing is to be taken over.",
});

const ComponentPart = z.strictObject({
  group: z
    .enum(["every-cluster", "managing-clusters", "application"])
    .meta({ description: "Where the catalog has it." }),
  application: text.nullable().meta({ description: "The application it belongs to; null: none." }),
  component: text.meta({ description: "Its name in the catalog." }),
  confidence: ConfidencePart.meta({ description: "How far the catalog's figures can be trusted." }),
  isOpenQuestion: z.boolean().meta({
    description: "true: the catalog's figure is not public, an assumption, or one of several readings.",
  }),
  hasReadings: z.boolean().meta({ description: "true: an assumption chooses among several readings of it." }),
  state: z.enum(CATALOG_STATES).meta({
    description: "What all figures come to: unknown before more, more before less.",
  }),
  matchedBy: z.enum(MATCH_WAYS).nullable().meta({
    description: "How its workloads were known, the least sure way of them; null: none runs.",
  }),
  isSumOfPods: z.boolean().meta({ description: "true: CPU and memory are of all its pods together." }),
  podCount: ComparedPart.meta({ description: "How many pods." }),
  cpuMillicores: ComparedPart.meta({ description: "CPU that one pod requests, in millicores." }),
  memoryBytes: ComparedPart.meta({ description: "Memory that one pod requests, in bytes." }),
  versions: z.array(text).meta({ description: "Numbers of its images' tags." }),
  settings,
  takeOver,
  reason: z.enum(["kind-not-in-files", "not-public", "template-states-none", "pods-not-counted"]).nullable().meta({
    description:
      "Why something is not known: files have no objects of its kind, the catalog's figure is not public, only a template states nothing, or nothing says how many pods there are; null: all is known.",
  }),
});

const NodesPart = z.strictObject({
  role: z.enum(["control-plane", "etcd", "worker"]).meta({ description: "What the nodes are for." }),
  nodeCount: count.meta({ description: "How many nodes alike." }),
  kubernetesVersion: text.nullable().meta({ description: "Kubernetes of the kubelet; null: not known." }),
  capacityCpuMillicores: count.meta({ description: "CPU that one of them has, in millicores." }),
  capacityMemoryBytes: count.meta({ description: "Memory that one of them has, in bytes." }),
  keptCpuMillicores: ComparedPart.meta({ description: "Capacity − allocatable CPU of one, in millicores." }),
  keptMemoryBytes: ComparedPart.meta({ description: "Capacity − allocatable memory of one, in bytes." }),
  podsPerNode: ComparedPart.meta({ description: "Pods that one of them takes." }),
  state: z.enum(COMPARED_STATES).meta({ description: "What all figures come to." }),
  settings,
  takeOver,
});

const pods = {
  podCount: figure.meta({ description: "How many pods; null: not known." }),
};

const OtherPart = z.strictObject({
  namespace: text.meta({ description: "Its namespace." }),
  name: text.meta({ description: "Its name." }),
  kind: text.meta({ description: "Its kind." }),
  ...pods,
  cpuMillicores: figure.meta({ description: "CPU that one pod requests; null: not known." }),
  memoryBytes: figure.meta({ description: "Memory that one pod requests; null: not known." }),
});

const ElsewherePart = z.strictObject({
  namespace: text.meta({ description: "The namespace." }),
  workloadCount: count.meta({ description: "How many workloads." }),
  ...pods,
  cpuMillicores: figure.meta({ description: "CPU that all their pods request; null: not known of one." }),
  memoryBytes: figure.meta({ description: "Memory that all their pods request; null: not known of one." }),
  likeNames: z
    .array(text)
    .meta({ description: "Components that some are called like, without being counted as them." }),
});

/** What `measure --format json` prints. JSON Schema: `schema/measurement.schema.json`. */
export const MeasurementDocument = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  findings: z
    .array(FindingPart)
    .meta({ description: "What cannot be read, and what else is to be known of the files." }),
  measurement: z
    .strictObject({
      release: text.meta({ description: "The NKP release that the cluster is laid beside." }),
      kubernetesVersion: text.meta({ description: "Kubernetes of that release." }),
      otherVersions: z.array(text).meta({ description: "Versions of Kubernetes that nodes run instead." }),
      components: z.array(ComponentPart).meta({ description: "Component by component, open questions first." }),
      nodes: z.array(NodesPart).meta({ description: "What nodes keep from pods, nodes alike together." }),
      notInCatalog: z
        .array(OtherPart)
        .meta({ description: "What runs beside the platform, and the catalog does not have." }),
      elsewhere: z
        .array(ElsewherePart)
        .meta({ description: "What runs in namespaces without a part of the platform." }),
      absentApplications: z.array(text).meta({ description: "Applications of the release of which nothing runs." }),
      settings: z
        .array(
          z.strictObject({
            parameter: text.meta({ description: "The assumption." }),
            values: z
              .array(text)
              .meta({ description: "What was measured says so; of several, no one stands for all." }),
            saidBy: z.array(z.array(text)).meta({ description: "Which components or nodes say so, for each value." }),
          }),
        )
        .meta({ description: "Assumptions that take over what was measured." }),
    })
    .meta({ description: "A running cluster beside the catalog." }),
  report: z
    .strictObject({
      foundCount: count.meta({ description: "Objects in the files." }),
      usedCount: count.meta({ description: "Of these, measured." }),
      excluded: z
        .array(
          z.strictObject({
            count: count.meta({ description: "How many." }),
            reason: text.meta({ description: "Why they are left out." }),
          }),
        )
        .meta({ description: "Of these, left out." }),
      unreadableCount: count.meta({ description: "Of these, not readable." }),
    })
    .meta({ description: "What became of the objects of the files; the parts add up to those found." }),
});
export type MeasurementDocument = z.infer<typeof MeasurementDocument>;

/** A measurement as `measure --format json` prints it. @param said what was said of the files */
export function measurementDocument(
  { matched: _, ...measurement }: Measurement,
  report: {
    readonly foundCount: number;
    readonly usedCount: number;
    readonly excluded: readonly { readonly count: number; readonly reason: string }[];
    readonly unreadableCount: number;
  },
  said: readonly Finding[] = [],
): MeasurementDocument {
  const { foundCount, usedCount, excluded, unreadableCount } = report;
  return {
    schemaVersion: SCHEMA_VERSION,
    findings: said.map(findingPart),
    // What is measured is plain data; its lists are the document's own.
    measurement: structuredClone(measurement) as MeasurementDocument["measurement"],
    report: { foundCount, usedCount, excluded: excluded.map((one) => ({ ...one })), unreadableCount },
  };
}
