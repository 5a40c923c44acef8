import type { PlannedFleet } from "../../plan/planned-fleet.ts";
import type { TotalDefinition, TotalsTable } from "../../plan/totals/total-definition.ts";
import { TOTALS } from "../../plan/totals/totals.ts";
import { type TotalFigure, totalFigures } from "./total-figures.ts";

/** A total in a table, and below it what is a part of it. */
export interface TotalGroup {
  readonly whole: TotalFigure;
  readonly parts: readonly TotalFigure[];
}

/** The rows of a table of totals. */
export interface TotalRows {
  readonly sizes: readonly TotalGroup[];
  /** Amounts, and what is left of them. */
  readonly money: readonly TotalGroup[];
}

type Costs = { readonly costs: readonly Pick<PlannedFleet["costs"][number], "driver">[] };

/** The rows of a table for some plans: what divides a whole stands before what is only some of it. */
export function totalRowsIn(table: TotalsTable, plans: readonly Costs[]): TotalRows {
  const shown = totalFigures.filter((figure) => figure.shownIn.includes(table) && isPresent(figure, plans));
  const groups = shown
    .filter(({ below }) => below === null)
    .map((whole) => {
      const parts = shown.filter(({ below }) => below === whole.id);
      return {
        whole,
        parts: [...parts.filter(({ part }) => part !== null), ...parts.filter(({ part }) => part === null)],
      };
    });
  return { sizes: groups.filter((group) => !isOfMoney(group)), money: groups.filter(isOfMoney) };
}

function isPresent({ totalId, part }: TotalFigure, plans: readonly Costs[]): boolean {
  const total: TotalDefinition = TOTALS[totalId];
  return total.kind !== "divided" || total.partsIn === undefined || total.partsIn(plans).includes(part ?? "");
}

function isOfMoney({ whole: { unit } }: TotalGroup): boolean {
  return unit.startsWith("money") || unit === "ratio";
}
