import { type HoursFormula, hoursOf } from "../costs/efforts.ts";
import { chargesFor, isFlat } from "../prices/tariff.ts";
import { tidy } from "../stage-line.ts";
import {
  amountOf,
  convertedRate,
  type Exact,
  exactOf,
  rateDivisorOf,
  rateUnitsOf,
  roundedDivision,
  shareOf,
} from "./exact.ts";
import type { PriceBill, TenantBill } from "./price-bill.ts";
import type { LabourBill, ModelBill, PriceSlot, TrialQuestion } from "./trial-question.ts";

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

/**
 * Reckons trials: the total of a plan's bill and of its tenants' prices, each line rounded as the plan rounds it, without
 * dividing anything among tenants. What no range touches is reckoned once.
 */
export function totalsFrom(question: TrialQuestion): TotalsOf {
  const pricesOf = pricer(question.slots);
  const hoursWith = hoursFrom(question);
  const divisor = rateDivisorOf(question.currency);
  const models = question.models.map((model) => ({
    costOf: costsFrom(model, question.slots, pricesOf([]), divisor),
    labourOf: labourFrom(model.labour, divisor),
    priceOf: model.price === null ? null : pricesFrom(model.price, question.slots, pricesOf([]), divisor),
  }));
  return (values) => {
    const prices = pricesOf(values);
    const hoursHere = hoursWith(values);
    return models.map(({ costOf, labourOf, priceOf }) => ({
      cost: costOf(prices) + labourOf(prices, hoursHere),
      price: priceOf === null ? null : priceOf(prices),
    }));
  };
}

/** Without values: every price at its base. */
function pricer(slots: readonly PriceSlot[]): (values: readonly string[]) => Prices {
  const known = slots.map(({ tiers, rangeIndex, exchangeRate }) => {
    const given = tiers.map(rateUnitsOf);
    const exchange = exchangeRate === null ? null : exactOf(exchangeRate);
    const here = (prices: readonly bigint[]) =>
      exchange === null ? prices : prices.map((price) => convertedRate(price, exchange));
    return { given, rangeIndex, here, base: here(given) };
  });
  return (values) =>
    known.map(({ given, rangeIndex, here, base }) => {
      const value = rangeIndex === null ? undefined : values[rangeIndex];
      return value === undefined ? base : here(scaledTiers(given, rateUnitsOf(value)));
    });
}

function scaledTiers(tiers: readonly bigint[], first: bigint): readonly bigint[] {
  const before = tiers[0] as bigint;
  return tiers.map((price, index) => (index === 0 ? first : roundedDivision(price * first, before)));
}

/** Hours a month of one cluster. */
type Hours = (formula: HoursFormula) => number;

function hoursFrom({ settings }: TrialQuestion): (values: readonly string[]) => Hours {
  return (values) => {
    const numberOf = (id: string) => {
      const setting = settings[id];
      if (setting === undefined) throw new Error(`The trials know no ${id}.`);
      return Number(setting.rangeIndex === null ? setting.base : values[setting.rangeIndex]);
    };
    return (formula) => hoursOf(formula, numberOf);
  };
}

interface Line {
  readonly slotIndex: number;
  readonly tierIndex: number;
  readonly quantity: Exact;
  readonly times: bigint;
}

function amountAt({ slotIndex, tierIndex, quantity }: Omit<Line, "times">, prices: Prices, divisor: bigint): bigint {
  return amountOf(prices[slotIndex]?.[tierIndex] as bigint, quantity, divisor);
}

function costsFrom({ lines }: ModelBill, slots: readonly PriceSlot[], base: Prices, divisor: bigint) {
  const read = lines.map(
    (line): Line => ({ ...line, quantity: exactOf(line.quantity), times: BigInt(line.lineCount) }),
  );
  const isVaried = ({ slotIndex }: Line) => slots[slotIndex]?.rangeIndex !== null;
  const sumOf = (some: readonly Line[], prices: Prices) =>
    some.reduce((sum, line) => sum + amountAt(line, prices, divisor) * line.times, 0n);
  const varied = read.filter(isVaried);
  const fixed = sumOf(
    read.filter((line) => !isVaried(line)),
    base,
  );
  return (prices: Prices) => fixed + sumOf(varied, prices);
}

