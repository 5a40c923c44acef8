import { InputError } from "@nkp-planner/core";
import { NO_OPTIONS } from "../formats/options.ts";
import { defineReport } from "./report.ts";

/** What tenants pay, as a file. */
export const priceListFile = defineReport({
  id: "price-list-yaml",
  title: "Price list, YAML",
  summary: "what tenants pay; internal",
  of: "inputs",
  file: { name: "price-list.yaml", mediaType: "application/yaml", isBinary: false },
  audiences: ["internal"],
  options: NO_OPTIONS,
  appliesTo: ({ priceList }) => priceList !== null,
  load: async () => {
    const { inventedNote, yamlFile } = await import("../text/yaml-file.ts");
    return {
      write({ priceList }) {
        if (priceList !== null) return yamlFile(priceList, inventedNote(priceList));
        throw new InputError("price list", [
          { path: [], found: "no price list", expected: "one", fix: "tenants pay what is agreed with each" },
        ]);
      },
    };
  },
});
