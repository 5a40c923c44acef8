import { groupedBy } from "../../base/grouped.ts";
import { type Money, sumMoney } from "../../base/money.ts";
import { type ATTRIBUTIONS, driversOf, sumAttributions } from "../../costs/cost-line.ts";
import { type CostDriver, costDrivers, costDriverTitle } from "../../prices/cost-drivers.ts";
import { attributionLines, driverLines } from "./amount-lines.ts";
import { costSummary } from "./cost-lines.ts";
import { EVERYWHERE, type TotalTable } from "./total-definition.ts";

type AttributionPart = (typeof ATTRIBUTIONS)[number];

/** What a month costs, whole and divided. */
export const costTotals = {
  monthlyCost: {
    title: "Cost a month",
    unit: "money a month",
    how: "The sum of all cost lines that recur every month.",
    kind: "money",
    isCompared: true,
    shownIn: EVERYWHERE,
    isMain: true,
    of: ({ monthlyCost }) => monthlyCost,
    lines: ({ costs }) => costSummary(costs),
  },
  monthlyCostByDriver: {
    title: "Cost a month by kind of cost",
    unit: "money a month",
    how: "The cost a month, divided by what is paid for; the kinds add up to it.",
    kind: "divided",
    isCompared: true,
    shownIn: ["calculator", "terminal", "model-page"],
    below: "monthlyCost",
    parts: byDriver((driver) => ({
      title: `${costDriverTitle(driver)}, cost a month`,
      short: costDriverTitle(driver),
      how: `Of the cost a month: all lines of the kind "${costDriverTitle(driver)}".`,
    })),
    partsIn: driversOf,
    of: ({ costs, currency }) => {
      const lines = groupedBy(costs, ({ driver }) => driver);
      return byDriver((driver) =>
        sumMoney(
          (lines.get(driver) ?? []).map(({ amount }) => amount),
          currency,
        ),
      );
    },
    linesOf: driverLines,
  },
  monthlyCostByAttribution: {
    title: "Cost a month by whom it serves",
    unit: "money a month",
    how: "The cost a month, divided by whom it serves; the three parts add up to it.",
    kind: "divided",
    shownIn: ["calculator", "model-page"],
    below: "monthlyCost",
    parts: {
      workload: {
        title: "Cost of what tenants request",
        short: "For what tenants request",
        how: "Of the cost a month: what tenants request.",
      },
      overhead: {
        title: "Cost of the platform",
        short: "For the platform",
        how: "Of the cost a month: nodes no tenant may use, and what platform and kubelet take on shared nodes.",
      },
      idle: {
        title: "Cost of what nobody requests",
        short: "For what nobody requests",
        how: "Of the cost a month: what nobody requests on shared nodes.",
      },
    } satisfies Record<AttributionPart, object>,
    of: ({ costs, currency }): Readonly<Record<AttributionPart, Money>> =>
      sumAttributions(
        costs.map(({ attribution }) => attribution),
        currency,
      ),
    linesOf: (parts, part) => attributionLines(parts, part as AttributionPart),
  },
} as const satisfies TotalTable;

function byDriver<Value>(of: (driver: CostDriver) => Value): Readonly<Record<CostDriver, Value>> {
  return Object.fromEntries(costDrivers.map((driver) => [driver, of(driver)])) as Record<CostDriver, Value>;
}
