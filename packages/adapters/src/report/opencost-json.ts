import { NO_OPTIONS } from "../formats/options.ts";
import { defineReport } from "./report.ts";

/** What a vCPU, a GiB of memory and a GiB of disk cost an hour. */
export const opencostJson = defineReport({
  id: "opencost-json",
  title: "Custom prices for OpenCost, JSON",
  summary: "what a vCPU and a GiB cost an hour; internal",
  of: "plan",
  file: { name: "opencost-prices.json", mediaType: "application/json", isBinary: false },
  audiences: ["internal"],
  options: NO_OPTIONS,
  load: async () => ({ write: (await import("./opencost/opencost-prices.ts")).opencostPricesJson }),
});
