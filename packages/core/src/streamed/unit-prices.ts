import type { PriceBook } from "../prices/price-book.ts";
import { type BaseUnit, splitUnit } from "../prices/price-units.ts";
import type { Rate } from "../prices/rate.ts";

/** What is counted of the whole fleet, and of no cluster for itself. */
const OF_FLEET: readonly BaseUnit[] = ["VM", "fleet", "host", "core", "kWh"];
/** Of these what is counted divides as hosts do, which no tenant has for itself. */
const OF_HOSTS: readonly BaseUnit[] = ["host", "core", "kWh"];

/** A book with those of its additions that each cluster has for itself. */
export function pricedByCluster(book: PriceBook): PriceBook {
  return { ...book, added: book.added.filter((rate) => !isOfFleet(rate)) };
}

/** A book with those of its additions that the fleet has as a whole. */
export function pricedByFleet(book: PriceBook): PriceBook {
  return { ...book, added: book.added.filter(isOfFleet) };
}

/** Whether a price divides as hosts do. */
export function isOfHosts({ unit }: Rate): boolean {
  return OF_HOSTS.includes(splitUnit(unit).base);
}

function isOfFleet({ unit }: Rate): boolean {
  return OF_FLEET.includes(splitUnit(unit).base);
}
