import * as z from "zod";
import type { NodeAffinity, PodTerms } from "./affinity.ts";
import { NameField } from "./fields.ts";

const LARGEST_WEIGHT = 100;
const MOST_TERMS = 20;
/** What Kubernetes takes as the value of a label. */
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;

/** What Kubernetes takes as a label's key: a name, with a domain before it or without. */
const LABEL_KEY = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

export const LabelKey = z.string().regex(LABEL_KEY).meta({ title: "key of a label" });
export const LabelValue = z.string().regex(LABEL_VALUE).meta({ title: "value of a label" });

export const OverField = z
  .enum(["hostname", "zone"])
  .meta({ description: "Over single nodes (hostname), or over zones.", examples: ["zone"] });

/** Which pods a rule speaks of. */
export const selectorFields = {
  workloads: z
    .array(NameField)
    .min(1)
    .max(MOST_TERMS)
    .optional()
    .meta({
      description: "Of which workloads of the same tenant it counts the pods. Left out: of its own.",
      examples: [["cache"]],
    }),
  matchLabelKeys: z
    .array(LabelKey)
    .max(MOST_TERMS)
    .optional()
    .meta({
      description: "Labels in which the pods counted must be equal to its own, as in a pod's specification.",
      examples: [["pod-template-hash"]],
    }),
};

const weight = z
  .int()
  .min(1)
  .max(LARGEST_WEIGHT)
  .meta({ title: "weight", description: "How strong the wish is, from 1 to 100.", examples: [100] });

const term = { over: OverField, ...selectorFields };

const PodTermsFile = z.strictObject({
  required: z
    .array(z.strictObject(term))
    .max(MOST_TERMS)
    .default([])
    .meta({ description: "Conditions: without them a pod stays pending.", examples: [[{ over: "hostname" }]] }),
  preferred: z
    .array(z.strictObject({ weight, ...term }))
    .max(MOST_TERMS)
    .default([])
    .meta({
      description: "Wishes: nodes that meet more of them are taken first.",
      examples: [[{ weight: 100, over: "zone" }]],
    }),
});

const matchExpressions = z
  .array(
    z.strictObject({
      key: LabelKey.meta({ description: "The label of the node.", examples: ["pool"] }),
      operator: z
        .enum(["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"])
        .meta({ description: "How its value is compared.", examples: ["In"] }),
      values: z
        .array(LabelValue)
        .max(MOST_TERMS)
        .optional()
        .meta({
          description: "The values; none with Exists and DoesNotExist, one with Gt and Lt.",
          examples: [["db"]],
        }),
    }),
  )
  .min(1)
  .max(MOST_TERMS)
  .meta({
    description: "Conditions that all hold.",
    examples: [[{ key: "kubernetes.io/arch", operator: "In", values: ["amd64"] }]],
  });

const NodeAffinityFile = z.strictObject({
  required: z
    .array(z.strictObject({ matchExpressions }))
    .max(MOST_TERMS)
    .default([])
    .meta({ description: "One of these must hold of a node.", examples: [[]] }),
  preferred: z
    .array(z.strictObject({ weight, matchExpressions }))
    .max(MOST_TERMS)
    .default([])
    .meta({ description: "Nodes of which these hold are taken first.", examples: [[]] }),
});

export const affinityFields = {
  labels: z
    .record(LabelKey, LabelValue)
    .optional()
    .meta({
      description: "Labels of its pods; app is its name where it is not said here.",
      examples: [{ app: "web", track: "canary" }],
    }),
  podAffinity: PodTermsFile.optional().meta({
    description: "Near which pods its pods run, on one node or in one zone.",
    examples: [{ required: [{ over: "zone", workloads: ["cache"] }] }],
  }),
  podAntiAffinity: PodTermsFile.optional().meta({
    description: "Apart from which pods its pods run; for its own pods, antiAffinity says it shorter.",
    examples: [{ preferred: [{ weight: 100, over: "hostname" }] }],
  }),
  nodeAffinity: NodeAffinityFile.optional().meta({
    description: "On which nodes its pods run, by labels; beside nodeSelector.",
    examples: [{ required: [{ matchExpressions: [{ key: "pool", operator: "In", values: ["workload"] }] }] }],
  }),
};

type SelectorFile = { readonly [Field in keyof typeof selectorFields]?: z.output<(typeof selectorFields)[Field]> };

/** The same as the planner holds it; nothing where nothing was said. */
export function selectorOf({ workloads, matchLabelKeys }: SelectorFile) {
  return {
    ...(workloads === undefined ? {} : { selects: workloads }),
    ...(matchLabelKeys === undefined ? {} : { matchLabelKeys }),
  };
}

/** Affinity or anti-affinity to pods, as a file has it; null: none. */
export function podTermsOf(file: z.output<typeof PodTermsFile> | undefined): PodTerms | null {
  if (file === undefined) return null;
  return {
    required: file.required.map((one) => ({ over: one.over, ...selectorOf(one) })),
    preferred: file.preferred.map((one) => ({ over: one.over, scoreWeight: one.weight, ...selectorOf(one) })),
  };
}

/** Affinity to nodes, as a file has it; null: none. */
export function nodeAffinityOf(file: z.output<typeof NodeAffinityFile> | undefined): NodeAffinity | null {
  if (file === undefined) return null;
  const preferred = file.preferred.map(({ weight: scoreWeight, matchExpressions: all }) => ({
    scoreWeight,
    matchExpressions: all,
  }));
  return { required: file.required, preferred };
}
