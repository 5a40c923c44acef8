import type { ObjectAt } from "../objects/objects.ts";
import { at } from "../objects/read-fields.ts";

/** How pods of a kind come to be. */
export interface WorkloadKind {
  /** What a fleet file calls it. */
  readonly as: "Deployment" | "StatefulSet" | "DaemonSet" | "Job";
  /** Where the specification of its pods stands. */
  readonly podSpec: readonly string[];
  /** Where it says how many; null: one a node, or one. */
  readonly count: readonly string[] | null;
}

const TEMPLATE = ["spec", "template", "spec"] as const;
const REPLICAS = ["spec", "replicas"] as const;

/** Kinds that make pods, by group and name. What is not among them is named, and not counted. */
const KINDS: Readonly<Record<string, WorkloadKind>> = {
  "apps Deployment": { as: "Deployment", podSpec: TEMPLATE, count: REPLICAS },
  "extensions Deployment": { as: "Deployment", podSpec: TEMPLATE, count: REPLICAS },
  "apps ReplicaSet": { as: "Deployment", podSpec: TEMPLATE, count: REPLICAS },
  "extensions ReplicaSet": { as: "Deployment", podSpec: TEMPLATE, count: REPLICAS },
  " ReplicationController": { as: "Deployment", podSpec: TEMPLATE, count: REPLICAS },
  "apps StatefulSet": { as: "StatefulSet", podSpec: TEMPLATE, count: REPLICAS },
  "apps DaemonSet": { as: "DaemonSet", podSpec: TEMPLATE, count: null },
  "extensions DaemonSet": { as: "DaemonSet", podSpec: TEMPLATE, count: null },
  "batch Job": { as: "Job", podSpec: TEMPLATE, count: ["spec", "parallelism"] },
  "batch CronJob": {
    as: "Job",
    podSpec: ["spec", "jobTemplate", ...TEMPLATE],
    count: ["spec", "jobTemplate", "spec", "parallelism"],
  },
  " Pod": { as: "Deployment", podSpec: ["spec"], count: null },
};

/** undefined: it makes no pods, or is of a group that only its owner knows. */
export function workloadKindOf({ group, kind }: Pick<ObjectAt, "group" | "kind">): WorkloadKind | undefined {
  const key = `${group} ${kind}`;
  return Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
}

/** Whether an object of a group that somebody added says how many there are of something: it may well make pods. */
export function mayMakePods({ group, data }: ObjectAt): boolean {
  const isAdded = group.includes(".") && !/(^|\.)k8s\.io$/.test(group);
  return (
    isAdded && (["replicas", "instances", "size"] as const).some((key) => typeof at(data, "spec", key) === "number")
  );
}
