import { comparisonDocument } from "@nkp-planner/core";
import { NO_OPTIONS } from "../formats/options.ts";
import { defineReport } from "./report.ts";

/** Every figure of every model, in the documented shape. */
export const comparisonJson = defineReport({
  id: "comparison-json",
  title: "Comparison, JSON",
  summary: "every figure of every model; internal",
  of: "comparison",
  file: { name: "comparison.json", mediaType: "application/json", isBinary: false },
  audiences: ["internal"],
  options: NO_OPTIONS,
  load: async () => ({
    write: (comparison, { findings }) => `${JSON.stringify(comparisonDocument(comparison, findings), null, 2)}\n`,
  }),
});
