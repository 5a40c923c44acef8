import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMoney,
  allocateMoney,
  compareMoney,
  convertMoney,
  divideMoney,
  indexMoney,
  isNegativeMoney,
  largerMoney,
  marginRatioOf,
  minorUnitOf,
  money,
  moneyAsNumber,
  multiplyMoney,
  noMoney,
  partOfMoney,
  priceAtMargin,
  ratioOf,
  roundRate,
  roundToMinorUnit,
  roundUpToMinorUnit,
  smallerMoney,
  subtractMoney,
  sumKnown,
  sumMoney,
  wholeMinorUnits,
} from "./money.ts";
import { presentValue } from "./present-value.ts";

const eur = (amount: string) => money(amount, "EUR");

describe("money", () => {
  it("adds and subtracts without a float between", () => {
    expect(addMoney(eur("0.10"), eur("0.20")).amount).toBe("0.30");
    expect(subtractMoney(eur("0.10"), eur("0.30")).amount).toBe("-0.20");
  });

  it("refuses to mix currencies", () => {
    expect(() => addMoney(eur("1"), money("1", "USD"))).toThrow("EUR with USD");
    expect(() => compareMoney(eur("1"), money("1", "USD"))).toThrow(TypeError);
  });

  it("rounds halves away from zero, once", () => {
    expect(roundToMinorUnit(eur("0.125")).amount).toBe("0.13");
    expect(roundToMinorUnit(eur("-0.125")).amount).toBe("-0.13");
    expect(roundToMinorUnit(multiplyMoney(eur("0.335"), 3)).amount).toBe("1.01"); // 1.005
  });

  it("knows the smallest unit of a currency", () => {
    expect(roundToMinorUnit(money("12.5", "JPY")).amount).toBe("13");
    expect(roundToMinorUnit(money("1.2345", "KWD")).amount).toBe("1.235");
    expect(money("5", "HUF").amount).toBe("5.00");
  });

  it("writes a rate with all its digits and an amount with its currency's", () => {
    expect(eur("0.0125")).toEqual({ amount: "0.0125", currency: "EUR" });
    expect(eur("4200")).toEqual({ amount: "4200.00", currency: "EUR" });
  });

  it("has no ratio to nothing", () => {
    expect(ratioOf(eur("1"), eur("0"))).toBeNull();
    expect(ratioOf(eur("1"), eur("4"))).toBe(0.25);
  });
});

describe("allocation", () => {
  const amounts = (parts: readonly ReturnType<typeof eur>[]) => parts.map(({ amount }) => amount);

  it("gives the cent that does not divide to the first", () => {
    expect(amounts(allocateMoney(eur("10.00"), [1n, 1n, 1n]))).toEqual(["3.34", "3.33", "3.33"]);
  });

  it("gives it to the largest remainder before the first", () => {
    // 0.05 by 1 : 2 → 1.67 and 3.33 cents: 1 and 3 whole, the left cent to the remainder of .67
    expect(amounts(allocateMoney(eur("0.05"), [1n, 2n]))).toEqual(["0.02", "0.03"]);
  });

  it("splits a negative amount like its positive", () => {
    expect(amounts(allocateMoney(eur("-10.00"), [1n, 1n, 1n]))).toEqual(["-3.34", "-3.33", "-3.33"]);
  });

  it("splits evenly where nobody has a weight", () => {
    expect(amounts(allocateMoney(eur("1.00"), [0n, 0n]))).toEqual(["0.50", "0.50"]);
  });

  it("refuses nobody and negative weights", () => {
    expect(() => allocateMoney(eur("1"), [])).toThrow(RangeError);
    expect(() => allocateMoney(eur("1"), [2n, -1n])).toThrow(RangeError);
    expect(allocateMoney(eur("0"), [])).toEqual([]);
  });

  it("never loses or invents a minor unit, and stays within one of the exact share", () => {
    const currency = fc.constantFrom("EUR", "JPY", "KWD");
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 });
    const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    fc.assert(
      fc.property(currency, cents, weights, (code, amount, shares) => {
        const whole = roundToMinorUnit(money(`${amount}e-3`, code));
        const parts = allocateMoney(whole, shares);
        expect(compareMoney(sumMoney(parts, code), whole)).toBe(0);
        const sum = shares.reduce((a, b) => a + b, 0n);
        const unit = code === "JPY" ? 1 : code === "EUR" ? 0.01 : 0.001;
        parts.forEach((part, index) => {
          const weight = sum === 0n ? 1 / shares.length : Number(shares[index]) / Number(sum);
          expect(Math.abs(moneyAsNumber(part) - moneyAsNumber(whole) * weight)).toBeLessThan(unit * 1.01);
        });
      }),
    );
  });
});

