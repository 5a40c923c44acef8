import type { Series } from "./series.ts";

/** What a series says of a container. */
export interface Metric {
  readonly what: "requests" | "limits" | "usage" | "there";
  readonly resource: "cpu" | "memory" | null;
  readonly isInit: boolean;
  /** Whether it is of a pod as a whole: what the scheduler counts. */
  readonly isOfPod: boolean;
}

const RESOURCES: Readonly<Record<string, Metric["resource"]>> = {
  cpu: "cpu",
  core: "cpu",
  cores: "cpu",
  memory: "memory",
  byte: "memory",
  bytes: "memory",
};

/** As kube-state-metrics names them now, and named them before: with the resource in the name. */
const OF_KUBE_STATE_METRICS =
  /^kube_pod_(init_)?container_resource_(requests|limits)(?:_(cpu)_cores|_(memory)_bytes)?$/;
/** As the scheduler itself says it, overhead and what starts first included. */
const OF_SCHEDULER = /^kube_pod_resource_(request|limit)$/;
/** As the collector of OpenTelemetry names them. */
const OF_OPEN_TELEMETRY = /^k8s[._]container[._](cpu|memory)[._](request|limit)(?:_bytes)?$/;

/** What a series is of; null: no size of a container. `other`: of a resource that is neither CPU nor memory. */
export function metricOf({ name, label }: Series): Metric | "other" | null {
  const [, init, which, cpu, memory] = OF_KUBE_STATE_METRICS.exec(name) ?? [];
  const [, ofPod] = OF_SCHEDULER.exec(name) ?? [];
  if (which !== undefined || ofPod !== undefined || (name === "" && label("resource", "unit") !== "")) {
    const word = cpu ?? memory ?? label("resource") ?? "";
    const key = word === "" ? label("unit") : word;
    const resource = Object.hasOwn(RESOURCES, key) ? RESOURCES[key] : undefined;
    if (resource === undefined) return "other";
    const what = which === "limits" || ofPod === "limit" ? "limits" : "requests";
    return { what, resource: resource ?? null, isInit: init !== undefined, isOfPod: ofPod !== undefined };
  }
  const [, resource, kind] = OF_OPEN_TELEMETRY.exec(name) ?? [];
  if (resource !== undefined) return { ...usage(resource as "cpu"), what: kind === "limit" ? "limits" : "requests" };
  if (/container_cpu_usage_seconds_total:sum_i?rate/.test(name)) return usage("cpu");
  if (/(^|:)container_memory_working_set_bytes$/.test(name)) return usage("memory");
  return name === "kube_pod_container_info" ? { ...usage("cpu"), what: "there", resource: null } : null;
}

function usage(resource: "cpu" | "memory"): Metric {
  return { what: "usage", resource, isInit: false, isOfPod: false };
}

/** Whose series it is. What kube-state-metrics itself runs in stands in the labels where a scraper put that over its own. */
export function whereOf({ label }: Series) {
  return {
    cluster: label("cluster", "k8s_cluster_name", "k8s.cluster.name"),
    namespace: label("exported_namespace", "namespace", "k8s_namespace_name", "k8s.namespace.name"),
    pod: label("exported_pod", "pod", "k8s_pod_name", "k8s.pod.name", "pod_name"),
    container: label("exported_container", "container", "k8s_container_name", "k8s.container.name", "container_name"),
  };
}
