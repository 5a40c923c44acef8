import {
  type Attribution,
  type CostLine,
  costDriverTitle,
  type Money,
  moneyAsNumber,
  type PlannedFleet,
} from "@nkp-planner/core";
import {
  at,
  type Cell,
  column,
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
import type { Counted } from "./counted.ts";
import type { PricesPart } from "./prices-sheet.ts";

const SHEET = "Costs";
/** Columns of amounts that have a total. */
const COST = "H";
/** Columns that say what a line is. */
const LABEL_COLUMNS = 4;
const PARTS = ["I", "J", "K"] as const;

export interface CostsPart {
  readonly sheet: WorkbookSheet;
  /** The cell of what a line costs. */
  costOf(line: CostLine): string;
  readonly monthlyTotal: string;
  readonly oneTimeTotal: string;
  readonly attributionTotals: Readonly<Record<keyof Attribution, string>>;
  /** Titles of drivers and amounts of all monthly lines; null where there is none. */
  readonly monthlyDrivers: string | null;
  readonly monthlyCosts: string | null;
}

/** One row a line of the bill, what recurs first. */
export function costsPart(
  plan: PlannedFleet,
  prices: PricesPart,
  quantities: ReadonlyMap<CostLine, Counted>,
  money: MoneyFormulas,
): CostsPart {
  const { costs, oneTimeCosts, totals } = plan;
  const monthly = { first: FIRST_ROW, last: FIRST_ROW + costs.length - 1 };
  const once = { first: monthly.last + 2, last: monthly.last + 1 + oneTimeCosts.length };
  const rowOf = new Map<CostLine, number>([
    ...costs.map((line, index) => [line, monthly.first + index] as const),
    ...oneTimeCosts.map((line, index) => [line, once.first + index] as const),
  ]);
  const lineRow = (billing: string) => (line: CostLine) => {
    const row = rowOf.get(line) as number;
    return [
      text(billing),
      text(costDriverTitle(line.driver)),
      text(line.clusterName ?? "several"),
      text(line.label),
      formula(quantities.get(line)?.formula ?? String(line.quantity), line.quantity),
      text(line.rate.unit),
      moneyFormula(prices.priceOf(line), line.unitPrice, "rate"),
      moneyFormula(money.rounded(`E${row}*G${row}`, moneyAsNumber(line.amount)), line.amount),
      ...attributionCells(line, row, money),
      text(line.confidence),
      text(line.sources.join(", ")),
      text(line.note ?? ""),
    ];
  };
  const oneTimeAttribution = (part: keyof Attribution) =>
    oneTimeCosts.reduce((sum, { attribution }) => sum + moneyAsNumber(attribution[part]), 0);
  const lines: readonly Row[] = [
    ...costs.map(lineRow("monthly")),
    totalRow("Total a month", monthly, totals.monthlyCost, totals.monthlyCostByAttribution, money),
    ...oneTimeCosts.map(lineRow("once")),
    [
      ...totalHead("Total, once"),
      moneyFormula(money.sumOf(own(COST, once)), totals.oneTimeCost, "total"),
      ...(["workload", "overhead", "idle"] as const).map(
        (part, index): Cell => ({
          kind: "formula",
          formula: money.sumOf(own(PARTS[index] as string, once)),
          result: Number(oneTimeAttribution(part).toFixed(money.digits)),
          look: "total",
        }),
      ),
    ],
  ];
  const total = (name: string, { last }: RowRange) => at(SHEET, name, last + 1);
  return {
    sheet: tableSheet(SHEET, NOTE, COLUMNS, lines, LABEL_COLUMNS),
    costOf: (line) => at(SHEET, COST, rowOf.get(line) as number),
    monthlyTotal: total(COST, monthly),
    oneTimeTotal: total(COST, once),
    attributionTotals: {
      workload: total(PARTS[0], monthly),
      overhead: total(PARTS[1], monthly),
      idle: total(PARTS[2], monthly),
    },
    monthlyDrivers: column(SHEET, "B", monthly),
    monthlyCosts: column(SHEET, COST, monthly),
  };
}

const NOTE =
  "Cost = quantity × unit price, rounded once. Quantities are changed on Nodes, Hosts, Clusters and Quantities. Workload, overhead and idle divide it as planned, whatever the price.";

const COLUMNS = [
  ["Billed", 9],
  ["Driver", 14],
  ["Cluster", 16],
  ["What", 32],
  ["Quantity", 10],
  ["Unit", 11],
  ["Unit price", 10],
  ["Cost", 12],
  ["Workload", 12],
  ["Overhead", 12],
  ["Idle", 12],
  ["Quantity: confidence", 11],
  ["Quantity: sources", 32],
  ["Note", 30],
] as const;

function own(name: string, { first, last }: RowRange): string | null {
  return last < first ? null : `${name}${first}:${name}${last}`;
}

function totalHead(label: string): Row {
  return [text(label, "total"), null, null, null, null, null, null];
}

function totalRow(label: string, range: RowRange, cost: Money, parts: Attribution, money: MoneyFormulas): Row {
  const sum = (name: string, result: Money) => moneyFormula(money.sumOf(own(name, range)), result, "total");
  return [
    ...totalHead(label),
    sum(COST, cost),
    sum(PARTS[0], parts.workload),
    sum(PARTS[1], parts.overhead),
    sum(PARTS[2], parts.idle),
  ];
}

function attributionCells({ attribution, amount }: CostLine, row: number, money: MoneyFormulas): readonly Cell[] {
  const { workload, overhead, idle } = attribution;
  const [whole, first, second] = [amount, workload, overhead].map(moneyAsNumber) as [number, number, number];
  const both = Number((first + second).toFixed(money.digits));
  const slice = (from: number, to: number) => (whole === 0 ? "0" : money.slice(`H${row}`, from, to, whole));
  return [
    moneyFormula(slice(0, first), workload),
    moneyFormula(slice(first, both), overhead),
    moneyFormula(money.exact(`H${row}-I${row}-J${row}`), idle),
  ];
}
