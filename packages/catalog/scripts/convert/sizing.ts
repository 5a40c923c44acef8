import type { PriorityClass, ReservationProfile, TenantServices } from "@nkp-planner/core";
import type { Dataset, RawProvenance } from "./dataset.ts";
import type { Bibliography } from "./sources.ts";

/** Where the tiers of the automatic reservations are computed. */
export const RESERVATIONS = {
  repo: "nutanix-cloud-native/cluster-api-runtime-extensions-nutanix",
  commit: "667524405ee524b80959980dc37a40df16c822d8",
  path: "pkg/handlers/generic/mutation/kubeadm/kubeletconfiguration/embedded/compute-reservations.sh",
} as const;

/** The rules by which a kubelet keeps part of a node, as data. */
export function convertReservationProfiles(bibliography: Bibliography): ReservationProfile[] {
  return [
    {
      id: "capacity-tiered",
      cpuTiers: [
        { upToCores: 1, tenthsOfMillicore: 600 },
        { upToCores: 2, tenthsOfMillicore: 100 },
        { upToCores: 4, tenthsOfMillicore: 50 },
        { upToCores: null, tenthsOfMillicore: 25 },
      ],
      memoryTiers: [
        { upToMiB: 4096, percent: 25 },
        { upToMiB: 8192, percent: 20 },
        { upToMiB: 16_384, percent: 10 },
        { upToMiB: 131_072, percent: 6 },
        { upToMiB: null, percent: 2 },
      ],
      smallNode: { belowMiB: 1024, reservedMiB: 255 },
      ...bibliography.provenanceOf({ source: RESERVATIONS, confidence: "derived-manifest" }),
    },
  ];
}

export function convertPriorityClasses(dataset: Dataset, bibliography: Bibliography): PriorityClass[] {
  const raw = dataset["priorityClasses"] as readonly ({
    readonly name: string;
    readonly value: number;
  } & RawProvenance)[];
  return raw.map(({ name, value, ...provenance }) => ({ name, value, ...bibliography.provenanceOf(provenance) }));
}

const AGENT = {
  repo: "prometheus-operator/kube-prometheus",
  commit: "b2a250f39b60a4c7f3ca4fa7d932d4289c55e592",
  path: "docs/customizations/prometheus-agent.md",
} as const;

/**
 * What tenants get beside the cluster, by level. Starter's edition licenses none of these applications: a provider
 * brings the same charts from upstream, which are taken to ask for the same. A Pro cluster of a tenant's own runs monitoring,
 * logging and backup by default, so that it is brought nothing.
 */
export function convertTenantServices(bibliography: Bibliography): TenantServices[] {
  const own = (note: string) => bibliography.provenanceOf({ source: "planner", confidence: "assumption", note });
  const upstream = "the same charts from upstream are taken to ask for what NKP's do";
  const agent: TenantServices["components"][number] = {
    name: "prometheus-agent",
    kind: "StatefulSet",
    scale: "fixed",
    replicas: 1,
    requests: { cpuMillicores: 0, memoryMiB: 100, storageGiB: null },
    priorityClass: null,
    ...bibliography.provenanceOf({
      source: AGENT,
      confidence: "derived-upstream",
      note: "scrapes the cluster and writes to the central stack; the example states 100Mi and no CPU request",
    }),
  };
  return [
    ...onStarter({
      level: "agents",
      applications: ["fluent-bit"],
      backups: [],
      components: [agent],
      ...own(`logs by fluent-bit, metrics by a Prometheus in agent mode; ${upstream}`),
    }),
    {
      level: "agents",
      on: "attached",
      editions: ["pro", "ultimate"],
      applications: ["fluent-bit"],
      backups: [],
      components: [],
      ...own("logs by fluent-bit; metrics come from the Prometheus that attached clusters run by default"),
    },
    {
      level: "agents",
      on: "central",
      editions: ["starter"],
      applications: [...CENTRAL],
      backups: [],
      components: [],
      ...own(`metrics, logs and dashboards of all tenants, not scaled with their number; ${upstream}`),
    },
    ...onStarter({
      level: "agents-and-metrics",
      applications: ["fluent-bit", "kube-prometheus-stack"],
      backups: [],
      components: [],
      ...own(`logs by fluent-bit, metrics by a Prometheus that keeps them, as attached clusters have it; ${upstream}`),
    }),
    {
      level: "agents-and-metrics",
      on: "attached",
      editions: ["pro", "ultimate"],
      applications: ["fluent-bit"],
      backups: [],
      components: [],
      ...own("logs by fluent-bit; metrics are kept by the Prometheus that attached clusters run by default"),
    },
    {
      level: "agents-and-metrics",
      on: "central",
      editions: ["starter"],
      applications: [...CENTRAL],
      backups: [],
      components: [],
      ...own(`metrics, logs and dashboards of all tenants, not scaled with their number; ${upstream}`),
    },
    ...onStarter({
      level: "full",
      applications: [...FULL, ...BACKUPS],
      backups: [...BACKUPS],
      components: [],
      ...own(`monitoring, logging and backup on every cluster; ${upstream}`),
    }),
    {
      level: "full",
      on: "attached",
      editions: ["pro", "ultimate"],
      applications: [...FULL, ...BACKUPS],
      backups: [...BACKUPS],
      components: [],
      ...own("logging and backup switched on beside the monitoring that attached clusters run by default"),
    },
  ];
}

/** A Starter cluster runs none of it by default, whether it manages itself or is managed. */
function onStarter(services: Omit<TenantServices, "on" | "editions">): TenantServices[] {
  return (["self-managed", "attached"] as const).map((on) => ({ ...services, on, editions: ["starter"] }));
}

const CENTRAL = ["kube-prometheus-stack", "grafana-loki", "grafana-logging"] as const;

const FULL = ["kube-prometheus-stack", "logging-operator", "grafana-loki", "grafana-logging"] as const;

const BACKUPS = ["velero"] as const;
