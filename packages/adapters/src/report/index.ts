import { focusCsv } from "./focus-csv.ts";
import { opencostJson } from "./opencost-json.ts";
import { quoteCsv } from "./quote-csv.ts";
import type { Report } from "./report.ts";

/** Every report. A new one is one file and one line here. */
export const reports: readonly Report[] = [quoteCsv, focusCsv, opencostJson];
