import {
  type Figure,
  figureIds,
  figureListDocument,
  figureOf,
  figuresDocument,
  InputError,
  type PlannedFleet,
  plannedFleet,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse, UNFIT } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import {
  type Format,
  fleetArgument,
  formatFlag,
  type ModelId,
  modelIds,
  modelsNamed,
  planningFlags,
} from "../flags.ts";
import { figureListText, figureText } from "../human/figure.ts";
import { inkFor } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags, AllowFlags {
  readonly model?: ModelId;
  readonly format: Format;
}

async function explain(this: Shell, flags: Flags, fleetPath: string, figureId?: string): Promise<void> {
  const models = modelsNamed(flags.model === undefined ? undefined : [flags.model]);
  const { input, context, cache, notices } = await loadPlanning(this.process, fleetPath, flags, models);
  const plans = models.map((model) => plannedFleet(input, model, context, cache));
  refuse(this.process, plans, flags, UNFIT);
  const { stdout, env } = this.process;
  const isJson = flags.format === "json";
  if (figureId === undefined) {
    const lists = plans.map((plan) => ({ plan, modelId: plan.model.id, figureIds: figureIds(plan) }));
    stdout.write(isJson ? `${JSON.stringify(figureListDocument(lists), null, 2)}\n` : figureListText(lists));
    return;
  }
  const opened = openIn(plans, figureId);
  if (isJson) {
    const figures = opened.map(({ plan, figure }) => ({ modelId: plan.model.id, figure }));
    stdout.write(`${JSON.stringify(figuresDocument(figures, notices), null, 2)}\n`);
  } else {
    stdout.write(figureText(opened, notices, inkFor(stdout, env)));
  }
}

/** The figure in every plan that has it. @throws InputError when none has */
function openIn(plans: readonly PlannedFleet[], id: string): readonly { plan: PlannedFleet; figure: Figure }[] {
  const ids = plans.map((plan) => new Set(figureIds(plan)));
  const wanted = id.replace(/^totals\./, "");
  const having = plans.filter((_, index) => ids[index]?.has(wanted));
  const [first] = plans;
  if (having.length === 0 && first !== undefined) return [{ plan: first, figure: figureOf(first, id) }];
  if (first === undefined) throw new InputError("figure", []);
  return having.map((plan) => ({ plan, figure: figureOf(plan, wanted) }));
}

export const command = buildCommand<Flags, [string, string?], Shell>({
  func: explain,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      model: {
        kind: "enum",
        values: modelIds,
        optional: true,
        brief: "Only this model (default: each of those compared by default that has the figure)",
      },
      format: formatFlag,
    },
    positional: {
      kind: "tuple",
      parameters: [
        {
          ...fleetArgument,
          brief: "Fleet file (YAML, JSON) or table of tenants (CSV), - for standard input",
          optional: false,
        },
        {
          brief: "Which figure, e.g. monthlyCost or tenant.orchid.monthlyCost (default: list them)",
          parse: (input: string) => input,
          placeholder: "FIGURE",
          optional: true,
        },
      ],
    },
  },
  docs: {
    brief: BRIEFS.explain,
    fullDescription: [
      "Print the lines behind a figure: quantity × rate, source, confidence.",
      "",
      "  nkp-planner explain my-fleet.yaml                      which figures there are",
      "  nkp-planner explain my-fleet.yaml licensedVcpu",
      "  nkp-planner explain my-fleet.yaml tenant.orchid.monthlyCost --model hybrid",
      "  nkp-planner explain my-fleet.yaml cluster.management.requestedVcpu",
    ].join("\n"),
  },
});
