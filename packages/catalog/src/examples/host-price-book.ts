import { type PriceBook, parsePriceBook } from "@nkp-planner/core";
import hostPriceBookFile from "../../data/examples/price-book-hosts-eur.json" with { type: "json" };

/** Invented prices of the same provider where it buys its hosts, with tiers, a minimum and a foreign currency. */
export const exampleHostPriceBook: PriceBook = parsePriceBook(hostPriceBookFile, "the example price book by hosts");
