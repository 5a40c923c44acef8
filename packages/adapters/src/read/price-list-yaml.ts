import { type PriceList, parsePriceList } from "@nkp-planner/core";
import { defineReader } from "./reader.ts";
import { readYaml } from "./yaml-text.ts";

/** What a provider's tenants pay: `kind: PriceList`. */
export const priceListYaml = defineReader<PriceList>({
  id: "price-list-yaml",
  title: "Price list (YAML or JSON)",
  accepts: (fileName) => /\.(ya?ml|json)$/i.test(fileName),
  read: (text) => readYaml(text, (value) => parsePriceList(value)),
});
