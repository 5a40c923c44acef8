import { money, type PriceLine } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { billableOf, reckoningOf } from "./billable.ts";

const eur = (amount: string) => money(amount, "EUR");

/** A line as a price list makes it: list amount and discount are given, so that the arithmetic stands in the test. */
function lineOf(quantity: number, unitPrice: string, listAmount: string, discount = "0.00", amount = listAmount) {
  const amounts = {
    unitPrice: eur(unitPrice),
    listAmount: eur(listAmount),
    discount: eur(discount),
    amount: eur(amount),
  };
  return { quantity, unit: "GiB", ...amounts } as PriceLine;
}
const sold = (line: PriceLine, canHold: (quantity: number) => boolean = () => true) => {
  const { quantity, unitPrice, reckoning } = billableOf(line, canHold);
  return [quantity, unitPrice.amount, reckoning];
};

describe("billableOf", () => {
  it("leaves what multiplies to the cent as it is: 300 × 0.22 = 66.00, 9.5 × 14.00 = 133.00", () => {
    expect(sold(lineOf(300, "0.22", "66.00"))).toEqual([300, "0.22", ""]);
    expect(sold(lineOf(9.5, "14.00", "133.00"))).toEqual([9.5, "14.00", ""]);
  });

  it("takes a discount off the unit price where it divides: (855.00 − 85.50) ÷ 9 = 85.50", () => {
    const line = lineOf(9, "95.00", "855.00", "85.50", "769.50");
    expect(sold(line)).toEqual([9, "85.50", "9 GiB × 95.00 = 855.00, less 85.50 = 769.50"]);
  });

  it("is one of the amount where it does not: (855.00 − 0.01) ÷ 9 = 94.998…", () => {
    const line = lineOf(9, "95.00", "855.00", "0.01", "854.99");
    expect(sold(line)).toEqual([1, "854.99", "9 GiB × 95.00 = 855.00, less 0.01 = 854.99"]);
  });

  it("is one of the amount where a price is finer than a cent: 3 × 0.333 = 0.999, rounded 1.00; 1.00 ÷ 3 = 0.333…", () => {
    expect(sold(lineOf(3, "0.333", "1.00"))).toEqual([1, "1.00", "3 GiB × 0.333 = 1.00"]);
    // 1000 × 0.0125 = 12.50 exactly, and yet 0.0125 is no price at two digits: 12.50 ÷ 1000 = 0.0125.
    expect(sold(lineOf(1000, "0.0125", "12.50"))).toEqual([1, "12.50", "1000 GiB × 0.0125 = 12.50"]);
  });

  it("says the price it had where the amount happens to divide: 2 × 0.2501 = 0.5002, rounded 0.50 = 2 × 0.25", () => {
    expect(sold(lineOf(2, "0.2501", "0.50"))).toEqual([2, "0.25", "2 GiB × 0.2501 = 0.50"]);
  });

  it("is one of the amount where the tool holds no such quantity", () => {
    expect(sold(lineOf(9.5, "14.00", "133.00"), Number.isInteger)).toEqual([1, "133.00", "9.5 GiB × 14.00 = 133.00"]);
    expect(sold(lineOf(0, "14.00", "0.00"))).toEqual([1, "0.00", "0 GiB × 14.00 = 0.00"]);
  });

  it("keeps what is given away: 9 × 0.00", () => {
    const line = lineOf(9, "95.00", "855.00", "855.00", "0.00");
    expect(sold(line)).toEqual([9, "0.00", "9 GiB × 95.00 = 855.00, less 855.00 = 0.00"]);
  });
});

it("reckons with as few digits as give the amount: 9.313225746 × 5.20 = 48.4287…, and so is 9.313 × 5.20", () => {
  expect(reckoningOf(lineOf(9.313225746, "5.20", "48.43"))).toBe("9.313 GiB × 5.20 = 48.43");
});
