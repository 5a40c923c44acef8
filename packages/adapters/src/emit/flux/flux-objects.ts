/** How often Flux looks, and how long it waits. */
const GIT_INTERVAL = "5m";
const APPLY_INTERVAL = "10m";
const CHART_INTERVAL = "1h";
const RELEASE_INTERVAL = "30m";
const APPLY_TIMEOUT = "5m";
const RETRIES = 3;

export interface Place {
  readonly name: string;
  readonly namespace: string;
}

/** @see https://fluxcd.io/flux/components/source/gitrepositories/ */
export function gitRepository(
  place: Place,
  {
    url,
    branch,
    secret,
    folders,
  }: { readonly url: string; readonly branch: string; readonly secret: string; readonly folders: readonly string[] },
): object {
  return {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "GitRepository",
    metadata: place,
    spec: { interval: GIT_INTERVAL, url, ref: { branch }, secretRef: { name: secret }, ignore: onlyFolders(folders) },
  };
}

/** Everything but some folders, in the words of a .gitignore: below a folder that is left out nothing can come back. */
function onlyFolders(folders: readonly string[]): string {
  const above = new Set(folders.filter((folder) => folder.includes("/")).map((folder) => folder.split("/")[0] ?? ""));
  return [
    "/*",
    ...[...above].flatMap((top) => [`!/${top}`, `/${top}/*`]),
    ...folders.map((folder) => `!/${folder}`),
    "",
  ].join("\n");
}

export interface Applied extends Place {
  /** Name of the repository, in the same namespace. */
  readonly source: string;
  /** Below the root of the repository. */
  readonly path: string;
  /** Whether what goes from the repository goes from the cluster. */
  readonly prune: boolean;
  readonly dependsOn?: readonly string[];
  /** Whether what it applies must be ready before what depends on it. */
  readonly wait?: boolean;
  /** Name of the secret with the kubeconfig of the cluster that it applies to; absent: the one that it runs in. */
  readonly kubeConfig?: string;
}

/** @see https://fluxcd.io/flux/components/kustomize/kustomizations/ */
export function kustomization({ name, namespace, source, path, prune, ...more }: Applied): object {
  const { dependsOn = [], wait = false, kubeConfig } = more;
  return {
    apiVersion: "kustomize.toolkit.fluxcd.io/v1",
    kind: "Kustomization",
    metadata: { name, namespace },
    spec: {
      interval: APPLY_INTERVAL,
      path: `./${path}`,
      prune,
      ...(wait ? { wait, timeout: APPLY_TIMEOUT } : {}),
      sourceRef: { kind: "GitRepository", name: source },
      ...(dependsOn.length === 0 ? {} : { dependsOn: dependsOn.map((one) => ({ name: one })) }),
      ...(kubeConfig === undefined ? {} : { kubeConfig: { secretRef: { name: kubeConfig } } }),
    },
  };
}

/** @see https://fluxcd.io/flux/components/source/helmrepositories/ */
export function helmRepository(place: Place, url: string): object {
  return {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "HelmRepository",
    metadata: place,
    spec: { interval: CHART_INTERVAL, url },
  };
}

/** @see https://fluxcd.io/flux/components/helm/helmreleases/ */
export function helmRelease(
  place: Place,
  {
    chart,
    version,
    repository,
    values,
  }: { readonly chart: string; readonly version: string; readonly repository: string; readonly values: object },
): object {
  return {
    apiVersion: "helm.toolkit.fluxcd.io/v2",
    kind: "HelmRelease",
    metadata: place,
    spec: {
      interval: RELEASE_INTERVAL,
      releaseName: place.name,
      chart: { spec: { chart, version, sourceRef: { kind: "HelmRepository", name: repository } } },
      install: { remediation: { retries: RETRIES } },
      upgrade: { remediation: { retries: RETRIES } },
      values,
    },
  };
}

/** What kustomize takes of a folder. */
export function kustomizationFile(resources: readonly string[]): object {
  return { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", resources };
}

export function namespaceObject(name: string, annotations: Readonly<Record<string, string>> = {}): object {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
  };
}
