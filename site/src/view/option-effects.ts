import type { Comparison, Money } from "@nkp-planner/core";
import { isZeroMoney, subtractMoney } from "@nkp-planner/core";
import { changeText, gapChange, gapOf, gapTitle, otherVerdict } from "./gap.ts";
import type { Writer } from "./writer.ts";

/** What another reading of an assumption does: to what the models cost, to the gap between the two of the verdict, to who costs least. */
export interface OptionEffect {
  readonly optionId: string;
  readonly text: string;
  /** null: the same model costs least. */
  readonly verdict: string | null;
}

/** @param there the plans by the other reading; null: more would have to be entered */
export function optionEffect(
  optionId: string,
  here: Comparison,
  there: Comparison | null,
  writer: Writer,
): OptionEffect {
  if (there === null) return { optionId, text: "Not tried: more would have to be entered.", verdict: null };
  const gap = gapOf(here);
  const costs = here.plans.flatMap(({ model, totals }) => {
    const other = there.plans.find((plan) => plan.model.id === model.id);
    const change: Money | null = other ? subtractMoney(other.totals.monthlyCost, totals.monthlyCost) : null;
    return change === null || isZeroMoney(change) ? [] : [`${model.title} ${writer.signedMoney(change)}`];
  });
  if (costs.length === 0) return { optionId, text: "Costs the same.", verdict: otherVerdict(here, there) };
  const change = gap === undefined ? "" : `; gap between ${gapTitle(gap)} ${changeText(gapChange(gap, there), writer)}`;
  return { optionId, text: `A month: ${costs.join(", ")}${change}.`, verdict: otherVerdict(here, there) };
}
