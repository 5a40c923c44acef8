import type { CurrencyCode } from "../base/currency.ts";
import { type FixedPoint, fixedPoint } from "../base/fixed-point.ts";
import { money } from "../base/money.ts";
import { type HoursFormula, hoursOf } from "../costs/efforts.ts";
import { type Algebra, billOf, chargesOfUses, repricedTiers } from "../prices/bill.ts";
import { monthlyPriceOf } from "../prices/written-price.ts";
import type { PriceBill, TenantBill } from "./price-bill.ts";
import type { PriceSlot } from "./slots.ts";
import { convertedPrice, priceUnitsOf, scaledPrice, trialAlgebra } from "./trial-algebra.ts";
import type { LabourBill, ModelBill, TrialQuestion } from "./trial-question.ts";

/** What a fleet costs and brings in a month, in the currency's smallest unit. */
export interface TrialTotals {
  readonly cost: bigint;
  /** null: what a tenant pays is unknown. */
  readonly price: bigint | null;
}

/** One trial's totals by each model, in the question's order of models. */
export type TotalsOf = (values: readonly string[]) => readonly TrialTotals[];

/** Prices of one trial in the fleet's currency: units of 10^−10 by slot and tier. */
type Prices = readonly (readonly bigint[])[];

type TrialAlgebra = Algebra<bigint, bigint, FixedPoint>;

/**
 * Prices trials: the total of a plan's bill and of its tenants' prices, by the plan's own rules and rounding, without
 * dividing anything among tenants. What no range touches is worked out once.
 */
export function totalsFrom(question: TrialQuestion): TotalsOf {
  const pricesOf = pricer(question.slots, question.currency);
  const hoursWith = hoursFrom(question);
  const algebra = trialAlgebra(question.currency);
  const models = question.models.map((model) => ({
    costOf: costsFrom(model, question.slots, pricesOf([]), algebra),
    labourOf: labourFrom(model.labour, algebra),
    priceOf: model.price === null ? null : pricesFrom(model.price, question.slots, pricesOf([]), algebra),
  }));
  return (values) => {
    const prices = pricesOf(values);
    const hours = hoursWith(values);
    return models.map(({ costOf, labourOf, priceOf }) => ({
      cost: costOf(prices) + labourOf(prices, hours),
      price: priceOf === null ? null : priceOf(prices),
    }));
  };
}

/** Without values: every price at its base. */
function pricer(slots: readonly PriceSlot[], currency: CurrencyCode): (values: readonly string[]) => Prices {
  const known = slots.map(({ tiers, rangeIndex, exchangeRate, spread }) => {
    const given = tiers.map(priceUnitsOf);
    const exchange = exchangeRate === null ? null : fixedPoint(exchangeRate);
    const here = (prices: readonly bigint[]) =>
      exchange === null ? prices : prices.map((price) => convertedPrice(price, exchange));
    const priceOf = (value: string) =>
      priceUnitsOf(
        spread === null
          ? value
          : monthlyPriceOf(money(value, spread.residualValue?.currency ?? currency), spread).amount,
      );
    return { given, rangeIndex, here, priceOf, base: here(given) };
  });
  return (values) =>
    known.map(({ given, rangeIndex, here, priceOf, base }) => {
      const value = rangeIndex === null ? undefined : values[rangeIndex];
      return value === undefined ? base : here(repricedTiers(given, priceOf(value), isFree, scaledPrice));
    });
}

function isFree(price: bigint): boolean {
  return price === 0n;
}

/** Hours a month of one cluster. */
type Hours = (formula: HoursFormula) => number;

function hoursFrom({ settings }: TrialQuestion): (values: readonly string[]) => Hours {
  return (values) => {
    const figureOf = (id: string) => {
      const setting = settings[id];
      if (setting === undefined) throw new Error(`The trials know no ${id}.`);
      return Number(setting.rangeIndex === null ? setting.base : values[setting.rangeIndex]);
    };
    return (formula) => hoursOf(formula, figureOf);
  };
}

interface Line {
  readonly slotIndex: number;
  readonly tierIndex: number;
  readonly quantity: FixedPoint;
}

function priceIn(prices: Prices, { slotIndex, tierIndex }: Omit<Line, "quantity">): bigint {
  return prices[slotIndex]?.[tierIndex] as bigint;
}

function costsFrom({ lines }: ModelBill, slots: readonly PriceSlot[], base: Prices, { amountOf }: TrialAlgebra) {
  const read = lines.map((line) => ({ ...line, quantity: fixedPoint(line.quantity), times: BigInt(line.lineCount) }));
  const isVaried = ({ slotIndex }: Line) => slots[slotIndex]?.rangeIndex !== null;
  const sumOf = (some: typeof read, prices: Prices) =>
    some.reduce((sum, line) => sum + amountOf(priceIn(prices, line), line.quantity) * line.times, 0n);
  const varied = read.filter(isVaried);
  const fixed = sumOf(
    read.filter((line) => !isVaried(line)),
    base,
  );
  return (prices: Prices) => fixed + sumOf(varied, prices);
}

function labourFrom(bills: readonly LabourBill[], { amountOf }: TrialAlgebra) {
  return (prices: Prices, hours: Hours) =>
    bills.reduce((sum, { slotIndex, efforts, tariff }) => {
      const uses = efforts.map(({ formula, clusterCount }) => ({ quantity: hours(formula), placeCount: clusterCount }));
      return chargesOfUses(tariff, uses).reduce((all, { quantity, unitPrice: tierIndex, placeCount }) => {
        const amount = amountOf(priceIn(prices, { slotIndex, tierIndex }), fixedPoint(quantity));
        return all + amount * BigInt(placeCount);
      }, sum);
    }, 0n);
}

function pricesFrom(bill: PriceBill, slots: readonly PriceSlot[], base: Prices, algebra: TrialAlgebra) {
  const { minimumFeeSlotIndex: feeIndex } = bill;
  const agreed = bill.agreed.reduce((sum, text) => sum + algebra.rounded(priceUnitsOf(text)), 0n);
  const tenants = bill.tenants.map((tenant) => tenantPrice(tenant, algebra));
  const priceAt = (prices: Prices) => {
    const fee = feeIndex === null ? null : priceIn(prices, { slotIndex: feeIndex, tierIndex: 0 });
    return tenants.reduce((sum, priceOf) => sum + priceOf(prices, fee), agreed);
  };
  const used = bill.tenants.flatMap(({ charges }) => charges.map(({ slotIndex }) => slotIndex));
  const isVaried = [...used, ...(feeIndex === null ? [] : [feeIndex])].some(
    (slotIndex) => slots[slotIndex]?.rangeIndex !== null,
  );
  const atBase = priceAt(base);
  return isVaried ? priceAt : () => atBase;
}

function tenantPrice({ charges, terms }: TenantBill, algebra: TrialAlgebra) {
  const lines = charges.map((line) => ({ ...line, quantity: fixedPoint(line.quantity) }));
  const { discount, discountCeiling, support } = terms;
  const read = {
    discount: fixedPoint(discount),
    discountCeiling: discountCeiling === null ? null : priceUnitsOf(discountCeiling),
    support: support === null ? null : { share: fixedPoint(support.share), minimum: priceUnitsOf(support.minimum) },
  };
  return (prices: Prices, minimumFee: bigint | null): bigint => {
    const amounts = lines.map((line) => algebra.amountOf(priceIn(prices, line), line.quantity));
    return billOf(amounts, { ...read, minimumFee }, algebra).total;
  };
}
