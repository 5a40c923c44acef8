import { type CostLine, moneyAsNumber, type PlannedFleet, rateOriginText } from "@nkp-planner/core";
import { at, FIRST_ROW, number, tableSheet, text, type WorkbookSheet } from "./cells.ts";

const SHEET = "Prices";
const PRICE_COLUMN = "E";

export interface PricesPart {
  readonly sheet: WorkbookSheet;
  /** The cell of a line's unit price. */
  priceOf(line: CostLine): string;
}

/** Every price that a line uses, once; a tier has a row of its own. */
export function pricesPart({ costs, oneTimeCosts, currency }: PlannedFleet): PricesPart {
  const used = new Map([...costs, ...oneTimeCosts].map((line) => [keyOf(line), line]));
  const rows = new Map([...used.keys()].map((key, index) => [key, FIRST_ROW + index]));
  const sheet = tableSheet(
    SHEET,
    `In ${currency}. Change a unit price and everything follows; the sizes of nodes stay as planned.`,
    [
      ["SKU", 26],
      ["Name", 40],
      ["Tier from", 10],
      ["Unit", 14],
      ["Unit price", 16],
      ["How it follows from the price book", 60],
      ["Whose price", 40],
    ],
    [...used.values()].map((line) => [
      text(line.rate.sku),
      text(line.rate.name),
      tierOf(line) === null ? null : number(tierOf(line) ?? 0),
      text(line.rate.unit),
      number(moneyAsNumber(line.unitPrice), "input"),
      text(line.rate.derivation ?? ""),
      text(rateOriginText(line.rate.origin)),
    ]),
  );
  return { sheet, priceOf: (line) => at(SHEET, PRICE_COLUMN, rows.get(keyOf(line)) as number) };
}

function keyOf({ rate, unitPrice }: CostLine): string {
  return JSON.stringify([rate.kind, rate.sku, rate.name, rate.unit, unitPrice.amount]);
}

/** From which quantity on the price holds; null where the rate has one price. */
function tierOf({ rate: { tariff }, unitPrice }: CostLine): number | null {
  if (tariff.tiers.length === 1) return null;
  return tariff.tiers.find((tier) => tier.unitPrice.amount === unitPrice.amount)?.fromQuantity ?? null;
}
