import {
  type PlanInput,
  type PriceBook,
  type PriceList,
  parseFleet,
  parsePriceBook,
  parsePriceList,
} from "@nkp-planner/core";
import fleetFile from "../data/examples/msp-fleet.json" with { type: "json" };
import priceBookFile from "../data/examples/price-book-eur.json" with { type: "json" };
import hostPriceBookFile from "../data/examples/price-book-hosts-eur.json" with { type: "json" };
import priceListFile from "../data/examples/price-list-eur.json" with { type: "json" };
import { workloadLibrary } from "./presets.ts";

/** Twelve invented tenants, to try things out on. */
export const exampleFleet: PlanInput = parseFleet(fleetFile, "the example fleet", workloadLibrary);

/** Invented prices in euro, marked illustrative: whatever is planned with them says so. */
export const examplePriceBook: PriceBook = parsePriceBook(priceBookFile, "the example price book");

/** Invented prices of the same provider where it buys its hosts, with tiers, a minimum and a foreign currency. */
export const exampleHostPriceBook: PriceBook = parsePriceBook(hostPriceBookFile, "the example price book by hosts");

/** What the invented provider's tenants pay. */
export const examplePriceList: PriceList = parsePriceList(priceListFile, "the example price list");

/** The same as people write them, to be changed and read again. */
export const exampleFiles = { fleet: fleetFile, priceBook: priceBookFile, priceList: priceListFile } as const;
