import { readFileSync } from "node:fs";

/**
 * The research dataset as it lies in `dataset/nkp-platform.json`: only the fields the conversion reads by name.
 * The file's own `schema` section explains the words.
 */
export interface Dataset {
  readonly generatedFrom: { readonly date: string; readonly corrected?: string };
  readonly sources: Readonly<Record<string, RawSource>>;
  readonly editions: readonly RawEdition[];
  readonly minimums: Readonly<Record<string, unknown>>;
  readonly nodeDefaults: { readonly nutanix: { readonly worker: RawGroup } & RawProvenance };
  readonly systemOverhead: {
    readonly everyCluster: readonly RawComponent[];
    readonly onSelfManagedOrManagementCluster: readonly RawComponent[];
    readonly versionMapping: { readonly value: string } & RawProvenance;
  };
  readonly releases: readonly RawRelease[];
  readonly versions: readonly RawVersion[];
  readonly [topic: string]: unknown;
}

export interface RawProvenance {
  readonly source?: RawSourceRef;
  readonly confidence: string;
  readonly note?: string;
}

/** A key of `sources`, an address, a description, a place in a repository, or a list of these. */
export type RawSourceRef =
  | string
  | null
  | readonly RawSourceRef[]
  | {
      readonly repo: string;
      readonly commit: string;
      readonly path?: string;
      readonly ref?: string;
      readonly licence?: string;
    };

export interface RawSource {
  readonly title: string;
  readonly url?: string | null;
  readonly commit?: string;
  readonly tag?: string;
  readonly readAs?: string;
  readonly note?: string;
}

export interface RawComponent extends RawProvenance {
  readonly name: string;
  readonly kind?: string | null;
  readonly replicas?: number | null;
  readonly scale: string;
  readonly cpuMillicores: number | null;
  readonly memoryMiB: number | null;
  readonly storageGiB?: number | null;
  readonly priorityClass?: string | null;
  readonly declaredInManifest?: { cpuMillicores: number; memoryMiB: number; confidence: string };
}

export interface RawApplication extends RawProvenance {
  readonly name: string;
  readonly version: string | null;
  readonly type: string | null;
  readonly scope: string;
  readonly editionsLicensed: readonly string[];
  readonly enabledByDefault: {
    readonly management: Readonly<Record<string, boolean>>;
    readonly attachedOrManagedWorkload: Readonly<Record<string, boolean>>;
  };
  readonly requiredDependencies: readonly string[];
  readonly optionalDependencies: readonly string[];
  readonly components: readonly RawComponent[] | null;
  readonly documentedMinimum:
    | ({
        cpuMillicores: number | null;
        memoryMiB: number | null;
        storageGiB: number | null;
        perNode: { cpuMillicores: number; memoryMiB: number } | null;
      } & RawProvenance)
    | null;
}

export interface RawRelease extends RawProvenance {
  readonly version: string;
  readonly status: string;
  readonly kubernetesMinor: string;
  readonly defaultSets: Readonly<Record<string, { readonly applications: readonly string[] } & RawProvenance>>;
  readonly platformApplications: readonly RawApplication[];
}

export interface RawVersion extends RawProvenance {
  readonly version: string;
  readonly date: string | null;
  readonly dateMeaning?: string;
  readonly kubernetesMinor: string;
  readonly kubernetesPatch: string | null;
}

export interface RawGroup {
  readonly count: number;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly diskGiB: number;
}

export type RawEdition = RawProvenance & {
  readonly id: string;
  readonly name: string;
  readonly infrastructure: readonly string[];
  readonly nodeImages: readonly string[];
  readonly notes?: readonly string[];
  readonly [feature: string]: unknown;
};

export function readDataset(path: string | URL): Dataset {
  return JSON.parse(readFileSync(path, "utf8")) as Dataset;
}

/** The value at a dotted path of the dataset, in a list by place or `id`. @throws when a newer dataset no longer has it. */
export function at(dataset: Dataset, path: string): unknown {
  let value: unknown = dataset;
  for (const key of path.split(".")) {
    const named: unknown = Array.isArray(value) ? value.find((one) => one.id === key) : undefined;
    value = named ?? (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined);
  }
  if (value === undefined) throw new Error(`The dataset has nothing at ${path}.`);
  return value;
}
