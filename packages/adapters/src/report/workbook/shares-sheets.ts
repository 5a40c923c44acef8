import {
  type Money,
  moneyAsNumber,
  noMoney,
  type PlannedFleet,
  shareOf,
  sumMoney,
  type TenantId,
  wholeMinorUnits,
} from "@nkp-planner/core";
import {
  at,
  type Cell,
  column,
  columnName,
  FIRST_ROW,
  formula,
  type MoneyFormulas,
  moneyFormula,
  type Row,
  type RowRange,
  tableSheet,
  text,
  type WorkbookSheet,
} from "./cells.ts";
import type { PlacedPortion } from "./portions.ts";
import { leftOf, type SharedPortion, STEPS, stepRange, stepRow, stepsSheet } from "./share-steps-sheet.ts";
import type { TenantsPart } from "./tenants-sheets.ts";

const SHEET = "Shares";
const AMOUNT = "E";
/** Columns that say what is shared. */
const LABEL_COLUMNS = 3;
/** Column of the first tenant. */
const FIRST_TENANT = 5;

export interface SharesPart {
  readonly sheet: WorkbookSheet;
  readonly steps: WorkbookSheet;
  /** The cell of all that a tenant bears of shared costs, by how it is billed. */
  totalOf(tenantId: TenantId, billing: PlacedPortion["billing"]): string;
  /** What is left of each portion after all shares, 0 everywhere; null where nothing is shared. */
  readonly leftOver: string | null;
}

/**
 * What serves several tenants, a row a portion and a column a tenant: each share rounded down, then one smallest unit
 * each to the largest remainders, the tenant with the smaller id first among equals.
 */
export function sharesPart(
  plan: PlannedFleet,
  portions: readonly PlacedPortion[],
  tenants: TenantsPart,
  money: MoneyFormulas,
): SharesPart {
  const shared = portions.filter(({ split }) => split.basis !== "own");
  const monthly = shared.filter(({ billing }) => billing === "monthly");
  const once = shared.filter(({ billing }) => billing === "once");
  const ranges = {
    monthly: { first: FIRST_ROW, last: FIRST_ROW + monthly.length - 1 },
    once: { first: FIRST_ROW + monthly.length + 1, last: FIRST_ROW + monthly.length + once.length },
  };
  const ids = tenants.idsInOrder;
  const nameOf = new Map(ids.map((id, index) => [id, columnName(FIRST_TENANT + index)]));
  const leftName = columnName(FIRST_TENANT + ids.length);
  const placed = (all: readonly PlacedPortion[], { first }: RowRange): readonly SharedPortion[] =>
    all.map(({ portion, split }, index) => ({
      row: first + index,
      amountCell: at(SHEET, AMOUNT, first + index),
      amountMinors: Math.abs(Number(wholeMinorUnits(portion.amount))),
      group: tenants.groupOf(split),
    }));
  const blocks = [
    { title: "Total a month", portions: monthly, range: ranges.monthly, placed: placed(monthly, ranges.monthly) },
    { title: "Total, once", portions: once, range: ranges.once, placed: placed(once, ranges.once) },
  ];
  const lines = blocks.flatMap(({ title, portions: all, range, placed: shares }): readonly Row[] => [
    ...all.map((one, index) => portionRow(one, shares[index] as SharedPortion, ids, money)),
    totalRow(title, all, range, ids, plan.currency, money),
  ]);
  const steps = blocks.flatMap(({ placed: shares }): readonly Row[] => [
    ...shares.map((portion) => stepRow(portion, ids, money)),
    [],
  ]);
  const lastRow = FIRST_ROW + lines.length - 1;
  return {
    sheet: tableSheet(
      SHEET,
      `In ${plan.currency}. Each share rounded down, what is left by the largest remainders; see ${STEPS}. Portions of one line stand in the proportion as planned, whatever its price.`,
      [
        ["Billed", 9],
        ["Cluster", 16],
        ["What", 26],
        ["Shared by", 14],
        ["Amount", 13],
        ...ids.map((id) => [id, 11] as const),
        ["Left over", 10],
      ],
      lines,
      LABEL_COLUMNS,
    ),
    steps: stepsSheet(ids, steps),
    totalOf: (id, billing) => at(SHEET, nameOf.get(id) as string, ranges[billing].last + 1),
    leftOver: shared.length === 0 ? null : column(SHEET, leftName, { first: FIRST_ROW, last: lastRow }),
  };
}

function portionRow(
  { billing, label, portion, split, formula: amount }: PlacedPortion,
  { row, group }: SharedPortion,
  ids: readonly TenantId[],
  money: MoneyFormulas,
): Row {
  const none = noMoney(portion.amount.currency);
  return [
    text(billing),
    text(portion.clusterName ?? "whole fleet"),
    text(label),
    text(group.title),
    moneyFormula(amount, portion.amount),
    ...ids.map((id, index) =>
      moneyFormula(shareFormula(row, index, ids.length, money), shareOf(split.shares, id) ?? none),
    ),
    leftCell(row, ids.length, money),
  ];
}

/** What was rounded down, and one smallest unit more where fewer have a larger remainder than units are left. */
function shareFormula(row: number, index: number, count: number, { minorUnitsPerUnit }: MoneyFormulas): string {
  const own = stepRange("remainder", row, count, [index, index]);
  const before = index === 0 ? "" : `+SUMPRODUCT((${stepRange("remainder", row, count, [0, index - 1])}=${own})*1)`;
  const ahead = `SUMPRODUCT((${stepRange("remainder", row, count, [0, count - 1])}>${own})*1)${before}`;
  const part = stepRange("rounded down", row, count, [index, index]);
  return `IF(${AMOUNT}${row}<0,-1,1)*(${part}+IF(${ahead}<${leftOf(row)},1,0))/${minorUnitsPerUnit}`;
}

function leftCell(row: number, count: number, money: MoneyFormulas): Cell {
  if (count === 0) return formula(`${AMOUNT}${row}`, 0, "money");
  const [first, last] = [columnName(FIRST_TENANT), columnName(FIRST_TENANT + count - 1)];
  return formula(money.exact(`${AMOUNT}${row}-SUM(${first}${row}:${last}${row})`), 0, "money");
}

function totalRow(
  title: string,
  portions: readonly PlacedPortion[],
  { first, last }: RowRange,
  ids: readonly TenantId[],
  currency: PlannedFleet["currency"],
  money: MoneyFormulas,
): Row {
  const sum = (name: string, amounts: readonly Money[]) =>
    formula(
      money.sumOf(last < first ? null : `${name}${first}:${name}${last}`),
      moneyAsNumber(sumMoney(amounts, currency)),
      "total",
    );
  const sharesOf = (id: TenantId) => portions.flatMap(({ split }) => shareOf(split.shares, id) ?? []);
  return [
    text(title, "total"),
    null,
    null,
    null,
    sum(
      AMOUNT,
      portions.map(({ portion }) => portion.amount),
    ),
    ...ids.map((id, index) => sum(columnName(FIRST_TENANT + index), sharesOf(id))),
    leftCell(last + 1, ids.length, money),
  ];
}
