import { tidy } from "../input/number-line.ts";
import { type Charge, chargesFor, isFlat, type Tariff, type Tier } from "./tariff.ts";

/**
 * The rules by which quantities and prices become amounts, once for everybody: the plan's bill and tenants' prices in
 * `Money`, thousands of trials in whole numbers. What an amount is, an algebra says.
 */
export interface Algebra<Price, Amount, Quantity> {
  readonly none: Amount;
  add(a: Amount, b: Amount): Amount;
  subtract(a: Amount, b: Amount): Amount;
  /** Whether an amount is more than another. */
  exceeds(a: Amount, b: Amount): boolean;
  /** Whether an amount is more than a price, before that is rounded. */
  exceedsPrice(a: Amount, b: Price): boolean;
  /** quantity × price, rounded once. */
  amountOf(price: Price, quantity: Quantity): Amount;
  /** A price as an amount: rounded. */
  rounded(price: Price): Amount;
  /** A part of an amount, rounded: 0.03 of it. */
  partOf(amount: Amount, share: Quantity): Amount;
}

/** So much is used, in so many places alike. */
export interface AlikeUses {
  readonly quantity: number;
  readonly placeCount: number;
}

/** What the uses of one price are billed as: each by itself at one price, together where the price depends on how much. */
export function chargesOfUses<Price>(
  tariff: Tariff<Price>,
  uses: readonly AlikeUses[],
): readonly (Charge<Price> & { readonly placeCount: number })[] {
  const present = uses.filter(({ quantity }) => quantity > 0);
  if (isFlat(tariff)) {
    const { unitPrice } = tariff.tiers[0] as Tier<Price>;
    return present.map((use) => ({ ...use, unitPrice, reason: "usage", fromQuantity: null }));
  }
  const quantity = tidy(present.reduce((sum, use) => sum + use.quantity * use.placeCount, 0));
  return quantity === 0 ? [] : chargesFor(tariff, quantity).map((charge) => ({ ...charge, placeCount: 1 }));
}

/** What holds for all that one tenant is charged. */
export interface BillTerms<Price, Quantity> {
  /** Off every charge: 0.03 for 3 %. */
  readonly discount: Quantity;
  /** What all discounts together are at most; null: no bound. */
  readonly discountCeiling: Price | null;
  /** It pays no less than this, support apart; null: no such fee. */
  readonly minimumFee: Price | null;
  /** The larger of a part of what recurs and a minimum; null: no support. */
  readonly support: { readonly share: Quantity; readonly minimum: Price } | null;
}

export interface Bill<Amount> {
  /** Of each charge, as its percentage has it; null where all together exceed the ceiling. */
  readonly discounts: readonly Amount[] | null;
  /** What is taken off altogether. */
  readonly discount: Amount;
  /** What is missing to the minimum fee; none where nothing is. */
  readonly topUp: Amount;
  readonly support: Amount;
  /** charges − discount + topUp + support. */
  readonly total: Amount;
}

/** Charges less discounts, no less than the minimum fee, and support on top. */
export function billOf<Price, Amount, Quantity>(
  charges: readonly Amount[],
  { discount, discountCeiling, minimumFee, support }: BillTerms<Price, Quantity>,
  algebra: Algebra<Price, Amount, Quantity>,
): Bill<Amount> {
  const { add, subtract, none } = algebra;
  const discounts = charges.map((charge) => algebra.partOf(charge, discount));
  const wanted = discounts.reduce(add, none);
  const isCut = discountCeiling !== null && algebra.exceedsPrice(wanted, discountCeiling);
  const off = isCut ? algebra.rounded(discountCeiling) : wanted;
  const charged = subtract(charges.reduce(add, none), off);
  const least = minimumFee === null ? none : algebra.rounded(minimumFee);
  const topUp = minimumFee !== null && algebra.exceeds(least, charged) ? subtract(least, charged) : none;
  const recurring = add(charged, topUp);
  const fee = support === null ? none : supportFee(recurring, support, algebra);
  return { discounts: isCut ? null : discounts, discount: off, topUp, support: fee, total: add(recurring, fee) };
}

function supportFee<Price, Amount, Quantity>(
  recurring: Amount,
  { share, minimum }: { readonly share: Quantity; readonly minimum: Price },
  algebra: Algebra<Price, Amount, Quantity>,
): Amount {
  const [part, least] = [algebra.partOf(recurring, share), algebra.rounded(minimum)];
  return algebra.exceeds(part, least) ? part : least;
}

/**
 * Prices of tiers where the first is another one. The others keep their proportion to it; where it was free there is none,
 * and all take the new price.
 * @param scaled a tier's price × the new first price ÷ the old one
 */
export function repricedTiers<Price>(
  tiers: readonly Price[],
  first: Price,
  isFree: (price: Price) => boolean,
  scaled: (price: Price, from: Price, to: Price) => Price,
): readonly Price[] {
  const before = tiers[0] as Price;
  return tiers.map((price, index) => (index === 0 || isFree(before) ? first : scaled(price, before, first)));
}
