import {
  type Comparison,
  type FigureValue,
  messageText,
  type PlannedFleet,
  subtractMoney,
  type TotalFigure,
  totalRowsIn,
} from "@nkp-planner/core";
import type { InputDifferences } from "./input-differences.ts";
import { planTitle } from "./plan-title.ts";
import type { Writer } from "./writer.ts";

/** Two scenarios side by side, model by model. */
export interface AgainstView {
  /** What was entered otherwise, before what comes of it. */
  readonly inputs: InputDifferences;
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

export function againstView(
  here: Comparison,
  there: Comparison,
  inputs: InputDifferences,
  writer: Writer,
): AgainstView {
  const said = ({ verdict }: Comparison) => messageText(verdict.message, (value) => writer.inSentence(value));
  return {
    inputs,
    verdicts: { here: said(here), there: said(there) },
    models: here.plans.flatMap((plan) => {
      const other = there.plans.find(({ model }) => model.id === plan.model.id);
      return other === undefined ? [] : [modelOf(plan, other, writer)];
    }),
  };
}

function modelOf(plan: PlannedFleet, other: PlannedFleet, writer: Writer): AgainstModel {
  const { money, sizes } = totalRowsIn("scenarios", [plan, other]);
  return {
    modelId: plan.model.id,
    title: planTitle(plan),
    rows: [...money, ...sizes].flatMap(({ whole, parts }) => [
      rowOf(whole, whole.short, plan, other, writer),
      ...parts.map((part) => rowOf(part, part.title, plan, other, writer)),
    ]),
  };
}

function rowOf(
  { unit, value }: TotalFigure,
  title: string,
  plan: PlannedFleet,
  other: PlannedFleet,
  writer: Writer,
): AgainstRow {
  const [ours, theirs] = [value(plan), value(other)];
  return {
    title,
    here: alone(ours, unit, writer),
    there: alone(theirs, unit, writer),
    difference: differenceText(ours, theirs, unit, writer),
  };
}

function alone(value: FigureValue, unit: string, writer: Writer): string {
  return value === null || typeof value === "number" ? writer.bare(value, unit) : writer.money(value);
}

function differenceText(a: FigureValue, b: FigureValue, unit: string, writer: Writer): string {
  if (a === null || b === null) return "";
  if (typeof a === "number" || typeof b === "number") {
    if (typeof a !== "number" || typeof b !== "number") return "";
    return unit === "ratio" ? writer.signedPoints(a - b) : writer.signedNumber(a - b);
  }
  return a.currency === b.currency ? writer.signedAmount(subtractMoney(a, b)) : "";
}
