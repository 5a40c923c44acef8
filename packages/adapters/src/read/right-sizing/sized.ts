import type { NanoUnits, Problem } from "@nkp-planner/core";
import type { ExcludedEntries, Place } from "../read-result.ts";

/** What sizes may rest on: what is asked for, what a tool would ask for, what was used. */
export const BASES = ["requests", "recommendation", "usage"] as const;
export type Basis = (typeof BASES)[number];

/** In billionths of a vCPU and of a byte, which is exact; null: not known. */
export interface Sizes {
  readonly cpuNano: NanoUnits | null;
  readonly memoryNano: NanoUnits | null;
}

export const UNKNOWN: Sizes = { cpuNano: null, memoryNano: null };

/** A container of pods alike, or what is said of all of them together. */
export interface Sized {
  /** Empty where the file does not say. */
  readonly cluster: string;
  readonly namespace: string;
  /** As Kubernetes calls it, in any letters. */
  readonly kind: string;
  readonly workload: string;
  readonly container: string;
  /** Containers with the same one are of one pod. */
  readonly podKey: string;
  /** null: the file does not say. */
  readonly podCount: number | null;
  /** Whether its sizes are of all its pods together, and not of each. */
  readonly isSum: boolean;
  /** Whether it only prepares the others, and has ended when they run. */
  readonly isInit: boolean;
  readonly sizes: Readonly<Record<Basis, Sizes>>;
  /** Between what the tool is sure that it is. */
  readonly bounds: { readonly lower: Sizes; readonly upper: Sizes } | null;
  /** What stands where a size would, or why there is none. */
  readonly hint: string;
  /** What cannot be read. */
  readonly problems: readonly Problem[];
  /** Entries of the file that it is made of. */
  readonly entryCount: number;
  placeOf(): Place;
}

/** What a file says of sizes. */
export interface SizedFile {
  /** What its entries are called. */
  readonly entries: string;
  readonly all: readonly Sized[];
  /** Entries that say nothing of sizes that count. */
  readonly excluded: readonly ExcludedEntries[];
  /** Of entries that cannot be read at all, each of one. */
  readonly problems: readonly Problem[];
  /** How sure it is: a sentence each. */
  readonly confidence: readonly string[];
  readonly notices: readonly string[];
}

/** `Deployment shop/web`, for sentences. */
export function titleOf({ kind, namespace, workload }: Pick<Sized, "kind" | "namespace" | "workload">): string {
  if (kind === "" && namespace !== "" && namespace === workload)
    return `namespace ${namespace}`.slice(0, LONGEST_TITLE);
  const name = [namespace, workload].filter((one) => one !== "").join("/");
  return [kind, name === "" ? "without a name" : name.slice(0, LONGEST_TITLE)].filter((one) => one !== "").join(" ");
}

const LONGEST_TITLE = 253;
