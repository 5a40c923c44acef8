import type { Finding } from "../base/findings/finding.ts";
import type { ParameterId } from "../base/parameter-ids.ts";
import { choiceOf, numberOf } from "../input/parameters.ts";
import { count } from "../plan/rules/figures.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { forecastFinding } from "./forecast-texts.ts";

const ID = "nodes-kept";
const ASSUMED: readonly ParameterId[] = ["reshape-payback-months", "reshape-hours-per-cluster"];

/** By what rule clusters keep their nodes over the months, with the assumptions in it. */
export function nodesKept({ choices }: Pick<PlanningContext, "choices">): Finding {
  const all = ASSUMED.map((id) => choiceOf(choices, id));
  const { confidence } = all.find(({ isDefault }) => !isDefault) ?? choiceOf(choices, "reshape-payback-months");
  return forecastFinding(ID, "nodes-kept", {
    figures: {
      months: count(numberOf(choices, "reshape-payback-months"), "months"),
      hours: count(numberOf(choices, "reshape-hours-per-cluster"), "hours"),
    },
    evidence: {
      confidence,
      sources: [...new Set(all.flatMap(({ sources }) => sources))],
      isDefault: all.every(({ isDefault }) => isDefault),
    },
  });
}
