import * as z from "zod";
import type { TopologySpread } from "./affinity.ts";
import {
  affinityFields,
  nodeAffinityOf,
  OverField,
  podTermsOf,
  selectorFields,
  selectorOf,
} from "./affinity-fields.ts";
import type { Workload } from "./workload.ts";

const LARGEST_PRIORITY = 1_000_000_000;
const LARGEST_SKEW = 1000;
const MOST_SPREADS = 20;
const text = z.string().max(253);
const policy = z.enum(["Honor", "Ignore"]);
const effect = z.enum(["NoSchedule", "NoExecute", "PreferNoSchedule"]);

const TolerationFile = z.strictObject({
  key: text.optional().meta({ description: "The taint's key. Left out: every taint.", examples: ["dedicated"] }),
  operator: z
    .enum(["Equal", "Exists"])
    .optional()
    .meta({ description: "Whether the value counts (Equal) or the key alone. Left out: Equal.", examples: ["Exists"] }),
  value: text.optional().meta({ description: "The taint's value, where the operator is Equal.", examples: ["gpu"] }),
  effect: effect
    .optional()
    .meta({ description: "The taint's effect. Left out: every effect.", examples: ["NoSchedule"] }),
});

const SpreadFile = z.strictObject({
  over: OverField,
  maxSkew: z
    .int()
    .min(1)
    .max(LARGEST_SKEW)
    .default(1)
    .meta({ title: "pods", description: "How many more pods one of them may have than another.", examples: [1] }),
  whenUnsatisfiable: z
    .enum(["DoNotSchedule", "ScheduleAnyway"])
    .default("DoNotSchedule")
    .meta({ description: "Whether it is a condition (DoNotSchedule) or a wish.", examples: ["ScheduleAnyway"] }),
  minDomains: z
    .int()
    .min(1)
    .max(LARGEST_SKEW)
    .optional()
    .meta({
      title: "nodes or zones",
      description: "While there are fewer, each may have at most maxSkew of the pods. Left out: 1.",
      examples: [3],
    }),
  nodeAffinityPolicy: policy.optional().meta({
    description: "Whether only nodes count that its selector and affinity allow (Honor), or all. Left out: Honor.",
    examples: ["Honor"],
  }),
  nodeTaintsPolicy: policy.optional().meta({
    description:
      "Whether nodes with taints that it does not bear are left out (Honor), or count as places without a pod. Left out: Ignore.",
    examples: ["Honor"],
  }),
  ...selectorFields,
});

/** How a workload's pods want to be placed, in the words of a pod's specification. */
export const schedulingFields = {
  priority: z
    .int()
    .min(-LARGEST_PRIORITY)
    .max(LARGEST_PRIORITY)
    .optional()
    .meta({
      description: "The value of its priority class: the higher, the sooner its pods get a place. Left out: 0.",
      examples: [1000],
    }),
  nodeSelector: z
    .record(text, text)
    .optional()
    .meta({
      description: "Labels that a node must have to take its pods.",
      examples: [{ "kubernetes.io/arch": "amd64" }],
    }),
  tolerations: z
    .array(TolerationFile)
    .optional()
    .meta({
      description: "Taints of nodes that its pods bear, as in a pod's specification.",
      examples: [[{ key: "dedicated", operator: "Exists", effect: "NoSchedule" }]],
    }),
  topologySpread: z
    .array(SpreadFile)
    .max(MOST_SPREADS)
    .optional()
    .meta({
      description: "How its own pods are spread over nodes or zones, as topologySpreadConstraints do it.",
      examples: [[{ over: "zone", maxSkew: 1, whenUnsatisfiable: "ScheduleAnyway" }]],
    }),
  antiAffinity: z
    .enum(["hostname", "zone"])
    .optional()
    .meta({ description: "No two of its pods on one node (hostname), or in one zone.", examples: ["hostname"] }),
  ...affinityFields,
};

type SchedulingFile = {
  readonly [Field in keyof typeof schedulingFields]?: z.output<(typeof schedulingFields)[Field]>;
};

type PlacementField =
  | "priority"
  | "nodeSelector"
  | "tolerations"
  | "topologySpread"
  | "antiAffinity"
  | "labels"
  | "podAffinity"
  | "podAntiAffinity"
  | "nodeAffinity";

/** The same as the planner holds it, with the defaults of Kubernetes. */
export function schedulingOf(file: SchedulingFile): Pick<Workload, PlacementField> {
  return {
    priority: file.priority ?? 0,
    nodeSelector: file.nodeSelector ?? {},
    tolerations: file.tolerations ?? [],
    topologySpread: (file.topologySpread ?? []).map(spreadOf),
    antiAffinity: file.antiAffinity ?? null,
    labels: file.labels ?? {},
    podAffinity: podTermsOf(file.podAffinity),
    podAntiAffinity: podTermsOf(file.podAntiAffinity),
    nodeAffinity: nodeAffinityOf(file.nodeAffinity),
  };
}

function spreadOf(file: z.output<typeof SpreadFile>): TopologySpread {
  const { over, maxSkew, whenUnsatisfiable, minDomains, nodeAffinityPolicy, nodeTaintsPolicy } = file;
  return {
    over,
    maxSkewCount: maxSkew,
    isHard: whenUnsatisfiable === "DoNotSchedule",
    ...(minDomains === undefined ? {} : { minDomainCount: minDomains }),
    ...(nodeAffinityPolicy === undefined ? {} : { nodeAffinityPolicy }),
    ...(nodeTaintsPolicy === undefined ? {} : { nodeTaintsPolicy }),
    ...selectorOf(file),
  };
}
