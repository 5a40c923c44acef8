import type { Problem } from "@nkp-planner/core";
import { isRecord, type ObjectAt } from "../objects/objects.ts";
import { at, textAt } from "../objects/read-fields.ts";
import type { DemandOptions } from "./demand-options.ts";
import { controllerOf, namespaceOf, ownersIn } from "./owners.ts";
import { mayMakePods, workloadKindOf } from "./workload-kinds.ts";
import { titleOf } from "./workload-of.ts";

/** Objects of kinds that may make pods, as their names say; what they make is counted where it is in the file. */
export const MAY_MAKE_PODS = "of kinds that may make pods, which their own controller knows";

/** Why an object is not counted; undefined: it is. */
export function leftOutOf(
  objects: readonly ObjectAt[],
  { leftOut, countsJobs }: Pick<DemandOptions, "leftOut" | "countsJobs">,
): (object: ObjectAt) => string | undefined {
  const isOwned = ownersIn(objects);
  return (object) => {
    const kind = workloadKindOf(object);
    if (kind === undefined) return mayMakePods(object) ? MAY_MAKE_PODS : "of kinds that run no pods";
    if (namespaceOf(object) !== "" && leftOut.has(namespaceOf(object))) return "in namespaces that are left out";
    if (isOwned(object)) return "counted with their owner";
    const phase = textAt(object.data, "status", "phase");
    if (object.kind === "Pod" && (phase === "Succeeded" || phase === "Failed")) return "pods that have ended";
    const isJob = kind.as === "Job" || (object.kind === "Pod" && controllerOf(object)?.kind === "Job");
    if (isJob && !countsJobs) return "Jobs and CronJobs, which run and end";
    if (isJob && isRecord(at(object.data, "status")) && textAt(object.data, "status", "completionTime") !== "")
      return "Jobs that have ended";
    return kind.count !== null && at(object.data, ...kind.count) === 0 ? "with 0 replicas" : undefined;
  };
}

/** What some tool makes objects of: its own file says nothing of what runs. */
export function notRendered(object: ObjectAt): Problem | undefined {
  const isKustomization = object.kind === "Kustomization" && object.group.startsWith("kustomize.config.");
  if (!isKustomization) return undefined;
  return {
    code: "wrong-kind",
    path: [],
    found: `${titleOf(object)}, which is not rendered`,
    expected: "the objects that it stands for",
    fix: "write them with kustomize build",
    ...object.placeOf(object.path),
  };
}
