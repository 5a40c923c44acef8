import type { PodGroup } from "@nkp-planner/core";
import type { ClusterToEmit } from "../plan-to-emit.ts";

const AGENT = "tenant-services/prometheus-agent";
const STACK = "kube-prometheus-stack/prometheus";

/**
 * What writes a cluster's metrics: the platform's own stack, one of the provider's, or an agent that keeps nothing.
 * Null: the plan counts nothing of the kind.
 */
export type MetricsBy = "platform" | "stack" | "agent" | null;

/**
 * What the plan counts for a cluster's metrics.
 * @see mesosphere/kommander-applications@d4bcf578, applications/kube-prometheus-stack: `licensing` from Pro on
 */
export function metricsBy({ edition, podGroups }: Pick<ClusterToEmit, "edition" | "podGroups">): MetricsBy {
  if (podGroups.some(({ name }) => name === STACK)) return edition === "starter" ? "stack" : "platform";
  return podGroups.some(({ name }) => name === AGENT) ? "agent" : null;
}

/** What the plan counts for the pods of a cluster's Prometheus. */
export function prometheusRequests({ podGroups }: Pick<ClusterToEmit, "podGroups">): PodGroup["requests"] | null {
  return podGroups.find(({ name }) => name === STACK || name === AGENT)?.requests ?? null;
}
