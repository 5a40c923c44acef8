import {
  API_VERSION,
  type CalendarFacts,
  type PlanInput,
  type PriceBook,
  type PriceList,
  parseFleet,
  parsePriceBook,
  parsePriceList,
  parseWhatIf,
  type WhatIf,
  type WorkloadLibrary,
} from "@nkp-planner/core";
import type { TenantRow } from "../tables/tenant-row.ts";

/** What a file may hold, and what the planner makes of it. */
export interface InputValues {
  readonly fleet: PlanInput;
  /** Tenants as a fleet file has them, for a fleet to be. */
  readonly tenants: readonly TenantRow[];
  readonly "price-book": PriceBook;
  readonly "price-list": PriceList;
  readonly ranges: WhatIf;
  /** What management clusters say of releases, clusters and upgrades. */
  readonly calendar: CalendarFacts;
}

export type InputKind = keyof InputValues;

interface KindFacts<Value> {
  /** With its article, for sentences: `a price book`. */
  readonly title: string;
  /** `kind` of the planner's own file of it; null: it has none. */
  readonly fileKind: string | null;
  /** What its entries are called, and where they stand. */
  readonly entries: string;
  readonly entriesKey: string | null;
  /** @throws InputError with everything that is wrong with the data */
  parse(data: unknown, library: WorkloadLibrary | undefined): Value;
}

/** One row a kind. */
export const INPUT_KINDS: { readonly [Kind in InputKind]: KindFacts<InputValues[Kind]> } = {
  fleet: {
    title: "a fleet",
    fileKind: "Fleet",
    entries: "tenants",
    entriesKey: "tenants",
    parse: (data, library) => parseFleet(data, "fleet", library),
  },
  tenants: {
    title: "a table of tenants",
    fileKind: null,
    entries: "tenants",
    entriesKey: null,
    parse(data, library) {
      parseFleet({ ...ANY_FLEET, tenants: data }, "tenants", library);
      return data as InputValues["tenants"];
    },
  },
  "price-book": {
    title: "a price book",
    fileKind: "PriceBook",
    entries: "items",
    entriesKey: "items",
    parse: (data) => parsePriceBook(data),
  },
  "price-list": {
    title: "a price list",
    fileKind: "PriceList",
    entries: "items",
    entriesKey: "items",
    parse: (data) => parsePriceList(data),
  },
  ranges: {
    title: "ranges for a what-if",
    fileKind: "WhatIf",
    entries: "ranges",
    entriesKey: "ranges",
    parse: (data) => parseWhatIf(data),
  },
  calendar: {
    title: "objects of a management cluster",
    fileKind: null,
    entries: "objects",
    entriesKey: null,
    // Its reader makes the data, and nobody writes it.
    parse: (data) => data as CalendarFacts,
  },
};

/** A fleet that any tenants may be of, to have them checked. */
const ANY_FLEET = {
  apiVersion: API_VERSION,
  kind: "Fleet",
  asOf: "2026-01-01",
  release: "any",
  currency: "EUR",
};

/** How many entries data has. */
export function entryCountOf(kind: InputKind, data: unknown): number {
  const { entriesKey } = INPUT_KINDS[kind];
  const list: unknown =
    entriesKey === null ? data : typeof data === "object" && data !== null ? Reflect.get(data, entriesKey) : undefined;
  return Array.isArray(list) ? list.length : 0;
}
