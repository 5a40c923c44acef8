import type { CurrencyCode } from "../base/currency.ts";
import {
  addMoney,
  isNegativeMoney,
  type Money,
  noMoney,
  smallerMoney,
  subtractMoney,
  sumKnown,
  sumMoney,
} from "../base/money.ts";
import { presentValue } from "../base/present-value.ts";
import type { ForecastOptions } from "./forecast-options.ts";
import type { MonthAlone, MonthOutcome } from "./month-outcome.ts";

/** What all months come to. Null where a price is unknown. */
export interface ForecastResult {
  readonly months: readonly MonthOutcome[];
  /** Recurring and one-off. */
  readonly totalPrice: Money | null;
  readonly totalCost: Money;
  readonly totalMargin: Money | null;
  /** What the hosts bought are still worth at the end; in the last month's cash flow. */
  readonly residualValue: Money;
  /** The first month from which cumulative cash is never negative again; null: there is none. */
  readonly paybackMonthNumber: number | null;
  /** Σ cash flow of month m ÷ (1 + discount)^(m ÷ 12): cash flows at the end of its month. */
  readonly netPresentValue: Money | null;
  /** The most that has to be put in before the fleet pays for itself: how far cumulative cash falls below zero. */
  readonly peakFundingNeed: Money | null;
}

/** What all months come to together. */
export function resultOf(
  alone: readonly MonthAlone[],
  residualValue: Money,
  { discountPercentPerYear }: ForecastOptions,
  currency: CurrencyCode,
): ForecastResult {
  const flows = alone.map(({ cashFlow }, index) =>
    cashFlow !== null && index === alone.length - 1 ? addMoney(cashFlow, residualValue) : cashFlow,
  );
  const cash = runningSums(flows, currency);
  const margin = runningSums(
    alone.map(({ monthlyMargin, oneTimeMargin }) => sumKnown([monthlyMargin, oneTimeMargin], currency)),
    currency,
  );
  const months = alone.map((month, index) => ({
    ...month,
    cashFlow: flows[index] ?? null,
    cumulativeMargin: margin[index] ?? null,
    cumulativeCash: cash[index] ?? null,
  }));
  const known = flows.flatMap((flow) => flow ?? []);
  const balances = cash.flatMap((balance) => balance ?? []);
  const isKnown = known.length === alone.length;
  return {
    months,
    totalPrice: sumKnown(
      alone.flatMap(({ monthlyPrice, oneTimePrice }) => [monthlyPrice, oneTimePrice]),
      currency,
    ),
    totalCost: sumMoney(
      alone.flatMap(({ monthlyCost, oneTimeCost }) => [monthlyCost, oneTimeCost]),
      currency,
    ),
    totalMargin: margin.at(-1) ?? null,
    residualValue,
    paybackMonthNumber: isKnown ? paybackOf(balances) : null,
    netPresentValue: isKnown ? presentValue(known, discountPercentPerYear, currency) : null,
    peakFundingNeed: isKnown
      ? subtractMoney(noMoney(currency), balances.reduce(smallerMoney, noMoney(currency)))
      : null,
  };
}

/** What there is after each month; unknown from the first unknown one on. */
function runningSums(values: readonly (Money | null)[], currency: CurrencyCode): readonly (Money | null)[] {
  let sum: Money | null = noMoney(currency);
  return values.map((value) => {
    sum = sumKnown([sum, value], currency);
    return sum;
  });
}

/** The month after the last whose balance is negative. */
function paybackOf(balances: readonly Money[]): number | null {
  const lastShort = balances.findLastIndex(isNegativeMoney);
  return lastShort === balances.length - 1 ? null : lastShort + 1 + 1;
}
