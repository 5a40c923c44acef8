import { NO_OPTIONS } from "../formats/options.ts";
import { defineReport } from "./report.ts";

/** The prices a plan was made with, as a file. */
export const priceBookFile = defineReport({
  id: "price-book-yaml",
  title: "Price book, YAML",
  summary: "what things cost; internal",
  of: "inputs",
  file: { name: "prices.yaml", mediaType: "application/yaml", isBinary: false },
  audiences: ["internal"],
  options: NO_OPTIONS,
  load: async () => {
    const { inventedNote, yamlFile } = await import("../text/yaml-file.ts");
    return { write: ({ prices }) => yamlFile(prices, inventedNote(prices)) };
  },
});
