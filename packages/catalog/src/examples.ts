import { type PlanInput, type PriceBook, parseFleet, parsePriceBook } from "@nkp-planner/core";
import fleetFile from "../data/examples/msp-fleet.json" with { type: "json" };
import priceBookFile from "../data/examples/price-book-eur.json" with { type: "json" };
import { workloadLibrary } from "./presets.ts";

/** Twelve invented tenants, to try things out on. */
export const exampleFleet: PlanInput = parseFleet(fleetFile, "the example fleet", workloadLibrary);

/** Invented prices in euro, marked illustrative: whatever is planned with them says so. */
export const examplePriceBook: PriceBook = parsePriceBook(priceBookFile, "the example price book");
