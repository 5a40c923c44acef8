import { readFileSync } from "node:fs";

/**
 * The research dataset as it lies in `dataset/workload-presets.json`: only the fields the conversion reads by name.
 * The file's own `rules` section explains the words.
 */
export interface WorkloadsDataset {
  readonly bitnamiResourcePresets: { readonly source: RawPlace };
  readonly applications: readonly RawTypicalApplication[];
  readonly presets: Readonly<Record<string, RawPreset>>;
}

/** A place in a repository; `path` may name several files, and folders by `*`. */
export interface RawPlace {
  readonly repo: string;
  readonly commit: string;
  readonly path: string;
  readonly licence?: string;
}

export interface RawTypicalApplication {
  readonly id: string;
  readonly name: string;
  readonly chart: string | null;
  readonly chartVersion: string | null;
  readonly source: RawPlace;
  readonly note?: string;
  readonly components: readonly RawTypicalComponent[];
  readonly totals: RawTotals;
}

export interface RawTypicalComponent {
  readonly name: string;
  readonly replicas: number;
  readonly containers: readonly RawContainer[];
  readonly storage: string | null;
  readonly storagePer: "replica" | "component" | null;
  readonly note?: string;
}

export interface RawContainer {
  readonly name: string;
  readonly requests: { readonly cpu: string | null; readonly memory: string | null };
  readonly basis: string;
}

export interface RawPreset {
  readonly name: string;
  readonly items: readonly RawPresetItem[];
  readonly demand: RawTotals;
}

/** An application of a preset: other numbers of replicas than the chart's, and what is left out. */
export interface RawPresetItem {
  readonly app: string;
  readonly replicas?: Readonly<Record<string, number>>;
  readonly without?: readonly string[];
}

/** What the dataset says the parts sum to; the contract suite holds the catalog against it. */
export interface RawTotals {
  readonly pods: number;
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly storageGiB: number;
  readonly unsetCpuPods: number;
  readonly unsetMemoryPods: number;
  readonly largestPod: { readonly cpuMilli: number; readonly memoryBytes: number };
}

export function readWorkloadsDataset(path: string | URL): WorkloadsDataset {
  return JSON.parse(readFileSync(path, "utf8")) as WorkloadsDataset;
}
