import {
  costDriverTitle,
  driversOf,
  hasIllustrativePrices,
  moneyAsNumber,
  type PlannedFleet,
  perHour,
  perYear,
} from "@nkp-planner/core";
import { ILLUSTRATIVE } from "../illustrative.ts";
import {
  type Cell,
  FIRST_ROW,
  formula,
  type MoneyFormulas,
  moneyFormula,
  moneyOrUnknown,
  number,
  type Row,
  tableSheet,
  text,
  type WorkbookSheet,
} from "./cells.ts";
import type { CostsPart } from "./costs-sheet.ts";
import type { MarginPart } from "./margin-sheet.ts";
import type { SharesPart } from "./shares-sheets.ts";
import { type CountSources, countChecks, guideRows } from "./summary-counts.ts";

const SHEET = "Summary";

export interface SummarySources {
  readonly costs: CostsPart;
  readonly shares: SharesPart;
  readonly margin: MarginPart;
  readonly counts: CountSources;
}

/** The fleet in one column, and checks that are all 0. */
export function summarySheet(plan: PlannedFleet, sources: SummarySources, money: MoneyFormulas): WorkbookSheet {
  const { costs, margin } = sources;
  const { totals, context, currency } = plan;
  const { hoursPerMonth } = context.priceBook;
  const [costRow, hoursRow] = [FIRST_ROW, FIRST_ROW + 1];
  const hourly = perHour(totals.monthlyCost, hoursPerMonth);
  const attribution = totals.monthlyCostByAttribution;
  const ratio = (cell: string, value: number | null) => formula(cell, value ?? "", "ratio");
  const figures: readonly Row[] = [
    line("Cost a month", moneyFormula(costs.monthlyTotal, totals.monthlyCost)),
    line("Hours a month", number(hoursPerMonth, "input")),
    line("Cost an hour", moneyFormula(money.rounded(`B${costRow}/B${hoursRow}`, moneyAsNumber(hourly)), hourly)),
    line("Cost a year", moneyFormula(money.exact(`B${costRow}*12`), perYear(totals.monthlyCost))),
    line("Price a month", moneyOrUnknown(margin.totals.price, totals.monthlyPrice)),
    line("Margin a month", moneyOrUnknown(margin.totals.margin, totals.monthlyMargin), "price − cost"),
    line("Margin ratio", ratio(margin.totals.marginRatio, totals.marginRatio), "margin ÷ price"),
    line("Markup", ratio(margin.totals.markupRatio, totals.markupRatio), "margin ÷ cost"),
    line(
      "Contribution a month",
      moneyOrUnknown(margin.totals.contribution, totals.contributionMonthlyMargin),
      "price − cost of tenants' own clusters",
    ),
    line("Price, once", moneyOrUnknown(margin.totals.oneTimePrice, totals.oneTimePrice)),
    line("Cost, once", moneyFormula(costs.oneTimeTotal, totals.oneTimeCost)),
    line("Workload", moneyFormula(costs.attributionTotals.workload, attribution.workload), "of the cost a month"),
    line("Overhead", moneyFormula(costs.attributionTotals.overhead, attribution.overhead), "of the cost a month"),
    line("Idle", moneyFormula(costs.attributionTotals.idle, attribution.idle), "of the cost a month"),
    [],
    [text("Cost by driver", "heading"), text("", "heading"), text("", "heading")],
  ];
  const firstDriver = FIRST_ROW + figures.length;
  const drivers = driversOf([plan]).map((driver, index): Row => {
    const { monthlyDrivers: titles, monthlyCosts: amounts } = costs;
    const sum = money.exact(`SUMIF(${titles},A${firstDriver + index},${amounts})`);
    return line(costDriverTitle(driver), moneyFormula(sum, totals.monthlyCostByDriver[driver]));
  });
  const driverRange = drivers.length === 0 ? null : `B${firstDriver}:B${firstDriver + drivers.length - 1}`;
  const checks: readonly Row[] = [
    [],
    [text("Checks, all 0", "heading"), text("", "heading"), text("", "heading")],
    ...checkRows(sources, driverRange, money),
    line(
      "Cost a month less the planner's",
      formula(money.exact(`B${costRow}-${moneyAsNumber(totals.monthlyCost)}`), 0, "money"),
      "0 until something is changed",
    ),
    ...countChecks(plan, sources.counts),
    ...guideRows(),
  ];
  const note = `${plan.model.title}, ${plan.release}, as of ${plan.input.asOf}, in ${currency}.${hasIllustrativePrices(context, plan.input.tenants) ? ` ${ILLUSTRATIVE}` : ""}`;
  return tableSheet(
    SHEET,
    note,
    [
      ["Figure", 44],
      ["Value", 20],
      ["", 44],
    ],
    [...figures, ...drivers, ...checks],
  );
}

function line(name: string, value: Cell, note = ""): Row {
  return [text(name), value, text(note, "note")];
}

function checkRows({ costs, shares, margin }: SummarySources, drivers: string | null, money: MoneyFormulas) {
  const { workload, overhead, idle } = costs.attributionTotals;
  const zero = (expression: string) => formula(expression, 0, "money");
  return [
    line("Cost less tenants' costs", zero(money.exact(`${costs.monthlyTotal}-${margin.totals.cost}`))),
    line("Cost less the sum of drivers", zero(money.exact(`${costs.monthlyTotal}-${money.sumOf(drivers)}`))),
    line(
      "Cost less workload, overhead and idle",
      zero(money.exact(`${costs.monthlyTotal}-${workload}-${overhead}-${idle}`)),
    ),
    line(
      "Shared portions less their shares",
      zero(shares.leftOver === null ? "0" : money.exact(`SUMPRODUCT(ABS(${shares.leftOver}))`)),
    ),
    line(
      "Cost, once, less tenants' costs, once",
      zero(money.exact(`${costs.oneTimeTotal}-${margin.totals.oneTimeCost}`)),
    ),
  ];
}
