import { type Comparison, comparisonDocument } from "@nkp-planner/core";

/** What `compare --format json` prints. */
export function comparisonJson(comparison: Comparison): string {
  return `${JSON.stringify(comparisonDocument(comparison), null, 2)}\n`;
}
