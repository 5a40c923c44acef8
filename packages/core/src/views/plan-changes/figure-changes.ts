import type { FigureUnit } from "../../base/figure-words.ts";
import type { TotalsTable } from "../../plan/totals/total-definition.ts";
import type { PlanTotals } from "../../plan/totals/totals.ts";
import { totalFigures, valueIn } from "../figures/total-figures.ts";
import { isOther, type ValueChange, valueChange } from "./value-change.ts";

/** A total of a plan, or a part of one, on both sides. */
export interface FigureChange extends ValueChange {
  /** What `explain` opens it by. */
  readonly id: string;
  readonly title: string;
  readonly unit: FigureUnit;
  readonly isChanged: boolean;
  /** The figure that it is a part of in tables; null: none. */
  readonly below: string | null;
  /** Why it may be unknown; null: it never is. */
  readonly whenUnknown: string | null;
  /** Tables that have it as a row. */
  readonly shownIn: readonly TotalsTable[];
}

/** Every total of two plans, in the order of documents. */
export function figureChanges(base: PlanTotals, head: PlanTotals): readonly FigureChange[] {
  return totalFigures.map((figure) => {
    const { id, short: title, unit, below, whenUnknown = null, shownIn } = figure;
    const [was, is] = [valueIn(base, figure), valueIn(head, figure)];
    return { id, title, unit, ...valueChange(was, is), isChanged: isOther(was, is), below, whenUnknown, shownIn };
  });
}
