import { divideMoney, type Money, roundRate, subtractMoney } from "../base/money.ts";

/** A price as its book says it, beside the one a month that plans count with: a year's, a term's, what a host is bought for. */
export interface WrittenPrice {
  /** As the book writes it: `vCPU-year`, `hour`, `host`. */
  readonly unit: string;
  /** Of the first tier, in the book's currency. */
  readonly unitPrice: Money;
  /** Over how many months it is spread. */
  readonly months: number;
  /** Not spread, as the host is worth it in the end; null where nothing is bought. */
  readonly residualValue: Money | null;
}

/**
 * A price a month, at ten digits: (price − residual value) ÷ months.
 *
 * 420 a vCPU-year → 35; a host of 18,500 with a residual value of 500 over 60 months → 300
 */
export function monthlyPriceOf(price: Money, { months, residualValue }: Omit<WrittenPrice, "unit" | "unitPrice">) {
  const spread = residualValue === null ? price : subtractMoney(price, residualValue);
  return roundRate(months === 1 ? spread : divideMoney(spread, months));
}
