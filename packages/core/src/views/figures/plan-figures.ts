import { type FigureLine, namedLines, plainLine } from "../../base/figure.ts";
import { isZeroMoney } from "../../base/money.ts";
import { perHour, perYear } from "../../base/periods.ts";
import type { PlannedFleet } from "../../plan/planned-fleet.ts";
import { attributionLines } from "../../plan/totals/amount-lines.ts";
import type { FigureTable } from "../../plan/totals/figure-definition.ts";
import { floorCostsOf, platformCostOf } from "../platform-cost.ts";
import { recoveryOf } from "../recovery.ts";
import { hostFigures } from "./host-figures.ts";

/** The figures of a whole plan that are no totals of it. */
export const planFigures: FigureTable<PlannedFleet> = {
  ...hostFigures,
  platformMonthlyCost: {
    title: "Cost of what serves no tenant: platform and documented minimums",
    unit: "money a month",
    how: "The platform's part of all cost lines, and of what is idle the nodes that only a documented minimum asks for.",
    value: (plan) => platformCostOf(plan),
    lines: (plan) => [...attributionLines(plan, "overhead", "overhead, of"), ...floorCostLines(plan)],
  },
  recoveredMonthlyPrice: {
    title: "Prices that pay for the platform",
    unit: "money a month",
    how: "Of prices a month: fees for being there, minimum fees, and the platform's part of prices by the node.",
    value: (plan) => recoveryOf(plan).recoveredMonthlyPrice,
    lines: recoveringLines,
  },
  hourlyCost: {
    title: "Cost an hour",
    unit: "money an hour",
    how: "The cost a month, by the price book's hours.",
    formula: ({ context }) => `cost a month ÷ ${context.priceBook.hoursPerMonth} hours a month`,
    value: ({ totals, context }) => perHour(totals.monthlyCost, context.priceBook.hoursPerMonth),
    lines: monthlyCostLine,
  },
  yearlyCost: {
    title: "Cost a year",
    unit: "money a year",
    how: "Twelve months of the same cost.",
    formula: "cost a month × 12",
    value: ({ totals }) => perYear(totals.monthlyCost),
    lines: monthlyCostLine,
  },
};

function monthlyCostLine({ totals }: PlannedFleet): readonly FigureLine[] {
  return namedLines({ monthlyCost: "cost a month" }, totals);
}

function floorCostLines(plan: PlannedFleet): readonly FigureLine[] {
  return floorCostsOf(plan).map(({ clusterName, nodeCount, line, monthlyCost }) =>
    plainLine(`${clusterName}, ${nodeCount} nodes only for the minimum: ${line.label}`, monthlyCost, {
      confidence: line.confidence,
      sources: line.sources,
      note: "of what is idle",
    }),
  );
}

function recoveringLines({ tenants }: PlannedFleet): readonly FigureLine[] {
  return tenants.flatMap(({ tenantId, name, priceLines }) =>
    priceLines.flatMap((line) =>
      line.billing === "one-time" || line.recovers === null || isZeroMoney(line.recovers.overhead)
        ? []
        : [
            plainLine(`${name}, ${line.name}`, line.recovers.overhead, {
              confidence: "user",
              sources: [],
              note: `of ${line.amount.amount}`,
              opens: `tenant.${tenantId}.monthlyPrice`,
            }),
          ],
    ),
  );
}
