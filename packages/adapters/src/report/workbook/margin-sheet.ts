import { type PlannedFleet, ratioOf, sumMoney } from "@nkp-planner/core";
import {
  at,
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
  UNKNOWN,
  type WorkbookSheet,
} from "./cells.ts";
import type { OwnCostsPart } from "./own-costs-sheet.ts";
import type { PriceLinesPart } from "./price-lines-sheet.ts";
import type { SharesPart } from "./shares-sheets.ts";

const SHEET = "Margin";
/** Columns that say who a line is of. */
const LABEL_COLUMNS = 3;

export interface MarginPart {
  readonly sheet: WorkbookSheet;
  /** The cell of the fleet's figure in a column. */
  readonly totals: Readonly<Record<(typeof FIGURES)[number], string>>;
}

const FIGURES = [
  "price",
  "own",
  "shared",
  "cost",
  "margin",
  "marginRatio",
  "markupRatio",
  "contribution",
  "contributionRatio",
  "oneTimePrice",
  "oneTimeCost",
] as const;

export interface MarginSources {
  readonly own: OwnCostsPart;
  readonly shares: SharesPart;
  readonly prices: PriceLinesPart;
}

/** What each tenant pays, costs and leaves. */
export function marginPart(
  plan: PlannedFleet,
  { own, shares, prices }: MarginSources,
  money: MoneyFormulas,
): MarginPart {
  const { tenants, totals } = plan;
  const totalRowNumber = FIRST_ROW + tenants.length;
  const lines = tenants.map((tenant, index): Row => {
    const row = FIRST_ROW + index;
    const { tenantId: id } = tenant;
    const price = (billing: "recurring" | "one-time", amount: typeof tenant.monthlyPrice): Cell =>
      amount === null ? text(UNKNOWN) : moneyFormula(prices.sumOf(id, billing), amount);
    return [
      number(index + 1),
      text(id),
      text(tenant.name),
      price("recurring", tenant.monthlyPrice),
      moneyFormula(own.sumOf(id, "monthly"), tenant.ownMonthlyCost),
      moneyFormula(shares.totalOf(id, "monthly"), tenant.sharedMonthlyCost),
      moneyFormula(money.exact(`E${row}+F${row}`), tenant.monthlyCost),
      ...marginCells(row, tenant, money),
      price("one-time", tenant.oneTimePrice),
      moneyFormula(money.exact(`${own.sumOf(id, "once")}+${shares.totalOf(id, "once")}`), tenant.oneTimeCost),
    ];
  });
  const range = (name: string) => `${name}${FIRST_ROW}:${name}${totalRowNumber - 1}`;
  const sum = (name: string) => money.sumOf(tenants.length === 0 ? null : range(name));
  const known = (name: string) =>
    tenants.length === 0 ? "0" : `IF(COUNT(${range(name)})<${tenants.length},"${UNKNOWN}",${sum(name)})`;
  const all = (amount: "ownMonthlyCost" | "sharedMonthlyCost") =>
    sumMoney(
      tenants.map((tenant) => tenant[amount]),
      plan.currency,
    );
  const { monthlyPrice, monthlyMargin, marginRatio, markupRatio, contributionMonthlyMargin } = totals;
  const contributionMarginRatio =
    monthlyPrice === null || contributionMonthlyMargin === null
      ? null
      : ratioOf(contributionMonthlyMargin, monthlyPrice);
  const total: Row = [
    text("Total", "total"),
    null,
    null,
    moneyOrUnknown(known("D"), monthlyPrice, "total"),
    moneyFormula(sum("E"), all("ownMonthlyCost"), "total"),
    moneyFormula(sum("F"), all("sharedMonthlyCost"), "total"),
    moneyFormula(sum("G"), totals.monthlyCost, "total"),
    ...marginCells(
      totalRowNumber,
      { monthlyMargin, marginRatio, markupRatio, contributionMonthlyMargin, contributionMarginRatio },
      money,
    ),
    moneyOrUnknown(known("M"), totals.oneTimePrice, "total"),
    moneyFormula(sum("N"), totals.oneTimeCost, "total"),
  ];
  const note = `In ${plan.currency} a month. Margin = price − cost; ratio = margin ÷ price; markup = margin ÷ cost; contribution = price − own cost.`;
  const cells = FIGURES.map((figure, index) => [figure, at(SHEET, COLUMN_NAMES[index] as string, totalRowNumber)]);
  return {
    sheet: tableSheet(SHEET, note, COLUMNS, [...lines, total], LABEL_COLUMNS),
    totals: Object.fromEntries(cells) as MarginPart["totals"],
  };
}

const COLUMN_NAMES = ["D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N"] as const;

type Margins = Pick<
  PlannedFleet["tenants"][number],
  "monthlyMargin" | "marginRatio" | "markupRatio" | "contributionMonthlyMargin" | "contributionMarginRatio"
>;

function marginCells(row: number, margins: Margins, money: MoneyFormulas): readonly Cell[] {
  const lessOf = (name: string) => `IF(ISNUMBER(D${row}),${money.exact(`D${row}-${name}${row}`)},"${UNKNOWN}")`;
  const part = (name: string, whole: string) =>
    `IF(ISNUMBER(D${row}),IF(${whole}${row}=0,"",${name}${row}/${whole}${row}),"")`;
  const ratio = (expression: string, value: number | null) => formula(expression, value ?? "", "ratio");
  return [
    moneyOrUnknown(lessOf("G"), margins.monthlyMargin),
    ratio(part("H", "D"), margins.marginRatio),
    ratio(part("H", "G"), margins.markupRatio),
    moneyOrUnknown(lessOf("E"), margins.contributionMonthlyMargin),
    ratio(part("K", "D"), margins.contributionMarginRatio),
  ];
}

const COLUMNS = [
  ["No.", 6],
  ["Tenant", 24],
  ["Name", 30],
  ["Price", 14],
  ["Own cost", 14],
  ["Shared cost", 14],
  ["Cost", 14],
  ["Margin", 14],
  ["Margin ratio", 12],
  ["Markup", 12],
  ["Contribution", 14],
  ["Contribution ratio", 16],
  ["Price, once", 14],
  ["Cost, once", 14],
] as const;
