import { controllerOf } from "../read/kubernetes-objects/owners.ts";
import { resizedSpec } from "../read/kubernetes-objects/resized.ts";
import { type WorkloadKind, workloadKindOf } from "../read/kubernetes-objects/workload-kinds.ts";
import type { ObjectAt } from "../read/objects/objects.ts";
import { at, listAt, textAt } from "../read/objects/read-fields.ts";

/** What of an object says which pods there are, and what they ask for. */
export interface PodsOfObject {
  readonly spec: unknown;
  readonly specPath: readonly string[];
  /** null: it does not say; undefined: what it says is no number of pods. */
  readonly podCount: number | null | undefined;
}

/** The pods of an object of a kind that makes pods, or of one that is a pod. */
export function podsOfObject(object: ObjectAt): PodsOfObject {
  const kind = workloadKindOf(object) as WorkloadKind;
  if (object.kind === "Pod") return { spec: resizedSpec(object.data), specPath: kind.podSpec, podCount: 1 };
  const spec = at(object.data, ...kind.podSpec);
  return {
    spec,
    specPath: kind.podSpec,
    podCount: kind.as === "DaemonSet" ? scheduledOf(object) : countOf(object, kind),
  };
}

/** On how many nodes a DaemonSet is to run, as its controller counts them. */
function scheduledOf({ data }: ObjectAt): number | null {
  const count = at(data, "status", "desiredNumberScheduled");
  return isCount(count) ? count : null;
}

function countOf({ data }: ObjectAt, { count }: WorkloadKind): number | null | undefined {
  const given = count === null ? undefined : at(data, ...count);
  if (given === undefined || given === null) return 1;
  return isCount(given) ? given : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** Why an object that makes pods, or is one, is not measured; undefined: it is. */
export function notMeasured(object: ObjectAt): string | undefined {
  const isPod = object.kind === "Pod";
  const phase = textAt(object.data, "status", "phase");
  if (isPod && (phase === "Succeeded" || phase === "Failed")) return "pods that have ended";
  if (workloadKindOf(object)?.as === "Job" || (isPod && controllerOf(object)?.kind === "Job"))
    return "Jobs and CronJobs with their pods, which run and end";
  return !isPod && podsOfObject(object).podCount === 0 ? "with 0 replicas" : undefined;
}

/** The image of the first container, with its tag; empty: none. */
export function imageOf(spec: unknown): string {
  return textAt(listAt(spec, "containers")[0], "image");
}

/** Names under which Helm or Flux says that it installed an object. */
export function releasesOf({ data }: ObjectAt): readonly string[] {
  const labels = ["helm.toolkit.fluxcd.io/name", "app.kubernetes.io/instance"];
  const found = [
    textAt(data, "metadata", "annotations", "meta.helm.sh/release-name"),
    ...labels.map((key) => textAt(data, "metadata", "labels", key)),
  ];
  return [...new Set(found.filter((name) => name !== ""))];
}
