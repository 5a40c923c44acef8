import type { Finding } from "@nkp-planner/core";
import { yamlDocuments } from "../../kubernetes/yaml-documents.ts";
import type { EmitWork } from "../adapter.ts";
import { clusterFindings } from "../cluster-api/cluster-findings.ts";
import { clusterObject } from "../cluster-api/envelopes.ts";
import type { Emitted, EmittedText } from "../emitted-file.ts";
import type { PlanToEmit } from "../plan-to-emit.ts";
import { type PlatformWords, platformWords } from "../site/platform-words.ts";
import { siteFindings } from "../site/site-findings.ts";
import { siteOf } from "../site/site-of.ts";
import { alertmanagerConfig, checkReceivers, secretReceivers } from "./alertmanager.ts";
import { type AlertContext, alertGroup, prometheusRule } from "./alerts.ts";
import { ALERTS_FOLDER, fluxObjects } from "./flux-folder.ts";
import { kustomizationFile } from "./flux-objects.ts";
import type { FluxOptions, fluxOptions } from "./flux-options.ts";
import { MONITORING, type MonitoringContext, monitoringObjects, overridesObject, STACK } from "./monitoring.ts";
import { checkOwnRepositories } from "./own-repositories.ts";
import { type ClusterPlace, placesOf } from "./places.ts";
import { repositoryFindings } from "./repository-findings.ts";
import { repositoryReadme } from "./repository-readme.ts";
import { tenantObjects } from "./tenant-objects.ts";

const ID = "flux-repository";

/** A folder for each tenant, for each cluster that is nobody's or several tenants', and one for the central stack. */
export function emitRepository({ plan, options, findings }: EmitWork<typeof fluxOptions>): Emitted {
  const words = platformWords(plan, options.kubernetesVersion, ID);
  const { workspaceNamespace, prismCentral, apiVersion } = options;
  const site = siteOf({ plan, options, words, workspaceNamespace, adapterId: ID });
  const places = placesOf(plan, site, options.fluxNamespace, `options of ${ID}`);
  checkOwnRepositories(places, options, `options of ${ID}`);
  checkReceivers(options.receivers, places, `options of ${ID}`);
  const topology = { words, kubelet: plan.kubelet, prismCentral, options };
  const monitoring = {
    options,
    alertmanager: alertmanagerConfig(options.receivers, places),
    hasSecrets: secretReceivers(options.receivers).length > 0,
  };
  const alerts = alertContext(plan, words, options);
  const appFiles = places.flatMap((place) => filesOfApps(place, options, monitoring));
  const alertFiles = filesOfAlerts(places, alerts);
  const appFolders = new Set([...appFiles, ...alertFiles].map(({ path }) => path.slice(0, path.lastIndexOf("/"))));
  const said: readonly Finding[] = [
    ...siteFindings(site, words, ID),
    ...clusterFindings(site, options, ID),
    ...repositoryFindings(places, { options, alerts, words }),
  ];
  return {
    files: [
      { path: "README.md", text: repositoryReadme(places, { words, options, findings: [...findings, ...said] }) },
      ...places.flatMap((place) => [
        ...filesOfCluster(place, clusterObject(place.site, topology, apiVersion), monitoring),
        ...appFiles.filter(({ path }) => path.startsWith(`${place.folder}/`)),
        ...filesOfFlux(place, places, options, appFolders),
      ]),
      ...appFiles.filter(({ path }) => !places.some(({ folder }) => path.startsWith(`${folder}/`))),
      { path: "central/alertmanager.yaml", text: yamlDocuments([monitoring.alertmanager]) },
      ...alertFiles,
    ],
    findings: said,
  };
}

function alertContext(plan: PlanToEmit, words: PlatformWords, options: FluxOptions): AlertContext {
  const { kubernetesVersion, kubernetesEndOfLifeOn: endOfLifeOn } = plan.release;
  const minor = minorOf(words.kubernetesVersion);
  const isKnown = endOfLifeOn !== undefined && minor === minorOf(kubernetesVersion);
  return {
    tolerancePercent: options.allocatableTolerancePercent,
    kubernetes: isKnown ? { minor, endOfLifeOn, noticeDays: options.kubernetesNoticeDays } : null,
  };
}

/** `1.34.3` → `1.34` */
function minorOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

