import { moneyAsNumber, type PlannedFleet, type PriceLine, type TenantId } from "@nkp-planner/core";
import {
  column,
  FIRST_ROW,
  formula,
  type MoneyFormulas,
  moneyFormula,
  number,
  type Row,
  tableSheet,
  text,
  type WorkbookSheet,
} from "./cells.ts";
import { type ChargedSheets, chargedQuantity } from "./price-quantities.ts";

const SHEET = "Price lines";

export interface PriceLinesPart {
  readonly sheet: WorkbookSheet;
  /** What a tenant pays, by how it is billed. */
  sumOf(tenantId: TenantId, billing: PriceLine["billing"]): string;
}

/** What tenants are charged for, what recurs first. */
export function priceLinesPart(plan: PlannedFleet, sheets: ChargedSheets, money: MoneyFormulas): PriceLinesPart {
  const { tenants } = sheets;
  const all = plan.tenants.flatMap(({ tenantId, priceLines }) => priceLines.map((line) => ({ tenantId, line })));
  const recurring = all.filter(({ line }) => line.billing === "recurring");
  const once = all.filter(({ line }) => line.billing === "one-time");
  const ranges = {
    recurring: { first: FIRST_ROW, last: FIRST_ROW + recurring.length - 1 },
    "one-time": { first: FIRST_ROW + recurring.length, last: FIRST_ROW + all.length - 1 },
  };
  const lineRow = ({ tenantId, line }: (typeof all)[number], index: number): Row => {
    const row = FIRST_ROW + index;
    const charged = chargedQuantity(tenantId, line, plan, sheets);
    return [
      text(line.billing),
      number(tenants.numberOf(tenantId)),
      text(tenantId),
      text(line.sku),
      text(line.name),
      charged === undefined ? number(line.quantity, "input") : formula(charged.formula, line.quantity),
      text(line.unit),
      number(moneyAsNumber(line.unitPrice), "input"),
      moneyFormula(money.rounded(`F${row}*H${row}`, moneyAsNumber(line.listAmount)), line.listAmount),
      number(moneyAsNumber(line.discount), "input"),
      moneyFormula(money.exact(`I${row}-J${row}`), line.amount),
      text(line.description),
    ];
  };
  return {
    sheet: tableSheet(
      SHEET,
      `In ${plan.currency}. Amount = quantity × unit price − discount. Quantities that are not blue follow Nodes, Clusters and Tenants. Discounts, minimum fees and support stay as planned when a price is changed.`,
      COLUMNS,
      [...recurring, ...once].map(lineRow),
    ),
    sumOf: (tenantId, billing) => {
      const [numbers, amounts] = [column(SHEET, "B", ranges[billing]), column(SHEET, "K", ranges[billing])];
      return numbers === null ? "0" : money.exact(`SUMIF(${numbers},${tenants.numberOf(tenantId)},${amounts})`);
    },
  };
}

const COLUMNS = [
  ["Billed", 11],
  ["Tenant no.", 10],
  ["Tenant", 24],
  ["SKU", 18],
  ["Name", 40],
  ["Quantity", 12],
  ["Unit", 12],
  ["Unit price", 14],
  ["List amount", 14],
  ["Discount", 12],
  ["Amount", 14],
  ["Description", 40],
] as const;
