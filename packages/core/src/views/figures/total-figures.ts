import type { FigureValue } from "../../base/figure.ts";
import type { PlannedFleet } from "../../plan/planned-fleet.ts";
import type { FigureDefinition } from "../../plan/totals/figure-definition.ts";
import type { TotalDefinition, TotalsTable } from "../../plan/totals/total-definition.ts";
import type { ComparedTotals } from "../../plan/totals/total-differences.ts";
import { type TotalParts, totalPartsOf } from "../../plan/totals/total-parts.ts";
import { type PlanTotals, TOTALS, type TotalId } from "../../plan/totals/totals.ts";

/** A figure that is a total of a plan, or a part of one that stands divided: `monthlyCost`, `monthlyCost.license`. */
export interface TotalFigure extends FigureDefinition<PlannedFleet> {
  readonly id: string;
  readonly totalId: TotalId;
  /** null: it is the total itself. */
  readonly part: string | null;
  /** What tables call it. */
  readonly short: string;
  /** The figure that it is a part of in tables; null: none. */
  readonly below: string | null;
  readonly isMain: boolean;
  readonly shownIn: readonly TotalsTable[];
  /** It stands among the totals: whoever has these needs no plan. */
  readonly value: (plan: Pick<PlannedFleet, "totals">) => FigureValue;
}

/** All of them, in the order of documents. */
export const totalFigures: readonly TotalFigure[] = (Object.entries(TOTALS) as [TotalId, TotalDefinition][]).flatMap(
  ([totalId, total]) =>
    total.kind === "divided"
      ? Object.keys(total.parts).map((part) => partFigure(totalId, part, total))
      : [wholeFigure(totalId, total)],
);

type DividedTotal = Extract<TotalDefinition, { readonly kind: "divided" }>;

function wholeFigure(totalId: TotalId, total: Exclude<TotalDefinition, DividedTotal>): TotalFigure {
  const { title, short = title, formula, lines, ...words } = total;
  return {
    ...words,
    ...shownOf(total),
    id: totalId,
    totalId,
    part: null,
    title,
    short,
    value: ({ totals }) => totalIn(totals, totalId),
    formula: typeof formula === "function" ? (plan) => formula(partsOf(plan)) : formula,
    lines: (plan) => lines(partsOf(plan)),
  };
}

function partFigure(totalId: TotalId, part: string, total: DividedTotal): TotalFigure {
  const words = total.parts[part] as DividedTotal["parts"][string];
  return {
    ...words,
    ...shownOf(total),
    id: `${total.below}.${part}`,
    totalId,
    part,
    unit: total.unit,
    value: ({ totals }) => totalIn(totals, totalId, part),
    lines: (plan) => total.linesOf(partsOf(plan), part),
  };
}

function shownOf({ below, isMain, shownIn = [] }: TotalDefinition) {
  return { below: below ?? null, isMain: isMain === true, shownIn };
}

function partsOf(plan: PlannedFleet): TotalParts {
  return totalPartsOf(plan, plan.context, plan.currency);
}

/** A total, or a part of one, of a plan's totals or of differences between them; null where they have no such total. */
function totalIn(totals: Partial<PlanTotals>, id: TotalId, part: string | null = null): FigureValue {
  const value = (totals[id] ?? null) as FigureValue;
  return part === null ? value : ((value as Readonly<Record<string, FigureValue>> | null)?.[part] ?? null);
}

/** A figure of a plan's totals; null: unknown. */
export function valueIn(totals: PlanTotals, { totalId, part }: TotalFigure): FigureValue {
  return totalIn(totals, totalId, part);
}

/** What a plan has more of a figure than the baseline; null where no comparison says it. */
export function differenceIn(difference: ComparedTotals, { totalId, part }: TotalFigure): FigureValue {
  return totalIn(difference, totalId, part);
}
