import { dnsLabels, LONGEST_LABEL } from "../../kubernetes/names.ts";
import { type Applied, gitRepository, kustomization, namespaceObject } from "./flux-objects.ts";
import type { FluxOptions } from "./flux-options.ts";
import { repositoryOf } from "./own-repositories.ts";
import type { ClusterPlace } from "./places.ts";

export const ALERTS_FOLDER = "central/prometheus-rules";

/** What a cluster's Kustomizations are made from, beside it. */
export interface FluxContext {
  readonly options: Pick<FluxOptions, "gitUrl" | "gitUrls" | "gitBranch" | "gitSecret">;
  /** Clusters whose Kustomizations this one applies. */
  readonly managed: readonly ClusterPlace[];
  /** Folders of apps that have files. */
  readonly appFolders: ReadonlySet<string>;
}

/** The source of a cluster's files, and what is applied from it, in order. */
export function fluxObjects(
  place: ClusterPlace,
  { options, managed, appFolders }: FluxContext,
): { readonly namespaces: readonly object[]; readonly source: object; readonly applied: readonly object[] } {
  const { site, folder, tenants, isCentral, fluxNamespace: namespace, appliedBy } = place;
  const source = site.name;
  // A cluster's own kubeconfig, as Cluster API leaves it beside the cluster.
  const remote = appliedBy === null ? {} : { kubeConfig: `${site.name}-kubeconfig` };
  const made = fluxName(`${site.name}-cluster`);
  const apps = fluxName(`${site.name}-apps`);
  const hasApps = appFolders.has(`${folder}/apps`);
  const of = (more: Omit<Applied, "namespace" | "source">) => kustomization({ namespace, source, ...more });
  const folders = [
    ...new Set([
      folder,
      ...tenants.map((one) => one.folder),
      ...managed.map((one) => one.folder),
      ...(isCentral ? ["central"] : []),
    ]),
  ];
  return {
    namespaces: appliedBy === null ? [namespaceObject(namespace)] : [],
    source: gitRepository(
      { name: source, namespace },
      { url: repositoryOf(place, options), branch: options.gitBranch, secret: options.gitSecret, folders },
    ),
    applied: [
      of({ name: made, path: `${folder}/cluster`, prune: false }),
      ...(hasApps
        ? [of({ name: apps, path: `${folder}/apps`, prune: true, wait: true, dependsOn: [made], ...remote })]
        : []),
      ...tenants
        .filter((tenant) => tenant.folder !== folder)
        .map((tenant) =>
          of({
            name: fluxName(`${site.name}-of-${tenant.label}`),
            path: `${tenant.folder}/apps`,
            prune: true,
            dependsOn: [made],
            ...remote,
          }),
        ),
      ...(isCentral && hasApps && appFolders.has(ALERTS_FOLDER)
        ? [
            of({
              name: fluxName(`${site.name}-alerts`),
              path: ALERTS_FOLDER,
              prune: true,
              dependsOn: [apps],
              ...remote,
            }),
          ]
        : []),
      ...managed.map((one) =>
        of({ name: fluxName(`${one.site.name}-flux`), path: `${one.folder}/flux`, prune: false, dependsOn: [made] }),
      ),
    ],
  };
}

/** Flux writes the name of a Kustomization into a label of all that it applies. */
function fluxName(text: string): string {
  return dnsLabels([text], { word: "flux", longest: LONGEST_LABEL })[0] ?? "";
}
