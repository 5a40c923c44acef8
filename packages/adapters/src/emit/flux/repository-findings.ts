import type { Finding } from "@nkp-planner/core";
import type { PlatformWords } from "../site/platform-words.ts";
import { type AlertContext, hasRequests } from "./alerts.ts";
import type { FluxOptions } from "./flux-options.ts";
import { fluxFinding } from "./flux-texts.ts";
import type { ClusterPlace } from "./places.ts";

/** What of a plan the repository does not say, and what it assumes. */
export function repositoryFindings(
  places: readonly ClusterPlace[],
  {
    options,
    alerts,
    words,
  }: { readonly options: FluxOptions; readonly alerts: AlertContext; readonly words: PlatformWords },
): readonly Finding[] {
  const central = places.find(({ isCentral }) => isCentral);
  const silent = names(places.filter(({ metrics }) => metrics === null));
  const writing = places.filter((place) => place.metrics !== null && place !== central);
  const unsized = places.filter(({ metrics, site }) => metrics !== null && !hasRequests(site.cluster));
  const overridden = names(places.filter(({ metrics }) => metrics === "platform"));
  const tenants = places.flatMap((place) => place.tenants);
  const quotaless = tenants.filter(({ tenant }) => tenant.demand === undefined || tenant.demand.podCount === 0);
  return [
    ...(silent.length === 0 ? [] : [fluxFinding("no-metrics-planned", { clusters: silent })]),
    ...(central === undefined && writing.length > 0
      ? [fluxFinding("no-central-cluster", { url: options.remoteWriteUrl })]
      : []),
    ...(central !== undefined && central.metrics !== null && writing.length > 0
      ? [
          fluxFinding(
            "central-not-counted",
            { cluster: central.site.name, count: String(writing.length) },
            { in: "plan", clusterName: central.site.cluster.name },
          ),
        ]
      : []),
    ...(overridden.length === 0 ? [] : [fluxFinding("overrides-to-attach", { clusters: overridden })]),
    ...(alerts.kubernetes === null
      ? [fluxFinding("kubernetes-end-not-known", { version: words.kubernetesVersion })]
      : []),
    ...unsized.map(({ site }) =>
      fluxFinding("requests-not-known", { cluster: site.name }, { in: "plan", clusterName: site.cluster.name }),
    ),
    ...(options.tenantGroup === undefined && tenants.length > 0
      ? [fluxFinding("nobody-has-rights", { tenants: tenants.map(({ label }) => label) })]
      : []),
    ...(quotaless.length === 0 ? [] : [fluxFinding("no-quota", { tenants: quotaless.map(({ label }) => label) })]),
    ...tenants
      .filter(({ tenant, label }) => tenant.id !== label)
      .map(({ tenant, label }) => fluxFinding("name-in-files", { tenant: tenant.id, name: label })),
  ];
}

function names(places: readonly ClusterPlace[]): readonly string[] {
  return places.map(({ site }) => site.name);
}
