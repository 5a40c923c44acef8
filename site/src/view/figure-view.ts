import { type FigureLine, figureOf, type PlannedFleet, rateOriginText } from "@nkp-planner/core";
import { confidenceWord, type EvidenceView, type Sources, sourceView } from "./evidence-view.ts";
import type { FigureRef } from "./fragment.ts";
import { planTitle } from "./plan-title.ts";
import type { Writer } from "./writer.ts";

/** A figure opened: its lines, quantity × rate = value, each with how far it can be trusted. */
export interface FigureView {
  readonly ref: FigureRef;
  readonly title: string;
  readonly modelTitle: string;
  /** What it means and what counts. */
  readonly how: string;
  /** The value where it stands alone. */
  readonly text: string;
  /** The value in the column of the lines. */
  readonly sum: string;
  /** Unit of the column; null where each line has its own. */
  readonly unit: string | null;
  /** How the value follows from the lines where it is not their sum. */
  readonly formula: string | null;
  readonly hasProducts: boolean;
  readonly lines: readonly LineView[];
}

export interface LineView {
  readonly label: string;
  readonly quantity: string;
  readonly rate: string;
  readonly value: string;
  readonly opens?: FigureRef;
  readonly evidence: EvidenceView;
}

export function figureView(plan: PlannedFleet, figureId: string, sources: Sources, writer: Writer): FigureView {
  const figure = figureOf(plan, figureId);
  const { unit, value, formula, lines, title, how } = figure;
  // What a quotient divides is counted in units of its own.
  const isQuotient = formula?.includes("÷") ?? false;
  const valueText = (line: FigureLine) =>
    isQuotient ? writer.withUnit(line.value, ownUnit(plan, line)) : writer.bare(line.value, unit);
  return {
    ref: { modelId: plan.model.id, figureId },
    title,
    modelTitle: planTitle(plan),
    how,
    text: writer.withUnit(value, unit.startsWith(plan.currency) ? "" : unit),
    sum: writer.bare(value, unit),
    unit: isQuotient ? null : unit,
    formula,
    hasProducts: lines.some(({ rate }) => rate !== null),
    lines: lines.map((line, index) => ({
      ...lineView(line, writer),
      value: valueText(line),
      ...(line.opens === undefined ? {} : { opens: { modelId: plan.model.id, figureId: line.opens } }),
      evidence: evidenceView(line, lines.slice(0, index), sources),
    })),
  };
}

function lineView({ label, quantity, quantityUnit, rate, rateUnit }: FigureLine, writer: Writer) {
  const rateText = rate === null ? "" : typeof rate === "number" ? writer.number(rate) : writer.rate(rate);
  return {
    label,
    quantity: quantity === null ? "" : writer.withUnit(quantity, quantityUnit),
    rate: rate === null ? "" : `${rateText} ${rateUnit}`.trim(),
  };
}

function ownUnit(plan: PlannedFleet, { opens }: FigureLine): string {
  return opens === undefined ? "" : figureOf(plan, opens).unit;
}

function evidenceView(line: FigureLine, before: readonly FigureLine[], sources: Sources): EvidenceView {
  const key = evidenceKey(line);
  const same = before.find((earlier) => isLong(earlier) && evidenceKey(earlier) === key);
  return {
    confidence: confidenceWord(line.confidence),
    rateOrigin: line.rateOrigin === undefined ? null : rateOriginText(line.rateOrigin),
    sources: same === undefined ? line.sources.map((id) => sourceView(id, sources)) : [],
    note: same === undefined ? (line.note ?? null) : null,
    sameAs: same?.label ?? null,
  };
}

function isLong({ sources, note }: FigureLine): boolean {
  return sources.length > 0 || note !== undefined;
}

function evidenceKey({ confidence, sources, note, rateOrigin }: FigureLine) {
  return JSON.stringify([confidence, sources, note, rateOrigin]);
}
