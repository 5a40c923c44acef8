import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedPoint } from "../base/fixed-point.ts";
import { money, moneyOfMinorUnits } from "../base/money.ts";
import { priceUnitsOf, scaledPrice, trialAlgebra } from "../whatif/trial-algebra.ts";
import { billOf, chargesOfUses } from "./bill.ts";
import { moneyAlgebra, repricedTariff } from "./money-bill.ts";
import { flatTariff, type Tariff } from "./tariff.ts";

const eur = (amount: string) => money(amount, "EUR");
const NO_TERMS = { discount: 0, discountCeiling: null, minimumFee: null, support: null };

function billed(
  charges: readonly string[],
  terms: Partial<Parameters<typeof billOf<ReturnType<typeof eur>, ReturnType<typeof eur>, number>>[1]>,
) {
  const bill = billOf(charges.map(eur), { ...NO_TERMS, ...terms }, moneyAlgebra("EUR"));
  return [bill.discount, bill.topUp, bill.support, bill.total].map(({ amount }) => amount);
}

describe("a tenant's bill", () => {
  it.each([
    ["charges alone", {}, ["0.00", "0.00", "0.00", "300.00"]],
    ["5 % off, each charge rounded", { discount: 0.05 }, ["15.00", "0.00", "0.00", "285.00"]],
    ["30 % off, at most 50", { discount: 0.3, discountCeiling: eur("50") }, ["50.00", "0.00", "0.00", "250.00"]],
    ["no less than 400", { minimumFee: eur("400") }, ["0.00", "100.00", "0.00", "400.00"]],
    ["no less than 200, which is reached", { minimumFee: eur("200") }, ["0.00", "0.00", "0.00", "300.00"]],
    ["support of 10 %", { support: { share: 0.1, minimum: eur("20") } }, ["0.00", "0.00", "30.00", "330.00"]],
    ["support of at least 50", { support: { share: 0.1, minimum: eur("50") } }, ["0.00", "0.00", "50.00", "350.00"]],
    [
      "support of what the minimum fee has filled up",
      { minimumFee: eur("400"), support: { share: 0.1, minimum: eur("20") } },
      ["0.00", "100.00", "40.00", "440.00"],
    ],
  ])("%s", (_what, terms, expected) => {
    expect(billed(["100.00", "200.00"], terms)).toEqual(expected);
  });

  it("comes to the same in money and in the whole numbers of trials", () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 });
    const price = fc.integer({ min: 0, max: 10_000_000 }).map((units) => (units / 1000).toFixed(3));
    const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
    const terms = fc.record({
      discount: share,
      discountCeiling: fc.option(price),
      minimumFee: fc.option(price),
      support: fc.option(fc.record({ share, minimum: price })),
    });
    fc.assert(
      fc.property(
        fc.constantFrom("EUR", "JPY", "KWD"),
        fc.array(cents, { maxLength: 9 }),
        terms,
        (code, charges, drawn) => {
          const asMoney = (text: string | null) => (text === null ? null : money(text, code));
          const asUnits = (text: string | null) => (text === null ? null : priceUnitsOf(text));
          const { discount, discountCeiling, minimumFee, support } = drawn;
          const inMoney = billOf(
            charges.map((count) => moneyOfMinorUnits(BigInt(count), code)),
            {
              discount,
              discountCeiling: asMoney(discountCeiling),
              minimumFee: asMoney(minimumFee),
              support: support === null ? null : { share: support.share, minimum: money(support.minimum, code) },
            },
            moneyAlgebra(code),
          );
          const inUnits = billOf(
            charges.map(BigInt),
            {
              discount: fixedPoint(discount),
              discountCeiling: asUnits(discountCeiling),
              minimumFee: asUnits(minimumFee),
              support:
                support === null ? null : { share: fixedPoint(support.share), minimum: priceUnitsOf(support.minimum) },
            },
            trialAlgebra(code),
          );
          for (const part of ["discount", "topUp", "support", "total"] as const) {
            expect(moneyOfMinorUnits(inUnits[part], code)).toEqual(inMoney[part]);
          }
        },
      ),
    );
  });
});

describe("uses of one price", () => {
  const tiered: Tariff = {
    ...flatTariff(eur("2")),
    tiers: [
      { fromQuantity: 0, unitPrice: eur("2") },
      { fromQuantity: 10, unitPrice: eur("1") },
    ],
  };

  it("are billed each by itself at one price, and together where it depends on how much", () => {
    const uses = [
      { quantity: 4, placeCount: 3 },
      { quantity: 0, placeCount: 5 },
    ];
    expect(chargesOfUses(flatTariff(eur("2")), uses)).toMatchObject([{ quantity: 4, placeCount: 3 }]);
    expect(chargesOfUses(tiered, uses).map(({ quantity, unitPrice }) => [quantity, unitPrice.amount])).toEqual([
      [10, "2.00"],
      [2, "1.00"],
    ]);
    expect(chargesOfUses(tiered, [])).toEqual([]);
  });

  it("move with the first tier, and take its price where that was free", () => {
    const pricesOf = (tariff: Tariff) => tariff.tiers.map(({ unitPrice }) => unitPrice.amount);
    expect(pricesOf(repricedTariff(tiered, eur("3")))).toEqual(["3.00", "1.50"]);
    const free = { ...tiered, tiers: [{ fromQuantity: 0, unitPrice: eur("0") }, ...tiered.tiers.slice(1)] };
    expect(pricesOf(repricedTariff(free, eur("3")))).toEqual(["3.00", "3.00"]);
    expect(scaledPrice(priceUnitsOf("1"), priceUnitsOf("2"), priceUnitsOf("3"))).toBe(priceUnitsOf("1.5"));
  });
});
