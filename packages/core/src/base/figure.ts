import type { Money } from "./money.ts";
import type { ConfidenceOrUser, SourceId } from "./provenance.ts";
import type { RateOrigin } from "./rate-origin.ts";
import type { SizeOrigin } from "./size-origin.ts";

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
  /** Of the quantity, where there is one, else of the value. */
  readonly confidence: ConfidenceOrUser | "computed";
  readonly sources: readonly SourceId[];
  /** Whose price the rate is, where it is one. */
  readonly rateOrigin?: RateOrigin | undefined;
  readonly note?: string | undefined;
  /** The figure that opens this line further. */
  readonly opens?: string | undefined;
}

/** Whose sizes a figure rests on, and where those come from. */
export interface SizedTenant {
  readonly tenantId: string;
  readonly name: string;
  readonly origin: SizeOrigin;
}

/** A figure of a plan, opened: the value is the sum of the lines unless `formula` says otherwise. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  /** What it means and what counts. */
  readonly how: string;
  readonly unit: string;
  readonly value: FigureValue;
  readonly formula: string | null;
  readonly lines: readonly FigureLine[];
  /** Of tenants whose fleet says where their sizes come from; absent: of none. */
  readonly sizedTenants?: readonly SizedTenant[];
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

/** Lines that are figures themselves, as a formula names them: what each is called, by its field. */
export function namedLines<Field extends string>(
  labels: Readonly<Record<Field, string>>,
  values: Readonly<Record<NoInfer<Field>, FigureValue>>,
  before = "",
): readonly FigureLine[] {
  return (Object.entries(labels) as [Field, string][]).map(([field, label]) =>
    plainLine(label, values[field], { ...COMPUTED, opens: `${before}${field}` }),
  );
}