function labourFrom(bills: readonly LabourBill[], divisor: bigint) {
  return (prices: Prices, hours: Hours) =>
    bills.reduce((sum, { slotIndex, efforts, tariff }) => {
      const worked = efforts
        .map(({ formula, clusterCount }) => ({ quantity: hours(formula), clusterCount }))
        .filter(({ quantity }) => quantity > 0);
      const amount = (quantity: number, tierIndex: number) =>
        amountAt({ slotIndex, tierIndex, quantity: exactOf(quantity) }, prices, divisor);
      // As the bill has it: a line a cluster at one price, one a tier of all of them together elsewhere.
      if (isFlat(tariff)) {
        return worked.reduce(
          (all, { quantity, clusterCount }) => all + amount(quantity, 0) * BigInt(clusterCount),
          sum,
        );
      }
      const quantity = tidy(worked.reduce((total, one) => total + one.quantity * one.clusterCount, 0));
      const charges = quantity === 0 ? [] : chargesFor(tariff, quantity);
      return charges.reduce((all, charge) => all + amount(charge.quantity, charge.unitPrice), sum);
    }, 0n);
}

function pricesFrom(bill: PriceBill, slots: readonly PriceSlot[], base: Prices, divisor: bigint) {
  const agreed = bill.agreed.reduce((sum, text) => sum + roundedDivision(rateUnitsOf(text), divisor), 0n);
  const ceiling = bill.discountCeiling === null ? null : rateUnitsOf(bill.discountCeiling);
  const minimumOf = (prices: Prices) =>
    bill.minimumFeeSlotIndex === null ? 0n : roundedDivision(prices[bill.minimumFeeSlotIndex]?.[0] as bigint, divisor);
  const tenants = bill.tenants.map((tenant) => tenantPrice(tenant, ceiling, divisor));
  const priceAt = (prices: Prices) => {
    const minimum = minimumOf(prices);
    return tenants.reduce((sum, priceOf) => sum + priceOf(prices, minimum), agreed);
  };
  const isVaried = [
    ...bill.tenants.flatMap(({ charges }) => charges.map(({ slotIndex }) => slotIndex)),
    ...(bill.minimumFeeSlotIndex === null ? [] : [bill.minimumFeeSlotIndex]),
  ].some((slotIndex) => slots[slotIndex]?.rangeIndex !== null);
  const atBase = priceAt(base);
  return isVaried ? priceAt : () => atBase;
}

/** Charges less discounts, no less than the minimum fee, and support on top. */
function tenantPrice({ charges, discount, support }: TenantBill, ceiling: bigint | null, divisor: bigint) {
  const lines = charges.map((line) => ({ ...line, quantity: exactOf(line.quantity) }));
  const off = exactOf(discount);
  const plan =
    support === null
      ? null
      : { share: exactOf(support.share), minimum: roundedDivision(rateUnitsOf(support.minimum), divisor) };
  return (prices: Prices, minimum: bigint): bigint => {
    const amounts = lines.map((line) => amountAt(line, prices, divisor));
    const listed = amounts.reduce((sum, amount) => sum + amount, 0n);
    const wanted = amounts.reduce((sum, amount) => sum + shareOf(amount, off), 0n);
    const isCut = ceiling !== null && wanted * divisor > ceiling;
    const charged = listed - (isCut ? roundedDivision(ceiling, divisor) : wanted);
    const recurring = larger(charged, minimum);
    if (plan === null) return recurring;
    const fee = shareOf(recurring, plan.share);
    return recurring + larger(fee, plan.minimum);
  };
}

/** Math.max is for numbers only. */
function larger(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
