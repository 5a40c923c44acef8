import {
  type Comparison,
  type FigureValue,
  figureOf,
  messageText,
  type PlannedFleet,
  subtractMoney,
} from "@nkp-planner/core";
import type { Writer } from "./writer.ts";

/** Two scenarios side by side, model by model. */
export interface AgainstView {
  readonly verdicts: { readonly here: string; readonly there: string };
  readonly models: readonly AgainstModel[];
}

export interface AgainstModel {
  readonly modelId: string;
  readonly title: string;
  readonly rows: readonly AgainstRow[];
}

export interface AgainstRow {
  readonly title: string;
  readonly here: string;
  readonly there: string;
  /** here − there; empty where one of them is unknown or they are in different currencies. */
  readonly difference: string;
}

const ROWS: readonly (readonly [figureId: string, title: string])[] = [
  ["monthlyCost", "Cost a month"],
  ["monthlyPrice", "Price a month"],
  ["monthlyMargin", "Margin a month"],
  ["marginRatio", "Margin, % of the price"],
  ["clusterCount", "Clusters"],
  ["nodeCount", "Nodes"],
  ["vcpu", "vCPU of all nodes"],
  ["memoryGiB", "Memory of all nodes, GiB"],
  ["licensedVcpu", "Licensed vCPU"],
  ["platformVcpu", "vCPU that serve no tenant"],
];

export function againstView(here: Comparison, there: Comparison, writer: Writer): AgainstView {
  const said = ({ verdict }: Comparison) => messageText(verdict.message, (value) => writer.inSentence(value));
  return {
    verdicts: { here: said(here), there: said(there) },
    models: here.plans.flatMap((plan) => {
      const other = there.plans.find(({ model }) => model.id === plan.model.id);
      return other === undefined ? [] : [modelOf(plan, other, writer)];
    }),
  };
}

function modelOf(plan: PlannedFleet, other: PlannedFleet, writer: Writer): AgainstModel {
  return {
    modelId: plan.model.id,
    title: plan.model.title,
    rows: ROWS.map(([figureId, title]) => {
      const [ours, theirs] = [figureOf(plan, figureId), figureOf(other, figureId)];
      return {
        title,
        here: alone(ours.value, ours.unit, writer),
        there: alone(theirs.value, theirs.unit, writer),
        difference: differenceText(ours.value, theirs.value, ours.unit, writer),
      };
    }),
  };
}

function alone(value: FigureValue, unit: string, writer: Writer): string {
  return value === null || typeof value === "number" ? writer.bare(value, unit) : writer.money(value);
}

function differenceText(a: FigureValue, b: FigureValue, unit: string, writer: Writer): string {
  if (a === null || b === null) return "";
  if (typeof a === "number" || typeof b === "number") {
    if (typeof a !== "number" || typeof b !== "number") return "";
    return unit === "ratio" ? writer.signedRatio(a - b) : writer.signedNumber(a - b);
  }
  return a.currency === b.currency ? writer.signedAmount(subtractMoney(a, b)) : "";
}
