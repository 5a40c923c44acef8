import { criteria, decide, decisionDocument, readDecisionWords, upgradesOf } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  type Format,
  fleetArgument,
  formatFlag,
  type ModelId,
  modelsFlag,
  modelsNamed,
  planningFlags,
} from "../flags.ts";
import { JSON_DOCUMENT } from "../formats.ts";
import { decisionText } from "../human/decision.ts";
import { inkFor } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import { type MonthsFlag, monthsFlag, monthsPlayed } from "../months-played.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags, AllowFlags, MonthsFlag {
  readonly weight?: readonly string[];
  readonly scale?: readonly string[];
  readonly model?: readonly ModelId[];
  readonly format: Format;
}

async function decideFleet(this: Shell, flags: Flags, fleetPath?: string): Promise<void> {
  const words = readDecisionWords({ weights: flags.weight ?? [], scales: flags.scale ?? [] });
  const models = modelsNamed(flags.model);
  const { input, context, cache, watch, notices } = await loadPlanning(this.process, fleetPath, flags, models);
  // What cannot be played is said before the fleet is planned, which takes longer.
  for (const model of models) upgradesOf(input, model, context, monthsPlayed(flags, context));
  const decision = decide(input, models, context, { ...words, horizonMonths: monthsPlayed(flags, context) }, cache);
  refuse(
    this.process,
    decision.models.map(({ plan }) => plan),
    flags,
    UNFIT,
  );
  const said = [...watch.findings, ...notices];
  const { stdout, env } = this.process;
  stdout.write(
    flags.format === JSON_DOCUMENT
      ? `${JSON.stringify(decisionDocument(decision, said), null, 2)}\n`
      : decisionText(decision, said, inkFor(stdout, env)),
  );
}

const text = (input: string): string => input;

export const command = buildCommand<Flags, [string?], Shell>({
  func: decideFleet,
  parameters: {
    flags: {
      weight: {
        kind: "parsed",
        parse: text,
        optional: true,
        variadic: true,
        brief: "What a criterion is worth to you against others, e.g. cost=3; all=1 for all alike (default: none)",
        placeholder: "KEY=VALUE",
      },
      scale: {
        kind: "parsed",
        parse: text,
        optional: true,
        variadic: true,
        brief: "Ends of a criterion's scale, e.g. cost=60000..20000 (default: worst and best of the models compared)",
        placeholder: "KEY=WORST..BEST",
      },
      ...planningFlags,
      ...allowFlags,
      model: modelsFlag("A model to judge"),
      months: monthsFlag,
      format: formatFlag,
    },
    positional: { kind: "tuple", parameters: [fleetArgument] },
  },
  docs: {
    brief: BRIEFS.decide,
    fullDescription: [
      "Measure every operating model by the same criteria, rank them by weights that are yours, and say how far each",
      "weight can move before the ranking changes. Without weights nothing is ranked. Where a model attaches every",
      "tenant and another one gives each a self-managed cluster, say which of both figures advise for each tenant.",
      "",
      `Criteria: ${criteria.map(({ id }) => id).join(", ")}.`,
      "",
      "  nkp-planner decide my-fleet.yaml",
      "  nkp-planner decide my-fleet.yaml --weight cost=3 --weight autonomy=2",
      "  nkp-planner decide my-fleet.yaml --weight all=1 --scale cost=70000..30000",
      "  nkp-planner decide my-fleet.yaml --prices my-prices.yaml --weight cost=1 --format json",
    ].join("\n"),
  },
});
