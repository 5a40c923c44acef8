import type { FigureLine } from "../base/figure.ts";
import type { ConfidenceOrUser, SourceId } from "../base/provenance.ts";

/** A line behind a figure that is a number: `value` is quantity × rate, or the quantity where there is no rate. */
export interface NumberLine extends FigureLine {
  readonly quantity: number;
  readonly rate: number | null;
  readonly value: number;
}

export interface Evidence {
  readonly confidence: ConfidenceOrUser | "computed";
  readonly sources: readonly SourceId[];
  readonly note?: string | undefined;
}

/** Digits behind which a difference is that of binary fractions: 0.95 × 20 must not cost a host more than 19. */
const DUST_DIGITS = 9;

/** A number without the dust of floating point in its last digits. */
export function tidy(value: number): number {
  return Number(value.toFixed(DUST_DIGITS));
}

/** quantity × rate, such as −8 cores × 3 vCPU per core = −24 vCPU. */
export function productLine(
  label: string,
  [quantity, quantityUnit]: readonly [number, string],
  [rate, rateUnit]: readonly [number, string],
  { confidence, sources, note }: Evidence,
): NumberLine {
  const factor = tidy(rate);
  return {
    label,
    quantity,
    quantityUnit,
    rate: factor,
    rateUnit,
    value: tidy(quantity * factor),
    confidence,
    sources,
    note,
  };
}

/** A quantity that stands for itself. */
export function quantityLine(
  label: string,
  [quantity, quantityUnit]: readonly [number, string],
  { confidence, sources, note }: Evidence,
): NumberLine {
  return { label, quantity, quantityUnit, rate: null, rateUnit: "", value: quantity, confidence, sources, note };
}

/** What the lines come to together. */
export function sumOfLines(lines: readonly NumberLine[]): number {
  return tidy(lines.reduce((sum, { value }) => sum + value, 0));
}
