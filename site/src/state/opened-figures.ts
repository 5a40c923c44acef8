import { type Figure, type FleetPlan, figureOf, type MessageValue } from "@nkp-planner/core";
import { comparison } from "./comparison.ts";

/** The figures that open to their lines on the page, in the order their lines stand there. */
const ALWAYS = [
  "monthlyCost",
  "monthlyMargin",
  "marginRatio",
  "clusterCount",
  "nodeCount",
  "vcpu",
  "licensedVcpu",
  "platformVcpu",
  "memoryGiB",
];

const { verdict, plans } = comparison;
const values = [verdict.message, ...verdict.reasons].flatMap(({ figures }) => Object.values(figures));
const inVerdict = values.flatMap((value) => ("figureId" in value && value.figureId ? [value.figureId] : []));
const ids: readonly string[] = [...new Set([...ALWAYS, ...inVerdict])];

export interface OpenedFigure {
  readonly plan: FleetPlan;
  readonly figure: Figure;
  /** Id of the element that holds the lines. */
  readonly anchor: string;
  /** Open from the start: what the verdict's winner costs. */
  readonly isOpen: boolean;
}

/** Figure by figure, so that the models' lines for the same figure are neighbours. */
export const openedFigures: readonly OpenedFigure[] = ids.flatMap((id) =>
  plans.map((plan) => ({
    plan,
    figure: figureOf(plan, id),
    anchor: anchorOf(plan.model.id, id),
    isOpen: id === ALWAYS[0] && plan.model.id === (verdict.winnerId ?? plans[0]?.model.id),
  })),
);

/** Where a figure's lines stand on the page; undefined where it does not open here. */
export function linesHref(modelId: string | undefined, figureId: string | undefined): string | undefined {
  if (modelId === undefined || figureId === undefined || !ids.includes(figureId)) return undefined;
  return `#${anchorOf(modelId, figureId)}`;
}

/** Where a value of the verdict leads: to its lines, or to the table that compares it. */
export function valueHref(value: MessageValue): string | undefined {
  switch (value.kind) {
    case "money":
      return linesHref(value.modelId, value.figureId) ?? "#comparison";
    case "number":
      return linesHref(value.modelId, value.figureId);
    case "list":
      return value.value.length > 3 ? "#starter-gives-up" : undefined;
    default:
      return undefined;
  }
}

function anchorOf(modelId: string, figureId: string): string {
  return `lines-${modelId}-${figureId.replaceAll(".", "-")}`;
}
