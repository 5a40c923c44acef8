import { createRequire } from "node:module";
import { type Application, buildApplication, buildRouteMap, text_en } from "@stricli/core";
import { catalogRoutes } from "./commands/catalog.ts";
import { compareCommand } from "./commands/compare.ts";
import { explainCommand } from "./commands/explain.ts";
import { planCommand } from "./commands/plan.ts";
import type { Shell } from "./shell.ts";

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

/** The commands. What a command throws is kept in `outcome` for the one place that reports it. */
export function application(outcome: { error?: unknown }): Application<Shell> {
  const routes = buildRouteMap({
    routes: { compare: compareCommand, plan: planCommand, explain: explainCommand, catalog: catalogRoutes },
    docs: {
      brief: "Cost and capacity planning for Nutanix Kubernetes Platform at service providers",
      fullDescription: [
        "Compares one NKP Starter cluster per tenant with one NKP Ultimate plane on your fleet:",
        "clusters, nodes, licences, cost, margin, every figure with its source.",
        "",
        "  nkp-planner compare                           the example fleet",
        "  nkp-planner compare FLEET --prices PRICES     your fleet at your prices",
        "  nkp-planner explain FLEET licensedVcpu        the lines behind a figure",
        "  nkp-planner catalog show nkp-2.17.1           what a release asks for",
      ].join("\n"),
    },
  });
  return buildApplication(routes, {
    name: "nkp-planner",
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: "allow-kebab-for-camel" },
    documentation: { disableAnsiColor: true },
    localization: {
      text: {
        ...text_en,
        exceptionWhileRunningCommand: (error) => {
          outcome.error = error;
          return "";
        },
      },
    },
  });
}
