import { NO_OPTIONS } from "../formats/options.ts";
import { defineReport } from "./report.ts";

/** What each tenant pays, line by line, as quoting tools import it. */
export const quoteCsv = defineReport({
  id: "quote-csv",
  title: "Quote lines, CSV",
  summary: "for quoting tools; no cost in it unless it is internal",
  of: "plan",
  file: { name: "quote-lines.csv", mediaType: "text/csv", isBinary: false },
  audiences: ["customer", "internal"],
  options: NO_OPTIONS,
  load: async () => {
    const [{ quoteLinesCsv }, { quoteFigures }] = await Promise.all([
      import("./quote/quote-lines.ts"),
      import("./quote/quote-figures.ts"),
    ]);
    return { write: quoteLinesCsv, readBack: quoteFigures };
  },
});
