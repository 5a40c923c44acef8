import { isZeroMoney } from "../money.ts";
import { costOfNodes } from "../node-costs.ts";
import { perHour, perYear } from "../periods.ts";
import type { PlannedFleet } from "../planned-fleet.ts";
import { floorCostsOf, platformCostOf } from "../platform-cost.ts";
import { costDrivers, costDriverTitle } from "../prices/cost-drivers.ts";
import { recoveryOf } from "../pricing/recovery.ts";
import { costLine, costSummary } from "./costs.ts";
import { COMPUTED, type Figure, plainLine } from "./figure.ts";

/** The amounts of a whole plan, by id: cost by driver and by who causes it, price, margin. */
export const amountFigures: Readonly<Record<string, (plan: PlannedFleet) => Omit<Figure, "id">>> = {
  monthlyCost: (plan) => ({
    title: "Cost a month",
    unit: `${plan.currency} a month`,
    value: plan.totals.monthlyCost,
    formula: null,
    lines: costSummary(plan.costs),
  }),
  ...Object.fromEntries(
    costDrivers.map((driver) => [
      `monthlyCost.${driver}`,
      (plan: PlannedFleet) => ({
        title: `${costDriverTitle(driver)}, cost a month`,
        unit: `${plan.currency} a month`,
        value: plan.totals.monthlyCostByDriver[driver],
        formula: null,
        lines: plan.costs.filter((line) => line.driver === driver).map((line) => costLine(line)),
      }),
    ]),
  ),
  ...Object.fromEntries(
    (["workload", "overhead", "idle"] as const).map((part) => [
      `monthlyCost.${part}`,
      (plan: PlannedFleet) => ({
        title: ATTRIBUTION_TITLES[part],
        unit: `${plan.currency} a month`,
        value: plan.totals.monthlyCostByAttribution[part],
        formula: null,
        lines: plan.costs
          .filter((line) => !isZeroMoney(line.attribution[part]))
          .map((line) =>
            plainLine(`${line.clusterName ?? "fleet"}, ${line.label}`, line.attribution[part], {
              confidence: line.confidence,
              sources: line.sources,
              note: `of ${line.amount.amount}`,
            }),
          ),
      }),
    ]),
  ),
  failureAddedMonthlyCost: (plan) => ({
    title: "Cost of nodes held back for a loss",
    unit: `${plan.currency} a month`,
    value: plan.totals.failureAddedMonthlyCost,
    formula: null,
    lines: costOfNodes(plan.clusters, plan.costs, ({ failureAddedNodeCount }) => failureAddedNodeCount).map(
      ({ clusterName, line, monthlyCost, nodeCount, pool }) =>
        plainLine(`${clusterName}, ${nodeCount} of ${pool.nodeCount} nodes: ${line.label}`, monthlyCost, {
          confidence: line.confidence,
          sources: line.sources,
          opens: `cluster.${clusterName}.workerNodeCount`,
        }),
    ),
  }),
  monthlyPrice: (plan) => ({
    title: "Price a month",
    unit: `${plan.currency} a month`,
    value: plan.totals.monthlyPrice,
    formula: plan.totals.monthlyPrice === null ? "unknown, because a tenant has no price" : null,
    lines: plan.tenants.map(({ tenantId, name, monthlyPrice }) =>
      plainLine(name, monthlyPrice, {
        confidence: monthlyPrice === null ? "unknown" : "user",
        sources: [],
        opens: `tenant.${tenantId}.monthlyMargin`,
      }),
    ),
  }),
  platformMonthlyCost: (plan) => ({
    title: "Cost of what serves no tenant: platform and documented minimums",
    unit: `${plan.currency} a month`,
    value: platformCostOf(plan),
    formula: null,
    lines: [
      ...plan.costs
        .filter(({ attribution }) => !isZeroMoney(attribution.overhead))
        .map((line) =>
          plainLine(`${line.clusterName ?? "fleet"}, ${line.label}`, line.attribution.overhead, {
            confidence: line.confidence,
            sources: line.sources,
            note: `overhead, of ${line.amount.amount}`,
          }),
        ),
      ...floorCostsOf(plan).map(({ clusterName, nodeCount, line, monthlyCost }) =>
        plainLine(`${clusterName}, ${nodeCount} nodes only for the minimum: ${line.label}`, monthlyCost, {
          confidence: line.confidence,
          sources: line.sources,
          note: "of what is idle",
        }),
      ),
    ],
  }),
  recoveredMonthlyPrice: (plan) => ({
    title: "Prices that pay for the platform",
    unit: `${plan.currency} a month`,
    value: recoveryOf(plan).recoveredMonthlyPrice,
    formula: null,
    lines: plan.tenants.flatMap(({ tenantId, name, priceLines }) =>
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
    ),
  }),
  oneTimeCost: (plan) => ({
    title: "Cost of taking the tenants on, once",
    unit: `${plan.currency}, once`,
    value: plan.totals.oneTimeCost,
    formula: null,
    lines: plan.oneTimeCosts.map((line) => costLine(line)),
  }),
  oneTimePrice: (plan) => ({
    title: "Price, once",
    unit: `${plan.currency}, once`,
    value: plan.totals.oneTimePrice,
    formula: plan.totals.oneTimePrice === null ? "unknown, because a tenant has no price" : null,
    lines: plan.tenants.map(({ tenantId, name, oneTimePrice }) =>
      plainLine(name, oneTimePrice, { ...COMPUTED, opens: `tenant.${tenantId}.oneTimePrice` }),
    ),
  }),
  contributionMonthlyMargin: (plan) => ({
    title: "Contribution margin a month",
    unit: `${plan.currency} a month`,
    value: plan.totals.contributionMonthlyMargin,
    formula: plan.totals.contributionMonthlyMargin === null ? "unknown, because a tenant has no price" : null,
    lines: plan.tenants.map(({ tenantId, name, contributionMonthlyMargin }) =>
      plainLine(name, contributionMonthlyMargin, {
        ...COMPUTED,
        opens: `tenant.${tenantId}.contributionMonthlyMargin`,
      }),
    ),
  }),
  hourlyCost: (plan) => ({
    title: "Cost an hour",
    unit: `${plan.currency} an hour`,
    value: perHour(plan.totals.monthlyCost, plan.context.priceBook.hoursPerMonth),
    formula: `cost a month ÷ ${plan.context.priceBook.hoursPerMonth} hours a month`,
    lines: [plainLine("cost a month", plan.totals.monthlyCost, { ...COMPUTED, opens: "monthlyCost" })],
  }),
  yearlyCost: (plan) => ({
    title: "Cost a year",
    unit: `${plan.currency} a year`,
    value: perYear(plan.totals.monthlyCost),
    formula: "cost a month × 12",
    lines: [plainLine("cost a month", plan.totals.monthlyCost, { ...COMPUTED, opens: "monthlyCost" })],
  }),
  monthlyMargin: (plan) => ({
    title: "Margin a month",
    unit: `${plan.currency} a month`,
    value: plan.totals.monthlyMargin,
    formula: "price − cost",
    lines: [
      plainLine("price", plan.totals.monthlyPrice, { ...COMPUTED, opens: "monthlyPrice" }),
      plainLine("cost", plan.totals.monthlyCost, { ...COMPUTED, opens: "monthlyCost" }),
    ],
  }),
  marginRatio: (plan) => ({
    title: "Margin ratio",
    unit: "ratio",
    value: plan.totals.marginRatio,
    formula: "(price − cost) ÷ price",
    lines: [
      plainLine("margin", plan.totals.monthlyMargin, { ...COMPUTED, opens: "monthlyMargin" }),
      plainLine("price", plan.totals.monthlyPrice, { ...COMPUTED, opens: "monthlyPrice" }),
    ],
  }),
};

const ATTRIBUTION_TITLES = {
  workload: "Cost of what tenants request",
  overhead: "Cost of the platform",
  idle: "Cost of what nobody requests",
} as const;
