import fleetFile from "../../data/examples/msp-fleet.json" with { type: "json" };
import priceBookFile from "../../data/examples/price-book-eur.json" with { type: "json" };
import priceListFile from "../../data/examples/price-list-eur.json" with { type: "json" };

/** The same as people write them, to be changed and read again. */
export const exampleFiles = { fleet: fleetFile, priceBook: priceBookFile, priceList: priceListFile } as const;
