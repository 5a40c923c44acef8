import { type PriceList, parsePriceList } from "@nkp-planner/core";
import priceListFile from "../../data/examples/price-list-eur.json" with { type: "json" };

/** What the invented provider's tenants pay. */
export const examplePriceList: PriceList = parsePriceList(priceListFile, "the example price list");