describe("prices and parts", () => {
  it.each([
    ["75.00", 0.25, "100.00"],
    ["75.01", 0.25, "100.02"], // 100.0133…, the next cent up
    ["100.00", 0, "100.00"],
    ["0.00", 0.5, "0.00"],
    ["1.00", 0.3, "1.43"],
  ])("%s at a margin of %d is sold for %s", (cost, ratio, expected) => {
    expect(priceAtMargin(eur(cost), ratio).amount).toBe(expected);
  });

  it.each([1, 1.5, -0.01, Number.NaN])("refuses a margin ratio of %d", (ratio) => {
    expect(() => priceAtMargin(eur("1"), ratio)).toThrow(RangeError);
  });

  it("tells the margin that a price leaves, a loss too, and none of nothing", () => {
    expect(marginRatioOf(eur("100.00"), eur("75.00"))).toBe(0.25); // (100 − 75) ÷ 100
    expect(marginRatioOf(eur("80.00"), eur("100.00"))).toBe(-0.25); // (80 − 100) ÷ 80
    expect(marginRatioOf(eur("0.00"), eur("10.00"))).toBeNull();
    expect(() => marginRatioOf(eur("1"), money("1", "USD"))).toThrow("EUR with USD");
  });

  it("rounds up to the smallest unit only where it does not divide", () => {
    expect(roundUpToMinorUnit(eur("0.121")).amount).toBe("0.13");
    expect(roundUpToMinorUnit(eur("0.12")).amount).toBe("0.12");
    expect(roundUpToMinorUnit(money("1.2", "JPY")).amount).toBe("2");
  });

  it("keeps a rate at ten digits", () => {
    expect(roundRate(divideMoney(eur("100"), 12)).amount).toBe("8.3333333333");
    expect(roundRate(divideMoney(eur("200"), 3)).amount).toBe("66.6666666667");
  });

  it("takes a part by whole numbers, nothing of nothing", () => {
    expect(roundRate(partOfMoney(eur("10"), 1n, 3n)).amount).toBe("3.3333333333");
    expect(partOfMoney(eur("10"), 0n, 0n).amount).toBe("0.00");
  });

  it("converts by a rate given as text", () => {
    const converted = convertMoney(eur("10"), "0.95", "CHF");
    expect([converted.amount, converted.currency]).toEqual(["9.50", "CHF"]);
  });

  it("knows larger, smaller and negative, and zero is not negative", () => {
    expect(largerMoney(eur("1"), eur("2")).amount).toBe("2.00");
    expect(smallerMoney(eur("1"), eur("2")).amount).toBe("1.00");
    expect(isNegativeMoney(eur("-0.01"))).toBe(true);
    expect(isNegativeMoney(multiplyMoney(eur("0"), -1))).toBe(false);
    expect(isNegativeMoney(eur("0.01"))).toBe(false);
  });

  it("counts smallest units, rounded", () => {
    expect(wholeMinorUnits(eur("12.345"))).toBe(1235n);
    expect(wholeMinorUnits(money("12", "JPY"))).toBe(12n);
    expect(wholeMinorUnits(money("-1.5", "KWD"))).toBe(-1500n);
    expect(minorUnitOf("KWD").amount).toBe("0.001");
    expect(moneyAsNumber(eur("12.34"))).toBe(12.34);
  });
});

describe("money over time", () => {
  /** So much at the end of one month, nothing at the ends of the others. */
  const after = (months: number, amount: string) => [...Array(months - 1).fill(noMoney("EUR")), eur(amount)];
  const worth = (flows: Parameters<typeof presentValue>[0], percent: number) =>
    presentValue(flows, percent, "EUR").amount;

  it("is worth less the later it comes: ÷ (1 + r)^(month ÷ 12)", () => {
    // 108 ÷ 1.08; 116.64 ÷ 1.08²; 110 ÷ 1.21^(6/12); 100 ÷ 4^(3/12) = 100 ÷ √2.
    expect(worth(after(12, "108.00"), 8)).toBe("100.00");
    expect(worth(after(24, "116.64"), 8)).toBe("100.00");
    expect(worth(after(6, "110.00"), 21)).toBe("100.00");
    expect(worth(after(3, "100.00"), 300)).toBe("70.71");
  });

  it("is worth what it is where money costs nothing", () => {
    expect(worth([eur("-100.00"), eur("30.10"), eur("30.20")], 0)).toBe("-39.70");
    expect(worth([], 8)).toBe("0.00");
  });

  it("adds up what comes at different times", () => {
    expect(worth([...after(12, "108.00"), ...after(12, "-58.32")], 8)).toBe("50.00");
  });

  it("rises once a year, on what it rose to before", () => {
    expect(indexMoney(eur("100.00"), 2, 0).amount).toBe("100.00");
    expect(indexMoney(eur("100.00"), 2, 2).amount).toBe("104.04");
    expect(indexMoney(eur("1000.00"), 2.5, 2).amount).toBe("1050.625");
  });

  it("is unknown in all where one part is", () => {
    expect(sumKnown([eur("1.00"), null], "EUR")).toBeNull();
    expect(sumKnown([], "EUR")).toEqual(noMoney("EUR"));
  });
});
