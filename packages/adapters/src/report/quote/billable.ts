import {
  compareMoney,
  divideMoney,
  isZeroMoney,
  type Money,
  multiplyMoney,
  type PriceLine,
  quotedQuantity,
  roundToMinorUnit,
} from "@nkp-planner/core";

/** A line as a tool takes it that multiplies by itself: quantity × unitPrice is the line's amount, without rounding. */
export interface Billable {
  readonly quantity: number;
  /** At the currency's smallest unit, after discounts. */
  readonly unitPrice: Money;
  /** How the line comes to its amount, where quantity and unit price do not show it; empty where they do. */
  readonly reckoning: string;
}

/**
 * The line's own quantity at amount ÷ quantity, where that divides to the smallest unit and the tool can hold such a
 * quantity; else one of the amount. 9 vCPU at 95.00 less 10 % are 9 × 85.50; 3 GiB at 0.333 are 1 × 1.00.
 */
export function billableOf(line: PriceLine, canHold: (quantity: number) => boolean): Billable {
  const { quantity, amount } = line;
  if (quantity > 0 && canHold(quantity)) {
    const unitPrice = roundToMinorUnit(divideMoney(amount, quantity));
    if (compareMoney(multiplyMoney(unitPrice, quantity), amount) === 0) {
      const isShown = compareMoney(unitPrice, line.unitPrice) === 0;
      return { quantity, unitPrice, reckoning: isShown ? "" : reckoningOf(line) };
    }
  }
  return { quantity: 1, unitPrice: amount, reckoning: reckoningOf(line) };
}

/** `9.31 GiB × 5.20 = 48.41`, `9 vCPU × 95.00 = 855.00, less 85.50 = 769.50` */
export function reckoningOf(line: PriceLine): string {
  const { unit, unitPrice, listAmount, discount, amount } = line;
  const list = `${quotedQuantity(line)} ${unit} × ${unitPrice.amount} = ${listAmount.amount}`;
  return isZeroMoney(discount) ? list : `${list}, less ${discount.amount} = ${amount.amount}`;
}
