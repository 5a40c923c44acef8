import { NO_OPTIONS } from "../formats/options.ts";
import { defineReport } from "./report.ts";

/** What each tenant pays, as line items of a Pax8 quote. */
export const pax8 = defineReport({
  id: "pax8",
  title: "Quote line items, JSON for Pax8 Quoting v2",
  summary: "bodies to post, 30 items a quote; with the cost that Pax8 asks for where it is internal",
  of: "plan",
  file: { name: "pax8-quotes.json", mediaType: "application/json", isBinary: false },
  audiences: ["customer", "internal"],
  options: NO_OPTIONS,
  load: async () => {
    const [{ pax8Json }, { pax8Figures }] = await Promise.all([
      import("./pax8/line-items.ts"),
      import("./pax8/line-items-figures.ts"),
    ]);
    return { write: pax8Json, readBack: pax8Figures };
  },
});
