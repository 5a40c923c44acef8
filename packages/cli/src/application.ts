import { createRequire } from "node:module";
import { InputError } from "@nkp-planner/core";
import { type Application, buildApplication, buildRouteMap, text_en } from "@stricli/core";
import { breakevenCommand } from "./commands/breakeven.ts";
import { catalogRoutes } from "./commands/catalog.ts";
import { compareCommand } from "./commands/compare.ts";
import { costCommand } from "./commands/cost.ts";
import { emitCommand } from "./commands/emit.ts";
import { explainCommand } from "./commands/explain.ts";
import { forecastCommand } from "./commands/forecast.ts";
import { planCommand } from "./commands/plan.ts";
import { quoteCommand } from "./commands/quote.ts";
import { sizesCommand } from "./commands/sizes.ts";
import { whatIfCommand } from "./commands/what-if.ts";
import { crashText, errorText } from "./human/errors.ts";
import { EXIT, type Shell } from "./shell.ts";

const { version } = createRequire(import.meta.url)("../package.json") as { version: string };

const routes = buildRouteMap({
  routes: {
    compare: compareCommand,
    plan: planCommand,
    cost: costCommand,
    quote: quoteCommand,
    breakeven: breakevenCommand,
    explain: explainCommand,
    sizes: sizesCommand,
    forecast: forecastCommand,
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
      "  nkp-planner cost FLEET --price-list LIST       who bears what, and what is left",
      "  nkp-planner quote FLEET --price-list LIST      what tenants pay",
      "  nkp-planner whatif FLEET --trials 10000        what moves the margin",
      "  nkp-planner forecast FLEET --months 36         margin and cash, month by month",
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
