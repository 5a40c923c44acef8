import { type Figure, type FigureLine, type FleetPlan, figureOf } from "@nkp-planner/core";
import { numberOf, valueWithUnit } from "./text.ts";

export interface LineRow {
  readonly line: FigureLine;
  readonly value: string;
  /** The line further up with the very same evidence, which is not written twice. */
  readonly evidenceAs: FigureLine | undefined;
}

/** A figure as a table of lines. */
export interface LineTable {
  /** The value where it stands alone. */
  readonly text: string;
  /** The value in the column of the lines. */
  readonly sum: string;
  /** Unit of the column; null where each line has its own. */
  readonly unit: string | null;
  readonly hasProducts: boolean;
  readonly rows: readonly LineRow[];
}

export function lineTable(plan: FleetPlan, { unit, value, formula, lines }: Figure): LineTable {
  // What a quotient divides is counted in units of its own.
  const isQuotient = formula?.includes("÷") ?? false;
  const valueText = (line: FigureLine) =>
    isQuotient ? valueWithUnit(line.value, ownUnit(plan, line)) : numberOf(line.value, unit);
  return {
    text: valueWithUnit(value, unit.startsWith(plan.currency) ? "" : unit),
    sum: numberOf(value, unit),
    unit: isQuotient ? null : unit,
    hasProducts: lines.some(({ rate }) => rate !== null),
    rows: lines.map((line, index) => ({
      line,
      value: valueText(line),
      evidenceAs: lines
        .slice(0, index)
        .find((earlier) => isLong(earlier) && evidenceKey(earlier) === evidenceKey(line)),
    })),
  };
}

function ownUnit(plan: FleetPlan, { opens }: FigureLine): string {
  return opens === undefined ? "" : figureOf(plan, opens).unit;
}

function isLong({ sources, note }: FigureLine): boolean {
  return sources.length > 0 || note !== undefined;
}

function evidenceKey({ confidence, sources, note }: FigureLine): string {
  return JSON.stringify([confidence, sources, note]);
}
