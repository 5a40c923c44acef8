import { NO_OPTIONS } from "../formats/options.ts";
import { defineReport } from "./report.ts";

/** The fleet as a file that people and the command line read. */
export const fleetFile = defineReport({
  id: "fleet-yaml",
  title: "Fleet file, YAML",
  summary: "for the command line and for Git",
  of: "inputs",
  file: { name: "fleet.yaml", mediaType: "application/yaml", isBinary: false },
  audiences: ["internal"],
  options: NO_OPTIONS,
  load: async () => {
    const { yamlFile } = await import("../text/yaml-file.ts");
    return { write: ({ fleet }) => yamlFile(fleet) };
  },
});
