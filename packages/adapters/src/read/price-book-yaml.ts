import { type PriceBook, parsePriceBook } from "@nkp-planner/core";
import { defineReader } from "./reader.ts";
import { readYaml } from "./yaml-text.ts";

/** The prices a provider plans with: `kind: PriceBook`. */
export const priceBookYaml = defineReader<PriceBook>({
  id: "price-book-yaml",
  title: "Price book (YAML or JSON)",
  accepts: (fileName) => /\.(ya?ml|json)$/i.test(fileName),
  read: (text) => readYaml(text, (value) => parsePriceBook(value)),
});
