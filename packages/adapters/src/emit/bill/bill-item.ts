import type { NumberLine } from "@nkp-planner/core";

/** The parts of a bill, in their order. */
export const BILL_PARTS = ["Hosts", "Licences", "Services", "Nodes", "Devices", "Addresses", "Volumes"] as const;
export type BillPart = (typeof BILL_PARTS)[number];

/** One thing to be bought or kept ready. */
export interface BillItem {
  readonly part: BillPart;
  readonly item: string;
  /** The cluster of hosts; null: the fleet names none, or it is of no single one. */
  readonly hostCluster: string | null;
  /** The Kubernetes cluster; null: of no single one. */
  readonly cluster: string | null;
  readonly pool: string | null;
  readonly quantity: number;
  readonly unit: string;
  /** What one of them has; null: it has no sizes. */
  readonly each: Sizes | null;
  /** Why so many. */
  readonly why: string;
  /** How sure the quantity is: a word of the catalog, `user` or `computed`. */
  readonly confidence: string;
}

export interface Sizes {
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly diskGiB: number;
}

/** What an item has that says nothing of it. */
export const OF_ALL = { hostCluster: null, cluster: null, pool: null, each: null } as const;

/** Lines as a sum in words: `10 (Hosts for vCPU) + 1 (Spare hosts)`. */
export function sumText(lines: readonly NumberLine[]): string {
  return lines
    .filter(({ value }) => value !== 0)
    .map(({ label, value }) => `${value} (${label})`)
    .join(" + ");
}
