import { createRequire } from "node:module";
import { InputError } from "@nkp-planner/core";
import { type Application, buildApplication, buildRouteMap, text_en } from "@stricli/core";
import { catalogRoutes } from "./commands/catalog.ts";
import { compareCommand } from "./commands/compare.ts";
import { emitCommand } from "./commands/emit.ts";
import { explainCommand } from "./commands/explain.ts";
import { planCommand } from "./commands/plan.ts";
import { sizesCommand } from "./commands/sizes.ts";
import { whatIfCommand } from "./commands/what-if.ts";
import { crashText, errorText } from "./human/errors.ts";
import { EXIT, type Shell } from "./shell.ts";

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

const routes = buildRouteMap({
  routes: {
    compare: compareCommand,
    plan: planCommand,
    explain: explainCommand,
    sizes: sizesCommand,
    whatif: whatIfCommand,
    emit: emitCommand,
    catalog: catalogRoutes,
  },
  docs: {
    brief: "Cost and capacity planning for Nutanix Kubernetes Platform at service providers",
    fullDescription: [
      "Compares one NKP Starter cluster per tenant with one NKP Ultimate plane on your fleet:",
      "clusters, nodes, licences, cost, margin, every figure with its source.",
      "",
      "  nkp-planner compare                            the example fleet",
      "  nkp-planner compare FLEET --prices PRICES      your fleet at your prices",
      "  nkp-planner explain FLEET licensedVcpu         the lines behind a figure",
      "  nkp-planner whatif FLEET                       if prices and hours turn out otherwise",
      "  nkp-planner emit kwok-cluster FLEET --out DIR  fake nodes, for a real scheduler",
      "  nkp-planner catalog show nkp-2.17.1            what a release asks for",
      "  nkp-planner catalog show preset-M              what a preset tenant runs",
    ].join("\n"),
  },
});

/** The commands, and how their errors are said: bad input without a stack, a mistake of ours with it. */
export const application: Application<Shell> = buildApplication(routes, {
  name: "nkp-planner",
  versionInfo: { currentVersion: version },
  scanner: { caseStyle: "allow-kebab-for-camel" },
  documentation: { disableAnsiColor: true, onlyRequiredInUsageLine: true },
  determineExitCode: (error) => (error instanceof InputError ? EXIT.badInput : EXIT.crash),
  localization: {
    text: {
      ...text_en,
      exceptionWhileRunningCommand: (error) => (error instanceof InputError ? errorText(error) : crashText(error)),
    },
  },
});
