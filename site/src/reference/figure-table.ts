import { type Figure, type FigureLine, figureOf, type PlannedFleet, unitFor } from "@nkp-planner/core";
import { bareText, factorText, fullText } from "./text.ts";

/** How a figure and its lines are written; every number is the planner's. */

export interface FigureTable {
  /** The value where it stands alone. */
  readonly text: string;
  /** The value below the lines. */
  readonly sum: string;
  /** Unit of the column; null where each line has its own. */
  readonly unit: string | null;
  readonly hasProducts: boolean;
  readonly formula: string | null;
  readonly rows: readonly FigureTableRow[];
}

export interface FigureTableRow {
  readonly line: FigureLine;
  readonly quantity: string;
  readonly rate: string;
  readonly value: string;
  /** The same evidence stands in the row above: it is not written twice. */
  readonly repeats: boolean;
}

export function figureTable(plan: PlannedFleet, { unit, value, formula, lines }: Figure): FigureTable {
  // What a quotient divides is counted in units of its own.
  const isQuotient = formula?.includes("÷") ?? false;
  return {
    text: fullText(value, unit.startsWith(plan.currency) ? "" : unit),
    sum: bareText(value, unit),
    unit: isQuotient ? null : unit,
    hasProducts: lines.some(({ rate, quantity }) => rate !== null || quantity !== null),
    formula,
    rows: lines.map((line, index) => ({
      line,
      quantity:
        line.quantity === null ? "" : `${factorText(line.quantity)} ${unitFor(line.quantity, line.quantityUnit)}`,
      rate: line.rate === null ? "" : factorText(line.rate),
      value: isQuotient ? fullText(line.value, ownUnit(plan, line)) : bareText(line.value, unit),
      repeats: isSame(line, lines[index - 1]),
    })),
  };
}

function ownUnit(plan: PlannedFleet, { opens }: FigureLine): string {
  return opens === undefined ? "" : figureOf(plan, opens).unit;
}

function isSame(line: FigureLine, before: FigureLine | undefined): boolean {
  if (before === undefined || line.sources.length === 0) return false;
  const key = ({ confidence, sources, note }: FigureLine) => JSON.stringify([confidence, sources, note]);
  return key(line) === key(before);
}

/** `vCPU that need a licence: 552 vCPU` */
export function figureSentence({ plan, id }: { readonly plan: PlannedFleet; readonly id: string }): string {
  const figure = figureOf(plan, id);
  return `${figure.title}: ${figureTable(plan, figure).text}`;
}
