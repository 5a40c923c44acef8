import { findingsOfKind, messageText, moneyText, numberText, ratioText, valueText } from "@nkp-planner/core";
import { comparison } from "../../reference/example.ts";
import { UNKNOWN } from "../../reference/text.ts";
import { defineStage } from "../stage.ts";

const { plans, differences, verdict: found, baselineId } = comparison;
const baseline = plans.find(({ model }) => model.id === baselineId);

export const verdict = defineStage({
  id: "verdict",
  title: "Comparison and verdict",
  lead: "Which model costs least at your prices, by how much, why, and what it gives up.",
  text: [
    "A model with an infeasible shortfall is out: a pod that no node can hold, a cluster that no network holds. An unmet wish, such as an upgrade cadence of one's own on an attached cluster, is a reason beside the verdict and no bar.",
    "Of the others the cheapest wins. The reasons are the drivers that make up most of the difference, and the sizes behind them. Sentences are filled from the plan's own figures; none is written by hand.",
    "The verdict is about cost at the given prices. What a model gives up stands beside it; weighing it is yours.",
  ],
  formula: [
    "winner = the feasible model with the least cost a month",
    "saving = cost of the other − cost of the winner",
    "reason = the drivers with the largest part of the saving",
  ],
  terms: [["the other", `the baseline (${baseline?.model.title}); the next cheapest where the baseline wins`]],
  example: messageText(found.message, valueText),
  tables: [
    {
      label: "Cost of each model and its difference to the baseline",
      columns: [
        { title: "Model" },
        { title: "Cost a month", isNumber: true },
        { title: `To ${baseline?.model.title}`, isNumber: true },
        { title: "In %", isNumber: true },
        { title: "Infeasible", isNumber: true },
        { title: "Unmet wishes", isNumber: true },
      ],
      rows: plans.map((plan) => {
        const { model, totals } = plan;
        const difference = differences.find(({ modelId }) => modelId === model.id);
        const ratio = difference?.monthlyCostRatio ?? null;
        return [
          model.title,
          moneyText(totals.monthlyCost),
          difference === undefined ? UNKNOWN : moneyText(difference.monthlyCost),
          ratio === null ? UNKNOWN : ratioText(ratio),
          numberText(findingsOfKind(plan, "infeasible").length),
          numberText(findingsOfKind(plan, "unmet-wish").length),
        ];
      }),
    },
    {
      label: "Reasons, as the planner says them",
      columns: [{ title: "Reason" }],
      rows: found.reasons.map((reason) => [messageText(reason, valueText)]),
    },
  ],
  result: messageText(found.message, valueText),
  choices: [],
  code: [
    "packages/core/src/views/compare.ts",
    "packages/core/src/views/verdict.ts",
    "packages/core/src/base/findings/messages.ts",
  ],
});
