/** What is read of each VM. */
export const VM_FIELDS = [
  "name",
  "power",
  "template",
  "placeholder",
  "vcpu",
  "memoryMiB",
  "diskMiB",
  "usedMiB",
] as const;
export type VmField = (typeof VM_FIELDS)[number];

/** A column of another sheet, by the name of a VM or of a host. */
export interface UsedColumn {
  readonly sheet: string;
  readonly names: readonly string[];
  readonly amounts: readonly string[];
  /** `percent`: of the VM's own size. */
  readonly unit: "percent" | "MiB" | "MHz";
}

/** How a tool writes its list of VMs. */
export interface InventoryFormat {
  /** Once in the list. */
  readonly id: string;
  readonly title: string;
  /** The sheet of its workbook that has a row a VM. */
  readonly sheet: string;
  /** Other sheets that tell it from tools whose sheets have the same names. */
  readonly marks: readonly string[];
  /** Names of its columns, older ones included, the one to be preferred first. Letters' size and spaces do not count. */
  readonly heads: Readonly<Record<VmField, readonly string[]>>;
  /** Whether it writes whole numbers alone, so that `34.321` is 34,321. */
  readonly hasWholeNumbers: boolean;
  /** What VMs used; absent: the tool does not say it. */
  readonly used?: {
    readonly cpu: UsedColumn;
    readonly memory: UsedColumn;
    /** Of MHz, how fast a core of each host is. */
    readonly hostMhz?: UsedColumn;
    /** What such figures are: `at the 95th percentile of a week`. */
    readonly when: string;
  };
  /** Names of VMs that are part of the platform and no tenant's; null: it has none. */
  readonly platformVms: RegExp | null;
}

/** A heading as it is compared. */
export function headKey(head: string): string {
  return head.toLowerCase().replaceAll(/[^a-z0-9#%]/g, "");
}
