import type { Command, RouteMap } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
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
    brief: BRIEFS.init,
    load: () => import("./init.ts"),
  },
  {
    name: "compare",
    brief: BRIEFS.compare,
    load: () => import("./compare.ts"),
  },
  {
    name: "shard",
    brief: BRIEFS.shard,
    usage: "(--of N) <FLEET>",
    load: () => import("./shard.ts"),
  },
  {
    name: "merge",
    brief: BRIEFS.merge,
    usage: "<FILE>...",
    load: () => import("./merge.ts"),
  },
  {
    name: "plan",
    brief: BRIEFS.plan,
    load: () => import("./plan.ts"),
  },
  {
    name: "diff",
    brief: BRIEFS.diff,
    usage: "<BASE> <HEAD>",
    load: () => import("./diff.ts"),
  },
  {
    name: "cost",
    brief: BRIEFS.cost,
    load: () => import("./cost.ts"),
  },
  {
    name: "quote",
    brief: BRIEFS.quote,
    load: () => import("./quote.ts"),
  },
  {
    name: "breakeven",
    brief: BRIEFS.breakeven,
    load: () => import("./breakeven.ts"),
  },
  {
    name: "explain",
    brief: BRIEFS.explain,
    usage: "<FLEET>",
    load: () => import("./explain.ts"),
  },
  {
    name: "sizes",
    brief: BRIEFS.sizes,
    load: () => import("./sizes.ts"),
  },
  {
    name: "forecast",
    brief: BRIEFS.forecast,
    load: () => import("./forecast.ts"),
  },
  {
    name: "lifecycle",
    brief: BRIEFS.lifecycle,
    load: () => import("./lifecycle.ts"),
  },
  {
    name: "decide",
    brief: BRIEFS.decide,
    load: () => import("./decide.ts"),
  },
  {
    name: "whatif",
    brief: BRIEFS.whatif,
    load: () => import("./what-if.ts"),
  },
  {
    name: "import",
    brief: BRIEFS.import,
    usage: "<FILE>...",
    load: () => import("./import.ts"),
  },
  {
    name: "measure",
    brief: BRIEFS.measure,
    usage: "<FILE>...",
    load: () => import("./measure.ts"),
  },
  {
    name: "check",
    brief: BRIEFS.check,
    usage: "<FLEET>...",
    load: () => import("./check.ts"),
  },
  {
    name: "rules",
    brief: BRIEFS.rules,
    usage: "list|show ...",
    load: () => import("./rules.ts"),
  },
  {
    name: "emit",
    brief: BRIEFS.emit,
    load: () => import("./emit.ts"),
  },
  {
    name: "catalog",
    brief: BRIEFS.catalog,
    usage: "list|show|diff ...",
    load: () => import("./catalog.ts"),
  },
  {
    name: "schema",
    brief: BRIEFS.schema,
    usage: "show",
    load: () => import("./schema.ts"),
  },
];
