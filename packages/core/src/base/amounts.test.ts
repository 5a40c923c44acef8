import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addedAmount,
  amountAt,
  amountTimes,
  amountTimesAt,
  comparedAmounts,
  ratioOfAmounts,
  sumOfAmounts,
} from "./amounts.ts";
import { fixedPoint, fixedPointText, quotientOf, sumOf, timesFixed, unitsAt } from "./fixed-point.ts";
import { shortDecimal } from "./short-decimal.ts";

/** Amounts of all lengths: those that numbers hold, those at the edge, and those far beyond it. */
const amount = fc
  .tuple(fc.oneof(fc.bigInt(-(10n ** 6n), 10n ** 6n), fc.bigInt(-(10n ** 17n), 10n ** 17n)), fc.nat(18))
  .map(([units, digitCount]) => fixedPointText(units, digitCount, Math.min(digitCount, 2)));
const digits = fc.nat(4);
const quantity = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }));

function negated(text: string) {
  const { units, digitCount } = fixedPoint(text);
  return { units: -units, digitCount };
}

describe("amounts worked out with as numbers are what whole numbers without a bound say", () => {
  it("sums and differences", () => {
    fc.assert(
      fc.property(amount, amount, digits, (a, b, least) => {
        const sum = sumOf(fixedPoint(a), fixedPoint(b));
        expect(addedAmount(a, b, 1, least)).toBe(fixedPointText(sum.units, sum.digitCount, least));
        const rest = sumOf(fixedPoint(a), negated(b));
        expect(addedAmount(a, b, -1, least)).toBe(fixedPointText(rest.units, rest.digitCount, least));
        expect(comparedAmounts(a, b)).toBe(rest.units < 0n ? -1 : rest.units > 0n ? 1 : 0);
      }),
    );
  });

  it("sums of many", () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 40 }), digits, (all, least) => {
        const sum = all.map(fixedPoint).reduce(sumOf, fixedPoint("0"));
        expect(sumOfAmounts(all, least)).toBe(fixedPointText(sum.units, sum.digitCount, least));
      }),
    );
  });

  it("products, as they are and rounded", () => {
    fc.assert(
      fc.property(amount, quantity, digits, (a, times, wanted) => {
        const product = timesFixed(fixedPoint(a), fixedPoint(times));
        expect(amountTimes(a, times, wanted)).toBe(fixedPointText(product.units, product.digitCount, wanted));
        expect(amountTimesAt(a, times, wanted)).toBe(fixedPointText(unitsAt(product, wanted), wanted, wanted));
        expect(amountAt(a, wanted)).toBe(fixedPointText(unitsAt(fixedPoint(a), wanted), wanted, wanted));
      }),
    );
  });

  it("ratios, to the last bit of a number", () => {
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        fc.pre(/[1-9]/.test(whole));
        const { units, digitCount } = quotientOf(fixedPoint(part), fixedPoint(whole));
        expect(ratioOfAmounts(part, whole)).toBe(Number(fixedPointText(units, digitCount, 0)));
      }),
    );
  });
});

describe("what numbers hold exactly", () => {
  it.each(["12.50", "-0.005", "0", "-0.00", "99999999999999.", "0.0123456789"])("takes %s", (text) => {
    expect(shortDecimal(text)).toBeDefined();
  });

  it.each(["9007199254740993", "-1234567890123.45", "1e-7", "1.5e3"])("leaves %s to others", (text) => {
    expect(shortDecimal(text)).toBeUndefined();
  });

  it("sums past the safe integers exactly", () => {
    const most = "999999999999999"; // 15 letters; ten of them are beyond 2^53
    expect(
      sumOfAmounts(
        Array.from({ length: 10 }, () => most),
        2,
      ),
    ).toBe("9999999999999990.00");
    expect(addedAmount("99999999999.999", "-0.0000000001", 1, 2)).toBe("99999999999.9989999999");
  });

  it("rounds halves away from zero", () => {
    expect(amountAt("0.125", 2)).toBe("0.13");
    expect(amountAt("-0.125", 2)).toBe("-0.13");
    expect(amountAt("-0.004", 2)).toBe("0.00");
    expect(amountTimesAt("0.0000000005", 1e7, 2)).toBe("0.01"); // 0.005
  });
});
