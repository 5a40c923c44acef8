import type { PriceItemFile } from "./price-item-file.ts";
import { priceKindOf, type RateKind } from "./price-kinds.ts";
import { splitUnit } from "./price-units.ts";
import type { tariffFields } from "./tariff-file.ts";

/** A field of an item that only some units need or take. */
export interface UnitField {
  readonly field: UnitFieldName;
  readonly isNeeded: (kind: RateKind, unit: string) => boolean;
  readonly isTaken: (kind: RateKind, unit: string) => boolean;
  readonly example: string;
}

export type UnitFieldName = Exclude<
  keyof PriceItemFile,
  keyof typeof tariffFields | "sku" | "name" | "note" | "illustrative" | "appliesTo" | "unit" | "currency"
>;

/** All of them; every other field of an item is for each of them. */
export const unitFields: readonly UnitField[] = [
  field("termMonths", "termMonths: 36", (_, unit) => splitUnit(unit).period === "term"),
  field("amortisedOverMonths", "amortisedOverMonths: 60", isBought),
  field("wattsPerHost", "wattsPerHost: 650", (_, unit) => splitUnit(unit).base === "kWh"),
  {
    ...field("vcpuPerCore", "", isLicensedByCore),
    isNeeded: () => false,
  },
  { ...field("residualValue", "", isBought), isNeeded: () => false },
  { ...field("storageClass", "", isOfVolumes), isNeeded: () => false },
  { ...field("hostCluster", "", isOfHosts), isNeeded: () => false },
  { ...field("resource", "", (_, unit) => splitUnit(unit).base === "GPU"), isNeeded: () => false },
];

/** A core of a licence for vCPU, not one of a host. */
function isLicensedByCore(kind: RateKind, unit: string): boolean {
  return priceKindOf(kind).billed === "by-licensed-vcpu" && splitUnit(unit).base === "core";
}

/** A host, not the use of one for a time. */
function isBought(kind: RateKind, unit: string): boolean {
  return isOfHosts(kind) && splitUnit(unit).period === null;
}

function isOfHosts(kind: RateKind): boolean {
  return priceKindOf(kind).billed === "by-host";
}

function isOfVolumes(kind: RateKind): boolean {
  const definition = priceKindOf(kind);
  return definition.billed === "by-node-size" && definition.size === "diskGiB";
}

function field(name: UnitFieldName, example: string, isNeeded: (kind: RateKind, unit: string) => boolean) {
  return { field: name, example, isNeeded, isTaken: isNeeded };
}
