import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fixedPoint,
  fixedPointText,
  powerOf,
  quotientOf,
  roundedDivision,
  sumOf,
  timesFixed,
  unitsAbove,
  unitsAt,
} from "./fixed-point.ts";

describe("decimal numbers as whole ones", () => {
  it.each([
    ["12.50", 1250n, 2],
    ["-0.05", -5n, 2],
    ["7", 7n, 0],
    [1e-7, 1n, 7],
    [1.5e21, 1500000000000000000000n, 0],
    [0.1, 1n, 1],
  ])("reads %s", (value, units, digitCount) => {
    expect(fixedPoint(value)).toEqual({ units, digitCount });
  });

  it.each([
    [1250n, 2, 2, "12.50"],
    [125_000n, 4, 2, "12.50"],
    [5n, 3, 2, "0.005"],
    [-5n, 2, 2, "-0.05"],
    [0n, 5, 0, "0"],
    [7n, 0, 3, "7.000"],
  ])("writes %s at %d digits", (units, digitCount, least, text) => {
    expect(fixedPointText(units, digitCount, least)).toBe(text);
  });

  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
  ])("divides %s by %s, halves away from zero", (a, b, quotient) => {
    expect(roundedDivision(a, b)).toBe(quotient);
  });

  it("adds, multiplies, divides, raises and rounds as decimal.js does", () => {
    const Exact = Decimal.clone({ precision: 400, rounding: Decimal.ROUND_HALF_UP });
    const text = fc
      .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 14 }))
      .map(([units, digits]) => new Exact(units.toString()).div(new Exact(10).pow(digits)).toFixed());
    const asText = ({ units, digitCount }: { units: bigint; digitCount: number }) =>
      fixedPointText(units, digitCount, 0);
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 12 }), (a, b, digits) => {
        expect(asText(sumOf(fixedPoint(a), fixedPoint(b)))).toBe(new Exact(a).plus(b).toFixed());
        expect(asText(timesFixed(fixedPoint(a), fixedPoint(b)))).toBe(new Exact(a).times(b).toFixed());
        const rounded = new Exact(a).toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
        expect(fixedPointText(unitsAt(fixedPoint(a), digits), digits, 0)).toBe(rounded.plus(0).toFixed());
        const above = new Exact(a).toDecimalPlaces(digits, Decimal.ROUND_CEIL);
        expect(fixedPointText(unitsAbove(fixedPoint(a), digits), digits, 0)).toBe(above.plus(0).toFixed());
        expect(asText(powerOf(fixedPoint(a), digits))).toBe(new Exact(a).pow(digits).toFixed());
        if (new Exact(b).isZero()) return;
        const quotient = new Exact(a).div(b).toDecimalPlaces(60, Decimal.ROUND_HALF_UP);
        expect(asText(quotientOf(fixedPoint(a), fixedPoint(b)))).toBe(quotient.plus(0).toFixed());
      }),
      { numRuns: 1000 },
    );
  });
});
