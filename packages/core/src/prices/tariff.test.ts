import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMoney, compareMoney, money, multiplyMoney, noMoney } from "../base/money.ts";
import { type Charge, chargesFor, flatTariff, isFlat, type Tariff } from "./tariff.ts";

const eur = (amount: string) => money(amount, "EUR");
const plain = (charges: readonly Charge[]) =>
  charges.map(({ quantity, unitPrice, reason, fromQuantity }) => [quantity, unitPrice.amount, reason, fromQuantity]);
const tiered = (more: Partial<Tariff> = {}): Tariff => ({
  ...flatTariff(eur("10")),
  tiers: [
    { fromQuantity: 0, unitPrice: eur("10") },
    { fromQuantity: 100, unitPrice: eur("8") },
    { fromQuantity: 300, unitPrice: eur("5") },
  ],
  ...more,
});

describe("what a quantity is billed as", () => {
  it("is one charge at one price", () => {
    expect(plain(chargesFor(flatTariff(eur("10")), 7))).toEqual([[7, "10.00", "usage", null]]);
    expect(chargesFor(flatTariff(eur("10")), 0)).toEqual([]);
  });

  it.each([
    ["below the first bound", 99, [[99, "10.00", "usage", 0]]],
    ["at the bound", 100, [[100, "10.00", "usage", 0]]],
    [
      "just beyond it",
      101,
      [
        [100, "10.00", "usage", 0],
        [1, "8.00", "usage", 100],
      ],
    ],
    [
      "in the last tier",
      310,
      [
        [100, "10.00", "usage", 0],
        [200, "8.00", "usage", 100],
        [10, "5.00", "usage", 300],
      ],
    ],
  ])("graduated: each unit at its own tier's price, %s", (_what, quantity, expected) => {
    expect(plain(chargesFor(tiered(), quantity))).toEqual(expected);
  });

  it.each([
    [100, [[100, "10.00", "usage", 0]]],
    [101, [[101, "8.00", "usage", 100]]],
    [300, [[300, "8.00", "usage", 100]]],
    [301, [[301, "5.00", "usage", 300]]],
  ])("volume: all %d units at the price of the tier the last one falls in", (quantity, expected) => {
    expect(plain(chargesFor(tiered({ mode: "volume" }), quantity))).toEqual(expected);
  });

  it("fills the last step, says so, and adds none where it is full", () => {
    const steps = { ...flatTariff(eur("0.20")), stepQuantity: 100 };
    expect(plain(chargesFor(steps, 230))).toEqual([
      [230, "0.20", "usage", null],
      [70, "0.20", "step", null],
    ]);
    expect(plain(chargesFor(steps, 200))).toEqual([[200, "0.20", "usage", null]]);
    expect(chargesFor(steps, 0)).toEqual([]);
    expect(plain(chargesFor({ ...steps, stepQuantity: 0.1 }, 0.3))).toEqual([[0.3, "0.20", "usage", null]]);
  });

  it("reaches the minimum, after steps, at the tiers' prices", () => {
    const least = tiered({ minimumQuantity: 120, stepQuantity: 50 });
    expect(plain(chargesFor(least, 60))).toEqual([
      [60, "10.00", "usage", 0],
      [40, "10.00", "step", 0],
      [20, "8.00", "minimum", 100],
    ]);
    expect(plain(chargesFor(least, 0))).toEqual([
      [100, "10.00", "minimum", 0],
      [20, "8.00", "minimum", 100],
    ]);
  });

  it("leaves out what is included", () => {
    const including = { ...flatTariff(eur("3")), includedQuantity: 16 };
    expect(chargesFor(including, 16)).toEqual([]);
    expect(plain(chargesFor(including, 16.5))).toEqual([[0.5, "3.00", "usage", null]]);
  });

  it("prices a minimum by volume at the tier that the minimum reaches", () => {
    const volume = tiered({ mode: "volume", minimumQuantity: 301 });
    expect(plain(chargesFor(volume, 50))).toEqual([
      [50, "5.00", "usage", 300],
      [251, "5.00", "minimum", 300],
    ]);
  });

  it("is flat only with nothing that makes the price depend on the quantity", () => {
    expect(isFlat(flatTariff(eur("1")))).toBe(true);
    for (const more of [{ stepQuantity: 1 }, { minimumQuantity: 1 }, { includedQuantity: 1 }]) {
      expect(isFlat({ ...flatTariff(eur("1")), ...more })).toBe(false);
    }
    expect(isFlat(tiered())).toBe(false);
  });
});

describe("what holds for every tariff", () => {
  const tariffs = fc
    .record({
      mode: fc.constantFrom("graduated" as const, "volume" as const),
      widths: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 4 }),
      cents: fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 5, maxLength: 5 }),
      stepQuantity: fc.option(fc.integer({ min: 1, max: 50 })),
      minimumQuantity: fc.integer({ min: 0, max: 300 }),
      includedQuantity: fc.integer({ min: 0, max: 50 }),
    })
    .map(({ widths, cents, ...rest }): Tariff => {
      let from = 0;
      const bounds = [0, ...widths.map((width) => (from += width))];
      return {
        ...rest,
        tiers: bounds.map((fromQuantity, index) => ({
          fromQuantity,
          unitPrice: eur(String((cents[index] ?? 0) / 100)),
        })),
      };
    });
  const quantities = fc.integer({ min: 0, max: 2000 }).map((tenths) => tenths / 10);
  const cost = (charges: readonly Charge[]) =>
    charges.map(({ unitPrice, quantity }) => multiplyMoney(unitPrice, quantity)).reduce(addMoney, noMoney("EUR"));

  it("bills neither less nor more than it says: use, full steps, the minimum", () => {
    fc.assert(
      fc.property(tariffs, quantities, (tariff, quantity) => {
        const charges = chargesFor(tariff, quantity);
        const total = charges.reduce((sum, charge) => sum + charge.quantity, 0);
        const used = Math.max(0, quantity - tariff.includedQuantity);
        const step = tariff.stepQuantity ?? 0;
        const stepped = step === 0 ? used : Math.ceil(Number((used / step).toFixed(9))) * step;
        expect(total).toBeCloseTo(Math.max(stepped, tariff.minimumQuantity), 6);
        const ofUse = charges
          .filter(({ reason }) => reason === "usage")
          .reduce((sum, charge) => sum + charge.quantity, 0);
        expect(ofUse).toBeCloseTo(used, 6);
        for (const charge of charges) expect(charge.quantity).toBeGreaterThan(0);
      }),
    );
  });

  it("graduated: more never costs less", () => {
    fc.assert(
      fc.property(tariffs, quantities, quantities, (tariff, a, b) => {
        const graduated = { ...tariff, mode: "graduated" as const };
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(compareMoney(cost(chargesFor(graduated, less)), cost(chargesFor(graduated, more)))).toBeLessThanOrEqual(
          0,
        );
      }),
    );
  });
});
