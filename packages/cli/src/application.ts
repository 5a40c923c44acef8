import {
  type Application,
  buildApplication,
  buildCommand,
  buildRouteMap,
  type Command,
  type RouteMap,
  text_en,
} from "@stricli/core";
import { commands, type ListedCommand } from "./commands/index.ts";
import { withHelp } from "./human/help.ts";
import { noSuchCommand } from "./human/usage.ts";
import { EXIT, type Shell } from "./shell.ts";
import { version } from "./version.ts";

const docs = {
  brief: "Cost and capacity planning for Nutanix Kubernetes Platform at service providers",
  fullDescription: [
    "Compares one NKP Starter cluster per tenant with one NKP Ultimate plane on your fleet:",
    "clusters, nodes, licences, cost, margin, every figure with its source.",
    "",
    "  nkp-planner compare                            the example fleet",
    "  nkp-planner compare FLEET --prices PRICES      your fleet at your prices",
    "  nkp-planner explain FLEET licensedVcpu         the lines behind a figure",
    "  nkp-planner diff main:FLEET FLEET              what a change does, for a review",
    "  nkp-planner cost FLEET --price-list LIST       who bears what, and what is left",
    "  nkp-planner quote FLEET --price-list LIST      what tenants pay",
    "  nkp-planner whatif FLEET --trials 10000        what moves the margin",
    "  nkp-planner forecast FLEET --months 36         margin and cash, month by month",
    "  nkp-planner lifecycle FLEET                    who waits for whose upgrade",
    "  nkp-planner emit kwok-cluster FLEET --out DIR  fake nodes, for a real scheduler",
    "  nkp-planner catalog show nkp-2.17.1            what a release asks for",
    "  nkp-planner catalog show preset-M              what a preset tenant runs",
  ].join("\n"),
};

/**
 * The program as far as some words need it: of the command that they name all, of the others what help says of them.
 * Who asks for a version or for help waits for no command's code.
 */
export async function applicationFor([word]: readonly string[]): Promise<Application<Shell>> {
  const asked = commands.find(({ name }) => name === word);
  const loaded = await asked?.load();
  // A command has brought in the planner already, whose errors these are; without a command nothing fails by them.
  const failures = asked === undefined ? undefined : await import("./human/errors.ts");
  const command = loaded === undefined ? undefined : withHelp(loaded.command);
  const routes = commands.map((one) => [one.name, one === asked ? command : standIn(one)]);
  return buildApplication(withHelp(buildRouteMap({ routes: Object.fromEntries(routes) as Routes, docs })), {
    name: "nkp-planner",
    versionInfo: { currentVersion: version },
    scanner: { caseStyle: "allow-kebab-for-camel" },
    documentation: { disableAnsiColor: true, onlyRequiredInUsageLine: true },
    determineExitCode: (error) => failures?.exitCodeOf(error) ?? EXIT.crash,
    localization: {
      text: { ...text_en, noCommandRegisteredForInput: noSuchCommand, ...failures?.textsOf(asked?.name ?? "") },
    },
  });
}

type Routes = Readonly<Record<string, Command<Shell> | RouteMap<Shell>>>;

/** A command that is named and told of, but not run. */
function standIn({ name, brief, usage }: ListedCommand): Command<Shell> {
  const loader = () => Promise.reject(new Error(`${name} is not loaded`));
  const command = buildCommand<Record<never, never>, [], Shell>({ loader, parameters: {}, docs: { brief } });
  return {
    ...command,
    formatUsageLine: ({ prefix }) => [...prefix, ...(usage === undefined ? [] : [usage])].join(" "),
  };
}