/** A file for each text, and what kustomize takes of the folder; nothing where there is no text. */
function folderOf(path: string, objects: Readonly<Record<string, readonly object[]>>): readonly EmittedText[] {
  const names = Object.keys(objects).filter((name) => objects[name]?.length !== 0);
  if (names.length === 0) return [];
  return [
    ...names.map((name) => ({ path: `${path}/${name}`, text: yamlDocuments(objects[name] ?? []) })),
    { path: `${path}/kustomization.yaml`, text: yamlDocuments([kustomizationFile(names)]) },
  ];
}

function filesOfCluster(
  place: ClusterPlace,
  cluster: Readonly<Record<string, unknown>>,
  monitoring: MonitoringContext,
): readonly EmittedText[] {
  const hasOverrides = place.metrics === "platform" && place.appliedBy !== null;
  return folderOf(`${place.folder}/cluster`, {
    "cluster.yaml": [neverPruned(cluster)],
    // The cluster that manages others keeps what overrides their applications.
    "monitoring-overrides.yaml": hasOverrides ? [overridesObject(place, monitoring)] : [],
  });
}

/** @see https://fluxcd.io/flux/components/kustomize/kustomizations/#prune */
function neverPruned(cluster: Readonly<Record<string, unknown>>): object {
  const { metadata, ...others } = cluster;
  const { apiVersion, kind, ...rest } = others;
  const annotations = { "kustomize.toolkit.fluxcd.io/prune": "disabled" };
  return { apiVersion, kind, metadata: { ...(metadata as object), annotations }, ...rest };
}

function filesOfApps(
  place: ClusterPlace,
  { tenantGroup, quotaExtraPercent }: FluxOptions,
  monitoring: MonitoringContext,
): readonly EmittedText[] {
  const { folder, metrics, appliedBy, tenants } = place;
  const objectsOf = (tenant: (typeof tenants)[number]) =>
    tenantObjects(tenant, {
      group: tenantGroup?.replaceAll("{tenant}", () => tenant.tenant.id) ?? null,
      extraPercent: quotaExtraPercent,
    });
  return [
    ...folderOf(`${folder}/apps`, {
      "tenant.yaml": tenants.filter((tenant) => tenant.folder === folder).flatMap(objectsOf),
      "monitoring.yaml": metrics === "agent" || metrics === "stack" ? monitoringObjects(place, monitoring) : [],
      "monitoring-overrides.yaml":
        metrics === "platform" && appliedBy === null ? [overridesObject(place, monitoring)] : [],
    }),
    ...tenants
      .filter((tenant) => tenant.folder !== folder)
      .flatMap((tenant) => folderOf(`${tenant.folder}/apps`, { "tenant.yaml": objectsOf(tenant) })),
  ];
}

function filesOfFlux(
  place: ClusterPlace,
  places: readonly ClusterPlace[],
  options: FluxOptions,
  appFolders: ReadonlySet<string>,
): readonly EmittedText[] {
  const managed = places.filter(({ appliedBy }) => appliedBy === place.site.name);
  const { namespaces, source, applied } = fluxObjects(place, { options, managed, appFolders });
  return folderOf(`${place.folder}/flux`, {
    "namespace.yaml": namespaces,
    "source.yaml": [source],
    "kustomizations.yaml": applied,
  });
}

/** The alerts of each cluster that writes metrics, twice: for the operator of Prometheus, and for Prometheus itself. */
function filesOfAlerts(places: readonly ClusterPlace[], context: AlertContext): readonly EmittedText[] {
  const heard = places.filter(({ metrics }) => metrics !== null);
  const central = places.find(({ isCentral }) => isCentral);
  const namespace = central?.metrics === "platform" ? "kommander" : MONITORING;
  const groups = heard.map((place) => ({ place, group: alertGroup(place, context) }));
  return [
    ...folderOf(
      ALERTS_FOLDER,
      Object.fromEntries(
        groups.map(({ place, group }) => [`${place.site.name}.yaml`, [prometheusRule(group, place, namespace, STACK)]]),
      ),
    ),
    ...groups.map(({ place, group }) => ({
      path: `central/rules/${place.site.name}.yaml`,
      text: yamlDocuments([{ groups: [group] }]),
    })),
  ];
}
