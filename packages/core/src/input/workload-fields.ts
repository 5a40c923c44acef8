import * as z from "zod";
import type { Workload } from "./workload.ts";

const LARGEST_PRIORITY = 1_000_000_000;
const LARGEST_SKEW = 1000;
const text = z.string().max(253);
const effect = z.enum(["NoSchedule", "NoExecute", "PreferNoSchedule"]);

/** How a workload's pods want to be placed, in the words of a pod's specification. */
export const schedulingFields = {
  priority: z.int().min(-LARGEST_PRIORITY).max(LARGEST_PRIORITY).optional(),
  nodeSelector: z.record(text, text).optional(),
  tolerations: z
    .array(
      z.strictObject({
        key: text.optional(),
        operator: z.enum(["Equal", "Exists"]).optional(),
        value: text.optional(),
        effect: effect.optional(),
      }),
    )
    .optional(),
  /** Spreading this workload's own pods; hard unless whenUnsatisfiable says otherwise. */
  topologySpread: z
    .array(
      z.strictObject({
        over: z.enum(["hostname", "zone"]),
        maxSkew: z.int().min(1).max(LARGEST_SKEW).default(1),
        whenUnsatisfiable: z.enum(["DoNotSchedule", "ScheduleAnyway"]).default("DoNotSchedule"),
      }),
    )
    .max(2)
    .optional(),
  /** No two of this workload's pods on one node, or in one zone. */
  antiAffinity: z.enum(["hostname", "zone"]).optional(),
};

type SchedulingFile = {
  readonly [Field in keyof typeof schedulingFields]?: z.output<(typeof schedulingFields)[Field]>;
};

/** The same as the planner holds it, with the defaults of Kubernetes. */
export function schedulingOf(
  file: SchedulingFile,
): Pick<Workload, "priority" | "nodeSelector" | "tolerations" | "topologySpread" | "antiAffinity"> {
  return {
    priority: file.priority ?? 0,
    nodeSelector: file.nodeSelector ?? {},
    tolerations: file.tolerations ?? [],
    topologySpread: (file.topologySpread ?? []).map(({ over, maxSkew, whenUnsatisfiable }) => ({
      over,
      maxSkewCount: maxSkew,
      isHard: whenUnsatisfiable === "DoNotSchedule",
    })),
    antiAffinity: file.antiAffinity ?? null,
  };
}
