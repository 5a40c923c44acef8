import * as z from "zod";
import { defineReport } from "./report.ts";

const PROVIDER = "provider";

/** What each tenant costs, row by row, for tools that read the FinOps Open Cost and Usage Specification. */
export const focusCsv = defineReport({
  id: "focus-csv",
  title: "Costs, CSV in the shape of FOCUS 1.2 or 1.3",
  summary: "what each tenant costs, row by row; internal",
  of: "plan",
  file: { name: "focus-costs.csv", mediaType: "text/csv", isBinary: false },
  audiences: ["internal"],
  options: z.strictObject({
    "focus-version": z
      .enum(["1.2", "1.3"])
      .default("1.2")
      .meta({ description: "1.2 (default), which most tools read, or 1.3, which says how each cost was split" }),
    "billing-account-id": z.string().default(PROVIDER).meta({ description: "Id of who bills, as the columns want it" }),
    "billing-account-name": z.string().default(PROVIDER).meta({ description: "Name of who bills" }),
    "one-time": z
      .enum(["left-out", "included"])
      .default("left-out")
      .meta({ description: "Costs due once: a sum of all rows is a month's only without them" }),
  }),
  load: async () => {
    const [{ focusRowsCsv }, { focusFigures }] = await Promise.all([
      import("./focus/focus-rows.ts"),
      import("./focus/focus-figures.ts"),
    ]);
    return {
      write: (plan, { options, ...request }) =>
        focusRowsCsv(
          plan,
          { ...request, version: options["focus-version"], hasOneTime: options["one-time"] === "included" },
          { id: options["billing-account-id"], name: options["billing-account-name"] },
        ),
      readBack: focusFigures,
    };
  },
});
