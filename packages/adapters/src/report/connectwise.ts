import * as z from "zod";
import { defineReport } from "./report.ts";

/** What each tenant pays, as additions to its agreement and product items of ConnectWise PSA. */
export const connectwise = defineReport({
  id: "connectwise",
  title: "Agreement additions, JSON for ConnectWise PSA",
  summary: "bodies to post, a recurring line each; no cost in it unless it is internal",
  of: "plan",
  file: { name: "connectwise-additions.json", mediaType: "application/json", isBinary: false },
  audiences: ["customer", "internal"],
  options: z.strictObject({
    "without-ref": z.enum(["listed", "refused"]).default("listed").meta({
      description: "Tenants whose ref names no agreement: listed with what to do (default), or refused",
    }),
  }),
  load: async () => {
    const [{ connectwiseJson }, { connectwiseFigures }] = await Promise.all([
      import("./connectwise/additions.ts"),
      import("./connectwise/additions-figures.ts"),
    ]);
    return {
      write: (plan, { options, ...request }) =>
        connectwiseJson(plan, request, { refusesWithoutRef: options["without-ref"] === "refused" }),
      readBack: connectwiseFigures,
    };
  },
});
