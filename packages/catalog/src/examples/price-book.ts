import { type PriceBook, parsePriceBook } from "@nkp-planner/core";
import priceBookFile from "../../data/examples/price-book-eur.json" with { type: "json" };

/** Invented prices in euro, marked illustrative: whatever is planned with them says so. */
export const examplePriceBook: PriceBook = parsePriceBook(priceBookFile, "the example price book");
