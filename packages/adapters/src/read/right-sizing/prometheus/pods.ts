import type { Maker } from "../makers.ts";
import { whereOf } from "./metrics.ts";
import type { Series } from "./series.ts";

/** What is said of pods beside their sizes. */
export interface KnownPods {
  /** The series that says which phase a pod is in, and that. */
  readonly phases: ReadonlyMap<string, { readonly phase: string; readonly series: Series }>;
  readonly makers: ReadonlyMap<string, Maker>;
}

export function podKeyOf({ cluster, namespace, pod }: ReturnType<typeof whereOf>): string {
  return [cluster, namespace, pod].join("\n");
}

/** Phases and makers of pods, of those series that say them. */
export function knownPods(series: readonly Series[]): KnownPods {
  const phases = new Map<string, { phase: string; series: Series }>();
  const makers = new Map<string, Maker>();
  for (const one of series) {
    const { name, value, label } = one;
    const key = podKeyOf(whereOf(one));
    if (name === "kube_pod_status_phase" && (value === "1" || value === 1))
      phases.set(key, { phase: label("phase"), series: one });
    if (name === "kube_pod_owner") makers.set(key, makerOf(label("owner_kind"), label("owner_name"), label("pod")));
    if (name === "kube_pod_info" && !makers.has(key) && label("created_by_kind") !== "")
      makers.set(key, makerOf(label("created_by_kind"), label("created_by_name"), label("pod")));
  }
  return { phases, makers };
}

/** A ReplicaSet is its Deployment's, whose name it has before a hash. */
function makerOf(kind: string, name: string, pod: string): Maker {
  if (kind === "ReplicaSet") return { kind: "Deployment", workload: name.replace(/-[a-z0-9]{1,10}$/, "") };
  if (kind === "" || kind === "<none>" || kind === "Node") return { kind: "Pod", workload: pod };
  return { kind, workload: name };
}
