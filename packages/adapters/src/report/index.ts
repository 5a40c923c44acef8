import { comparisonJson } from "./comparison-json.ts";
import { connectwise } from "./connectwise.ts";
import { fleetFile } from "./fleet-yaml.ts";
import { focusCsv } from "./focus-csv.ts";
import { opencostJson } from "./opencost-json.ts";
import { pax8 } from "./pax8.ts";
import { planJson } from "./plan-json.ts";
import { planXlsx } from "./plan-xlsx.ts";
import { priceBookFile } from "./price-book-yaml.ts";
import { priceListFile } from "./price-list-yaml.ts";
import { quoteCsv } from "./quote-csv.ts";
import type { Report } from "./report.ts";

/** Every report, as menus list them. A new one is one file and one line here. */
export const reports: readonly Report[] = [
  fleetFile,
  priceBookFile,
  priceListFile,
  comparisonJson,
  planJson,
  quoteCsv,
  connectwise,
  pax8,
  focusCsv,
  opencostJson,
  planXlsx,
];

/** The reports of plans, of comparisons or of inputs. */
export function reportsOf<Of extends Report["of"]>(of: Of): readonly Report<Of>[] {
  return reports.filter((report): report is Report<Of> => report.of === of);
}
