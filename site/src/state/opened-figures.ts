import { type Figure, type FleetPlan, figureOf, type MessageValue } from "@nkp-planner/core";
import { comparison } from "./comparison.ts";
import { poolsOfPlan } from "./pools.ts";

/** The totals that open to their lines on the page, in the order their lines stand there. */
const ALWAYS = [
  "monthlyCost",
  "monthlyMargin",
  "marginRatio",
  "clusterCount",
  "nodeCount",
  "failureAddedNodeCount",
  "vcpu",
  "licensedVcpu",
  "platformVcpu",
  "failureAddedVcpu",
  "memoryGiB",
  "ipAddressCount",
  "hostCount",
  "usedHostCount",
];

const { verdict, plans } = comparison;
const values = [verdict.message, ...verdict.reasons].flatMap(({ figures }) => Object.values(figures));
const inVerdict = values.flatMap((value) => ("figureId" in value && value.figureId ? [value.figureId] : []));
// What the hosts must carry and what one offers: of the resource that the fleet uses most of.
const behindHosts = plans.flatMap((plan) => figureOf(plan, "usedHostCount").lines.flatMap(({ opens }) => opens ?? []));
const totalIds: readonly string[] = [...new Set([...ALWAYS, ...behindHosts, ...inVerdict])];

export interface OpenedFigure {
  readonly plan: FleetPlan;
  readonly figure: Figure;
  /** Id of the element that holds the lines. */
  readonly anchor: string;
  /** Open from the start: what the verdict's winner costs. */
  readonly isOpen: boolean;
}

/** Figure by figure, so that the models' lines for the same figure are neighbours. */
export const openedTotals: readonly OpenedFigure[] = totalIds.flatMap((id) =>
  plans.map((plan) => ({
    ...opened(plan, id),
    isOpen: id === ALWAYS[0] && plan.model.id === (verdict.winnerId ?? plans[0]?.model.id),
  })),
);

/** Why each pool of a plan has as many nodes as it has, in the order of the pools. */
export function openedPools(plan: FleetPlan): readonly OpenedFigure[] {
  return poolsOfPlan(plan).map(({ figureId }) => opened(plan, figureId));
}

const anchors = new Set([...openedTotals, ...plans.flatMap(openedPools)].map(({ anchor }) => anchor));

/** Where a figure's lines stand on the page; undefined where it does not open here. */
export function linesHref(modelId: string | undefined, figureId: string | undefined): string | undefined {
  if (modelId === undefined || figureId === undefined) return undefined;
  const anchor = anchorOf(modelId, figureId);
  return anchors.has(anchor) ? `#${anchor}` : undefined;
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

function opened(plan: FleetPlan, id: string): OpenedFigure {
  return { plan, figure: figureOf(plan, id), anchor: anchorOf(plan.model.id, id), isOpen: false };
}

function anchorOf(modelId: string, figureId: string): string {
  return `lines-${modelId}-${figureId.replaceAll(".", "-")}`;
}
