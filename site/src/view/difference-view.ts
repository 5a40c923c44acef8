import { type Comparison, costDriverTitle, driversOf, type PlannedFleet, subtractMoney } from "@nkp-planner/core";
import type { FigureView } from "./figure-view.ts";
import type { Writer } from "./writer.ts";

/** Before the id of a model: what another model costs less than it, cost driver by cost driver. */
export const DIFFERENCE = "difference.";

export function differenceView({ plans }: Comparison, modelId: string, otherId: string, writer: Writer): FigureView {
  const planOf = (id: string) => plans.find(({ model }) => model.id === id) as PlannedFleet;
  const [plan, other] = [planOf(modelId), planOf(otherId)];
  const { currency } = plan;
  const evidence = { confidence: "computed", rateOrigin: null, sources: [], note: null, sameAs: null };
  const sides = [other, plan];
  const total = subtractMoney(other.totals.monthlyCost, plan.totals.monthlyCost);
  return {
    ref: { modelId, figureId: `${DIFFERENCE}${otherId}` },
    title: `Less a month than ${other.model.title}`,
    modelTitle: plan.model.title,
    how: `What each kind of cost is with ${other.model.title}, less what it is here.`,
    text: writer.money(total),
    sum: writer.amount(total),
    unit: `${currency} a month`,
    formula: null,
    hasProducts: false,
    lines: driversOf(sides).map((driver) => {
      const [theirs, ours] = [other.totals.monthlyCostByDriver[driver], plan.totals.monthlyCostByDriver[driver]];
      return {
        label: `${costDriverTitle(driver)}: ${writer.amount(theirs)} − ${writer.amount(ours)}`,
        quantity: "",
        rate: "",
        value: writer.signedAmount(subtractMoney(theirs, ours)),
        opens: { modelId, figureId: `monthlyCost.${driver}` },
        evidence,
      };
    }),
  };
}
