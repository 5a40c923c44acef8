import type { Money } from "../money.ts";
import type { ConfidenceOrUser, SourceId } from "../provenance.ts";

/** A number with a unit, an amount of money, or null: unknown. */
export type FigureValue = number | Money | null;

/** One line behind a figure. Where quantity and rate are given, value is their product. */
export interface FigureLine {
  readonly label: string;
  readonly quantity: number | null;
  readonly quantityUnit: string;
  readonly rate: number | Money | null;
  readonly rateUnit: string;
  readonly value: FigureValue;
  readonly confidence: ConfidenceOrUser | "computed";
  readonly sources: readonly SourceId[];
  readonly note?: string | undefined;
  /** The figure that opens this line further. */
  readonly opens?: string | undefined;
}

/** A figure of a plan, opened: the value is the sum of the lines unless `formula` says otherwise. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly value: FigureValue;
  readonly formula: string | null;
  readonly lines: readonly FigureLine[];
}

/** A line that is a number of its own, not a product. */
export function plainLine(
  label: string,
  value: FigureValue,
  evidence: Pick<FigureLine, "confidence" | "sources"> & Partial<FigureLine>,
): FigureLine {
  return { label, quantity: null, quantityUnit: "", rate: null, rateUnit: "", value, ...evidence };
}

/** A line of a sum of other figures: what is computed here, with nothing but arithmetic. */
export const COMPUTED = { confidence: "computed", sources: [] } as const;
