import {
  addMoney,
  costDriverTitle,
  driversOf,
  type Money,
  moneyAsNumber,
  noMoney,
  type PlannedFleet,
  subtractMoney,
} from "@nkp-planner/core";
import type { Fragment } from "../fragment.ts";
import { isLoss, type Writer } from "../writer.ts";
import type { ChartView } from "./chart-view.ts";

interface Step {
  readonly title: string;
  readonly figureId: string;
  readonly amount: Money;
  readonly from: Money;
  readonly to: Money;
  readonly tone: string;
}

/** From price to margin, cost by cost; where no price is known, what the cost is made of. */
export function waterfallChart(plan: PlannedFleet, writer: Writer): ChartView {
  const { monthlyPrice, monthlyMargin } = plan.totals;
  const steps =
    monthlyPrice === null || monthlyMargin === null ? costSteps(plan) : marginSteps(plan, monthlyPrice, monthlyMargin);
  const largest = plan.costs.length === 0 ? undefined : largestDriver(plan);
  const cost = largest === undefined ? "" : ` ${largest.title} take most: ${writer.wholeMoney(largest.amount)}.`;
  const cell = ({ figureId, amount }: Step): Fragment => ({
    text: writer.amount(amount),
    isFigure: true,
    opens: { modelId: plan.model.id, figureId },
    ...(isLoss(amount) ? { tone: "loss" as const } : {}),
  });
  return {
    title: monthlyMargin === null ? "What the cost is made of" : "From price to margin",
    unit: `${plan.currency} a month`,
    shape: "bars",
    summary: `${
      monthlyPrice === null || monthlyMargin === null
        ? "The price of a tenant is unknown, so there is no margin to show."
        : `Of ${writer.wholeMoney(monthlyPrice)} a month ${writer.wholeMoney(monthlyMargin)} are left.`
    }${cost}`,
    categories: steps.map(({ title }) => title),
    series: [
      {
        label: "Amount",
        tone: "idle",
        tones: steps.map(({ tone }) => tone),
        values: steps.map(({ from, to }) => [moneyAsNumber(from), moneyAsNumber(to)] as const),
      },
    ],
    barTexts: steps.map(({ amount }) => writer.wholeMoney(amount)),
    marks: [],
    table: {
      columns: ["Step", `${plan.currency} a month`],
      rows: steps.map((step) => ({ head: step.title, cells: [cell(step)] })),
    },
  };
}

function marginSteps(plan: PlannedFleet, price: Money, margin: Money): readonly Step[] {
  const none = noMoney(plan.currency);
  let left = price;
  const costs = costsByDriver(plan).map(({ title, figureId, amount }): Step => {
    const from = left;
    left = subtractMoney(left, amount);
    return { title, figureId, amount: subtractMoney(none, amount), from: left, to: from, tone: "idle" };
  });
  const gain = isLoss(margin) ? "loss" : "gain";
  return [
    { title: "Price", figureId: "monthlyPrice", amount: price, from: none, to: price, tone: plan.model.id },
    ...costs,
    { title: "Margin", figureId: "monthlyMargin", amount: margin, from: none, to: margin, tone: gain },
  ];
}

function costSteps(plan: PlannedFleet): readonly Step[] {
  const none = noMoney(plan.currency);
  let sum = none;
  const costs = costsByDriver(plan).map(({ title, figureId, amount }): Step => {
    const from = sum;
    sum = addMoney(sum, amount);
    return { title, figureId, amount, from, to: sum, tone: "idle" };
  });
  return [...costs, { title: "Cost", figureId: "monthlyCost", amount: sum, from: none, to: sum, tone: plan.model.id }];
}

function costsByDriver(plan: PlannedFleet) {
  return driversOf([plan]).map((driver) => ({
    title: costDriverTitle(driver),
    figureId: `monthlyCost.${driver}`,
    amount: plan.totals.monthlyCostByDriver[driver],
  }));
}

function largestDriver(plan: PlannedFleet) {
  return costsByDriver(plan).toSorted((a, b) => moneyAsNumber(b.amount) - moneyAsNumber(a.amount))[0];
}
