import type { OwnItem } from "@nkp-planner/adapters/quote-paper";
import type { TenantDraft, Typed } from "@nkp-planner/adapters/tenant-table";
import type { Settings } from "@nkp-planner/core";

export type { ApplicationDraft, TenantDraft, Typed, WorkloadDraft } from "@nkp-planner/adapters/tenant-table";

/** All that a visitor can enter, as the files of the planner have it: what a link carries and an export writes. */
export interface Scenario {
  /** A `kind: Fleet` file. */
  readonly fleet: FleetDraft;
  /** A `kind: PriceBook` file. */
  readonly prices: PriceBookDraft;
  /** A `kind: PriceList` file; null: tenants pay what is agreed with them. */
  readonly priceList: PriceListDraft | null;
  /** What `--set` sets on the command line. */
  readonly settings: Settings;
  /** How numbers are written: a BCP 47 tag. */
  readonly locale: string;
  readonly letter: Letter;
}

/** What a quote says beside its figures. */
export interface Letter {
  readonly provider: string;
  readonly customer: string;
  readonly objectives: string;
  /** Of the quote. */
  readonly number?: string;
  /** A day, in the visitor's own words. */
  readonly validUntil?: string;
  /** A percentage. */
  readonly taxPercent?: string;
  /** What is paid once beside the price list, in the visitor's own words. */
  readonly ownItems?: readonly OwnItem[];
}

/** A file before the planner has checked it: a field may hold anything that can be typed. */
export interface FleetDraft {
  readonly apiVersion: string;
  readonly kind: string;
  readonly title?: string;
  readonly asOf: string;
  readonly release: string;
  readonly currency: string;
  /** true: agreed prices that do not say otherwise are invented. */
  readonly illustrative?: boolean;
  readonly tenants: readonly TenantDraft[];
  readonly [field: string]: unknown;
}

export interface PriceBookDraft {
  readonly id: string;
  readonly title: string;
  readonly currency: string;
  readonly illustrative: boolean;
  readonly items: readonly PriceItemDraft[];
  readonly [field: string]: unknown;
}

export interface PriceItemDraft {
  readonly sku: string;
  readonly name: string;
  readonly unit?: string;
  /** Absent where the price is in tiers. */
  readonly unitPrice?: Typed;
  readonly [field: string]: unknown;
}

export interface PriceListDraft {
  readonly id: string;
  readonly title: string;
  readonly illustrative: boolean;
  readonly items: readonly PriceItemDraft[];
  readonly [field: string]: unknown;
}
