import type { Command, RouteMap } from "@stricli/core";
import type { Shell } from "../shell.ts";

/** A command as the program knows it before it is asked for. */
export interface ListedCommand {
  /** One word in small letters. */
  readonly name: string;
  readonly brief: string;
  /** What it cannot do without, as its line in the program's own help says it. */
  readonly usage?: string;
  /** Brings in its code, and with that the planner, which takes many times as long as all that is here. */
  readonly load: () => Promise<{ readonly command: Command<Shell> | RouteMap<Shell> }>;
}

/** Every command, in the order in which help lists them. */
export const commands: readonly ListedCommand[] = [
  {
    name: "init",
    brief: "Write a fleet, a price book and a price list to start from",
    load: () => import("./init.ts"),
  },
  {
    name: "compare",
    brief: "Plan a fleet by every operating model and say which costs least, and why",
    load: () => import("./compare.ts"),
  },
  {
    name: "plan",
    brief: "Plan a fleet by one operating model: clusters, pools, tenants, assumptions",
    load: () => import("./plan.ts"),
  },
  {
    name: "cost",
    brief: "Cost, who bears it, margin by tenant and service, who pays for the platform (internal)",
    load: () => import("./cost.ts"),
  },
  {
    name: "quote",
    brief: "What tenants pay, line by line, a month and once; nothing of what they cost",
    load: () => import("./quote.ts"),
  },
  {
    name: "breakeven",
    brief: "From how many tenants, how small a tenant, at which price: questions in reverse",
    load: () => import("./breakeven.ts"),
  },
  {
    name: "explain",
    brief: "Print the lines behind a figure: quantity × rate, source, confidence",
    usage: "<FLEET>",
    load: () => import("./explain.ts"),
  },
  {
    name: "sizes",
    brief: "Plan the same mix of tenants from 1 to N, and say up to which size a model costs more",
    load: () => import("./sizes.ts"),
  },
  {
    name: "forecast",
    brief: "Play a fleet forward month by month: margin, cash, payback, net present value",
    load: () => import("./forecast.ts"),
  },
  {
    name: "whatif",
    brief: "Say how far cost and margin move where prices and hours turn out otherwise",
    load: () => import("./what-if.ts"),
  },
  {
    name: "import",
    brief: "Read tenants from files of other tools, and print a fleet file",
    usage: "<FILE>...",
    load: () => import("./import.ts"),
  },
  {
    name: "emit",
    brief: "Write a plan as files for another tool, e.g. fake nodes for KWOK",
    usage: "(--out DIR) <FORMAT>",
    load: () => import("./emit.ts"),
  },
  {
    name: "catalog",
    brief: "What is known about NKP, with source and confidence",
    usage: "list|show|diff ...",
    load: () => import("./catalog.ts"),
  },
  {
    name: "schema",
    brief: "Every property of the files you write and of the documents that are printed",
    usage: "show",
    load: () => import("./schema.ts"),
  },
];

/** What the list says of a command, for the command's own help. */
export function briefOf(name: string): string {
  const found = commands.find((command) => command.name === name);
  if (found === undefined) throw new Error(`${name} is not in the list of commands`);
  return found.brief;
}
