import type { CatalogSettings } from "@nkp-planner/catalog";
import type { FleetFileInput as FleetWritten, PriceBookFileInput, PriceListFileInput } from "@nkp-planner/core";

/** Takes lists that may not be changed as well as those that may. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Given<T[Key]> }
    : T;

type FleetFileInput = Given<FleetWritten>;
type TenantFileInput = FleetFileInput["tenants"][number];

/** A tenant's size in plain numbers, where only totals are known. */
export interface TenantSize {
  /** How many pods; a whole number. */
  readonly pods: number;
  /** Requests of all pods together, in vCPU and in GiB (2³⁰ bytes). */
  readonly vcpu: number;
  readonly memoryGiB: number;
  /** Volumes of all pods together, in GiB. */
  readonly storageGiB?: number;
  /** The largest single pod, which has to fit on one node. Left out: all are taken as equal in size, which is said. */
  readonly largestPod?: { readonly vcpu: number; readonly memoryGiB: number };
}

/** A tenant: all that a fleet file may say of one, and its size and price in short. */
export type TenantInput = TenantFileInput & {
  /** Instead of `demand`, `workloads`, `preset` and `applications`. */
  readonly size?: TenantSize;
  /** Instead of `price`: what it has agreed to pay a month, in the fleet's currency, such as `"1900.00"`. */
  readonly agreedMonthlyPrice?: string;
};

/** A fleet as a fleet file has it; `apiVersion` and `kind` may be left out. */
export type FleetInput = Omit<FleetFileInput, "apiVersion" | "kind" | "tenants"> & {
  /** The address of the schema, for editors; nothing is read from it. */
  readonly $schema?: string;
  /** The version of the shape that it is written in. */
  readonly apiVersion?: FleetFileInput["apiVersion"];
  /** What the file is; a fleet. */
  readonly kind?: FleetFileInput["kind"];
  /** Who is planned for; each has an id of its own. */
  readonly tenants: readonly TenantInput[];
};

/** A price book as its file has it. */
export type PriceBookInput = Given<PriceBookFileInput>;

type ListWritten = Given<PriceListFileInput>;
type ItemWritten = NonNullable<ListWritten["items"]>[number];
type ChangeWritten = NonNullable<ListWritten["changes"]>[number];
type ItemInput<BasisId extends string> = Omit<ItemWritten, "per"> & { readonly per: ItemWritten["per"] | BasisId };

/** A price list as its file has it. @typeParam BasisId what its items may charge by beside what every list may */
export type PriceListInput<BasisId extends string = never> = Omit<ListWritten, "items" | "changes"> &
  ItemsInput<BasisId> & {
    /** Days on which prices change, with those that change. */
    readonly changes?: readonly (Omit<ChangeWritten, "items"> & ItemsInput<BasisId>)[];
  };

interface ItemsInput<BasisId extends string> {
  /** What tenants are charged for, by quantity. */
  readonly items?: readonly ItemInput<BasisId>[];
}

/** Assumptions by their name, as `--set` takes them. @typeParam SharingId what `shared-cost` may be beside the options */
export type Settings<SharingId extends string = never> = Omit<CatalogSettings, "shared-cost"> & {
  /** What shared costs are split by. */
  readonly "shared-cost"?: CatalogSettings["shared-cost"] | SharingId;
};
