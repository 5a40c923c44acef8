import { bytesText, cpuText } from "../../kubernetes/quantities.ts";
import { yamlDocuments } from "../../kubernetes/yaml-documents.ts";
import { RECEIVERS_SECRET } from "./alertmanager.ts";
import { helmRelease, helmRepository, namespaceObject } from "./flux-objects.ts";
import type { FluxOptions } from "./flux-options.ts";
import { prometheusRequests } from "./metrics-by.ts";
import { type ClusterPlace, tenantLabel } from "./places.ts";

/** Namespace of a stack that is the provider's own. */
export const MONITORING = "monitoring";
/** The chart, the release of it, and what the platform calls its own. */
export const STACK = "kube-prometheus-stack";
const CHARTS = "prometheus-community";
const CHARTS_URL = "https://prometheus-community.github.io/helm-charts";
/** Workspace of a cluster that manages itself. */
const OWN_WORKSPACE = "kommander";
/** What the alerts are computed from. */
const NEEDED_METRICS = "kube_node_info|kube_node_status_.+|kube_pod_container_resource_requests|kube_pod_status_phase";

/** What monitoring is written from, beside its cluster. */
export interface MonitoringContext {
  readonly options: Pick<FluxOptions, "remoteWriteUrl" | "remoteWriteSecret" | "chartVersion">;
  readonly alertmanager: object;
  /** Whether receivers are told by secrets: a pod does not start where one that it mounts is missing. */
  readonly hasSecrets: boolean;
}

/** Where the platform keeps what overrides its own stack: the workspace of the cluster. */
export function overridesPlace({ site, appliedBy }: ClusterPlace): {
  readonly name: string;
  readonly namespace: string;
} {
  return { name: `${site.name}-${STACK}`, namespace: appliedBy === null ? OWN_WORKSPACE : site.namespace };
}

/** Namespace of a cluster's Prometheus, where it looks for its secrets. */
export function prometheusNamespace(place: ClusterPlace): string {
  return place.metrics === "platform" ? overridesPlace(place).namespace : MONITORING;
}

/** The provider's own chart: a whole stack, or an agent that writes and keeps nothing. */
export function monitoringObjects(place: ClusterPlace, context: MonitoringContext): readonly object[] {
  return [
    namespaceObject(MONITORING),
    helmRepository({ name: CHARTS, namespace: MONITORING }, CHARTS_URL),
    helmRelease(
      { name: STACK, namespace: MONITORING },
      {
        chart: STACK,
        version: context.options.chartVersion,
        repository: CHARTS,
        values: place.metrics === "agent" ? agentValues(place, context) : stackValues(place, context),
      },
    ),
  ];
}

/**
 * What the platform's own stack is to do beside what it does: a ConfigMap that an AppDeployment names.
 * @see mesosphere/kommander-applications@d4bcf578, applications/kube-prometheus-stack/82.13.6
 */
export function overridesObject(place: ClusterPlace, context: MonitoringContext): object {
  const values = place.isCentral
    ? centralValues(context, null)
    : { prometheus: { prometheusSpec: shipping(place, context) } };
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: overridesPlace(place),
    data: { "values.yaml": yamlDocuments([values]) },
  };
}

function agentValues(place: ClusterPlace, context: MonitoringContext): object {
  return {
    alertmanager: { enabled: false },
    grafana: { enabled: false },
    defaultRules: { create: false },
    prometheus: { agentMode: true, prometheusSpec: { ...shipping(place, context), ...resourcesOf(place) } },
  };
}

/** Alerts are raised by the central stack: one beside it would raise them twice. */
function stackValues(place: ClusterPlace, context: MonitoringContext): object {
  return place.isCentral
    ? centralValues(context, place)
    : {
        alertmanager: { enabled: false },
        prometheus: { prometheusSpec: { ...shipping(place, context), ...resourcesOf(place) } },
      };
}

function centralValues({ alertmanager, hasSecrets }: MonitoringContext, place: ClusterPlace | null): object {
  return {
    alertmanager: {
      config: alertmanager,
      ...(hasSecrets ? { alertmanagerSpec: { secrets: [RECEIVERS_SECRET] } } : {}),
    },
    prometheus: {
      prometheusSpec: { enableRemoteWriteReceiver: true, ...(place === null ? {} : resourcesOf(place)) },
    },
  };
}

/** Where metrics go, and whose they are. The platform's own stack keeps all of them: only what alerts need leaves it. */
function shipping(place: ClusterPlace, { options }: MonitoringContext): object {
  const tenant = tenantLabel(place);
  const relabelings = [
    ...(place.metrics === "platform" ? [{ sourceLabels: ["__name__"], regex: NEEDED_METRICS, action: "keep" }] : []),
    // Where several tenants live, a series is whose namespace it is of.
    ...(tenant === null
      ? place.tenants.map(({ label, namespace }) => ({
          sourceLabels: ["namespace"],
          regex: namespace,
          targetLabel: "tenant",
          replacement: label,
        }))
      : []),
  ];
  return {
    externalLabels: { cluster: place.site.name, ...(tenant === null ? {} : { tenant }) },
    remoteWrite: [
      {
        url: options.remoteWriteUrl,
        authorization: { credentials: { name: options.remoteWriteSecret, key: "token" } },
        ...(relabelings.length === 0 ? {} : { writeRelabelConfigs: relabelings }),
      },
    ],
  };
}

/** What the plan counts for it. */
function resourcesOf({ site }: ClusterPlace): object {
  const { cpuMillicores = null, memoryBytes = null } = prometheusRequests(site.cluster) ?? {};
  const requests = {
    ...(cpuMillicores === null ? {} : { cpu: cpuText(cpuMillicores) }),
    ...(memoryBytes === null ? {} : { memory: bytesText(memoryBytes) }),
  };
  return Object.keys(requests).length === 0 ? {} : { resources: { requests } };
}
