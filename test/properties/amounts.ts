import { type Money, sumMoney } from "@nkp-planner/core";

/** Amounts as laws compare them: to the last digit. */

export const text = (value: Money) => value.amount;
export const sum = (values: readonly Money[]) => text(sumMoney(values, "EUR"));
