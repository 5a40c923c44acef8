import { daysBetween } from "@nkp-planner/core";
import type { ClusterToEmit, PoolToEmit } from "../plan-to-emit.ts";
import { type ClusterPlace, tenantLabel } from "./places.ts";

const PERCENT = 100;
const MILLICORES_PER_CORE = 1000;
const SECONDS_PER_DAY = 86_400;
const UNIX_DAY = "1970-01-01";
/** Long enough for a node that is replaced or a pod that is moved to be back. */
const FOR_NODES = "15m";
const FOR_REQUESTS = "1h";

/** What alerts are written from, beside their cluster. */
export interface AlertContext {
  readonly tolerancePercent: number;
  /** What nodes run and until when it is looked after; null: not known. */
  readonly kubernetes: { readonly minor: string; readonly endOfLifeOn: string; readonly noticeDays: number } | null;
}

export interface AlertGroup {
  readonly name: string;
  readonly rules: readonly AlertRule[];
}

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * Alerts on where a cluster leaves its plan, for a Prometheus that has its metrics under the label `cluster`. All names
 * are words that queries and templates take as they are.
 * @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics
 */
export function alertGroup(place: ClusterPlace, context: AlertContext): AlertGroup {
  const { site, isCentral } = place;
  const tenant = tenantLabel(place);
  const labels = { cluster: site.name, ...(tenant === null ? {} : { tenant }) };
  // What the central stack finds in its own cluster bears no such label.
  const of = (more = "") => `{cluster="${isCentral ? "" : site.name}"${more === "" ? "" : `, ${more}`}}`;
  const rule = (
    alert: string,
    expr: string,
    wait: string,
    [severity, summary, description]: readonly [severity: string, summary: string, description: string],
  ): AlertRule => ({
    alert,
    expr,
    for: wait,
    labels: { ...labels, severity },
    annotations: { summary: `${site.name}: ${summary}`, description },
  });
  const nodeCount = site.cluster.pools.reduce((sum, pool) => sum + pool.nodeCount, 0);
  return {
    name: `plan-of-${site.name}`,
    rules: [
      rule("ClusterSaysNothing", `absent(kube_node_info${of()})`, FOR_NODES, [
        "critical",
        "no metrics come from it",
        "No other alert on this cluster can be raised.",
      ]),
      rule(
        "NodesBelowPlan",
        `sum(${once("node", `kube_node_status_condition${of('condition="Ready", status="true"')}`)}) < ${nodeCount}`,
        FOR_NODES,
        ["critical", "fewer nodes than planned", `{{ $value }} of ${nodeCount} planned nodes are ready.`],
      ),
      ...RESOURCES.flatMap((resource) => {
        const offered = `sum(${once("node", `kube_node_status_allocatable${of(`resource="${resource.id}"`)}`)})`;
        const planned = plannedAllocatable(site.cluster.pools, resource);
        const asked = site.cluster.requests?.[resource.key];
        return [
          rule(
            `${resource.title}BelowPlan`,
            `${offered} < ${planned} * ${(PERCENT - context.tolerancePercent) / PERCENT}`,
            FOR_NODES,
            [
              "warning",
              `nodes offer less ${resource.word} than planned`,
              `{{ $value${resource.format} }} of ${planned} planned ${resource.unit} are offered.`,
            ],
          ),
          ...(asked === undefined || planned === 0
            ? []
            : [
                rule(
                  `${resource.title}RequestsAbovePlan`,
                  `${askedFor(of, resource.id)} / ${offered} > ${asked / resource.divisor} / ${planned}`,
                  FOR_REQUESTS,
                  [
                    "warning",
                    `pods ask for more ${resource.word} than planned`,
                    `Requests are {{ $value | humanizePercentage }} of what nodes offer; the plan has ${percentText(asked / resource.divisor, planned)}.`,
                  ],
                ),
              ]),
        ];
      }),
      ...(context.kubernetes === null
        ? []
        : [
            rule("KubernetesVersionEnds", versionEnds(of, context.kubernetes), FOR_REQUESTS, [
              "warning",
              `Kubernetes ${context.kubernetes.minor} is looked after until ${context.kubernetes.endOfLifeOn} only`,
              `{{ $value }} nodes run it; upstream mends nothing in it after ${context.kubernetes.endOfLifeOn}.`,
            ]),
          ]),
    ],
  };
}

interface AlertResource {
  readonly id: string;
  readonly key: "cpuMillicores" | "memoryBytes";
  readonly title: string;
  readonly word: string;
  readonly unit: string;
  readonly divisor: number;
  /** How a value is shown. */
  readonly format: string;
}

const RESOURCES: readonly AlertResource[] = [
  {
    ...{ id: "cpu", key: "cpuMillicores", title: "Cpu", word: "CPU", unit: "cores" },
    ...{ divisor: MILLICORES_PER_CORE, format: "" },
  },
  {
    ...{ id: "memory", key: "memoryBytes", title: "Memory", word: "memory", unit: "bytes" },
    ...{ divisor: 1, format: ' | printf "%.0f"' },
  },
];

function plannedAllocatable(pools: readonly PoolToEmit[], { key, divisor }: AlertResource): number {
  return (
    pools.reduce((sum, { nodeCount, allocatablePerNode }) => sum + nodeCount * allocatablePerNode[key], 0) / divisor
  );
}

/** Each thing once, where two replicas of a Prometheus write it, or a new pod of the exporter beside the old one. */
function once(labels: string, series: string): string {
  return `max by (${labels}) (${series})`;
}

/** Of pods that run or wait for a node: one that has ended asks for nothing. */
function askedFor(of: (more?: string) => string, resource: string): string {
  const series = `kube_pod_container_resource_requests${of(`resource="${resource}"`)}`;
  const requests = once("namespace, pod, container", series);
  const living = once("namespace, pod", `kube_pod_status_phase${of('phase=~"Pending|Running"')} == 1`);
  return `sum(${requests} * on (namespace, pod) group_left () ${living})`;
}

function versionEnds(
  of: (more?: string) => string,
  { minor, endOfLifeOn, noticeDays }: NonNullable<AlertContext["kubernetes"]>,
): string {
  // Told from the start of a day on, in UTC.
  const from = (daysBetween(UNIX_DAY, endOfLifeOn) - noticeDays) * SECONDS_PER_DAY;
  const version = `v${minor.replaceAll(".", "[.]")}[.].*`;
  return `count(${once("node", `kube_node_info${of(`kubelet_version=~"${version}"`)}`)}) > 0 and on () vector(time()) >= ${from}`;
}

function percentText(part: number, whole: number): string {
  return `${Math.round((part / whole) * PERCENT)}%`;
}

/** @see https://prometheus-operator.dev/docs/developer/alerting/#deploying-prometheus-rules */
export function prometheusRule(group: AlertGroup, { site }: ClusterPlace, namespace: string, release: string): object {
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "PrometheusRule",
    // By this label the chart's Prometheus finds its rules.
    metadata: { name: `plan-of-${site.name}`, namespace, labels: { release } },
    spec: { groups: [group] },
  };
}

/** Whether the plan says what a cluster's pods ask for. */
export function hasRequests({ requests }: ClusterToEmit): boolean {
  return requests !== undefined;
}
