import type { Problem } from "@nkp-planner/core";

/** A list of VMs that is no table: what an API answers, or a blueprint says. */
export interface InventoryDocument {
  /** Once in the list. */
  readonly id: string;
  readonly title: string;
  /** What stands in the first characters of its texts, and in no other's. */
  readonly mark: RegExp;
  /** null: the data are none of it. */
  vmsIn(data: unknown): ListedVms | null;
}

export interface ListedVms {
  readonly vms: readonly ListedVm[];
  /** How many there are in all, where the list says that it is a part of them. */
  readonly totalCount?: number;
  /** What is true of all of them, a sentence each. */
  readonly notices?: readonly string[];
}

/** What one entry says. null: it does not. */
export interface ListedVm {
  readonly path: Problem["path"];
  readonly name: string;
  readonly power: string | null;
  readonly vcpu: number | null;
  readonly memoryMiB: number | null;
  /** Of all disks that say their size. */
  readonly diskMiB: number | null;
  /** Disks that do not, as a copy of an image. */
  readonly unsizedDiskCount: number;
  readonly gpuCount: number;
  /** What may tell tenants apart, by names as a table's columns have them. */
  readonly labels: Readonly<Record<string, string>>;
}
