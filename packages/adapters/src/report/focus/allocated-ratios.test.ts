import { money } from "@nkp-planner/core";
import { describe, expect, it } from "vitest";
import { allocatedRatiosOf } from "./allocated-ratios.ts";

const charge = (originChargeId: string, amount: string, basis: "own" | "uniform" = "uniform") => ({
  originChargeId,
  basis,
  cost: money(amount, "EUR"),
});

describe("allocatedRatiosOf", () => {
  it("is cost ÷ origin charge: 1.00 of 4.00, 0.60 of 4.00, 2.40 of 4.00", () => {
    const charges = [charge("a", "1.00"), charge("a", "0.60"), charge("a", "2.40")];
    expect(allocatedRatiosOf(charges)).toEqual(["0.25", "0.15", "0.6"]);
  });

  it("sums to 1 as written where thirds do not end: 0.333333333334 + 2 × 0.333333333333 = 1", () => {
    const thirds = allocatedRatiosOf([charge("a", "0.01"), charge("a", "0.01"), charge("a", "0.01")]);
    expect(thirds).toEqual(["0.333333333334", "0.333333333333", "0.333333333333"]);
  });

  it("gives the last digit to the largest remainder: of 7 cents, 3 are 0.428571428571|4, 2 are 0.285714285714|3", () => {
    // 0.428571428571 + 2 × 0.285714285714 = 0.999999999999: one digit is left, and |4 is more than |3.
    const sevenths = allocatedRatiosOf([charge("a", "0.02"), charge("a", "0.03"), charge("a", "0.02")]);
    expect(sevenths).toEqual(["0.285714285714", "0.428571428572", "0.285714285714"]);
  });

  it("knows each origin by itself, and none where nothing was split", () => {
    const charges = [charge("a", "3.00"), charge("b", "9.00", "own"), charge("c", "5.00"), charge("a", "1.00")];
    expect(allocatedRatiosOf(charges)).toEqual(["0.75", null, "1", "0.25"]);
  });

  it("splits a credit as a cost: −1.00 of −4.00", () => {
    expect(allocatedRatiosOf([charge("a", "-1.00"), charge("a", "-3.00")])).toEqual(["0.25", "0.75"]);
  });

  it("keeps one cent of 9,999,999.99 apart from nothing: 1 ÷ 999,999,999", () => {
    // 1 ÷ 999,999,999 = 0.000000001000|000001; what is left of 1 falls to the larger remainder.
    expect(allocatedRatiosOf([charge("a", "0.01"), charge("a", "9999999.98")])).toEqual(["0.000000001", "0.999999999"]);
  });
});
