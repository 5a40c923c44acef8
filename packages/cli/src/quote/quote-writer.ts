import type { QuoteWriter } from "@nkp-planner/adapters/quote-paper";
import { type MessageValue, type Money, minorUnitDigits, roundToMinorUnit, unitFor } from "@nkp-planner/core";

const USUAL_DIGITS = 2;
const RATE_DIGITS = 10;
const PERCENT = 100;
const MOST_LISTED = 3;
/** Between a number and its unit: narrow, and never the end of a line. */
const THIN_SPACE = "\u202f";

/** Figures as the site writes them where its numbers are of the same language: one quote, wherever it is made. */
export function quoteWriterFor(locale: string): QuoteWriter {
  // A decimal text is formatted digit by digit, never through a float.
  const format = (value: number | string, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value as Intl.StringNumericLiteral).replace("-", "−");
  const inCurrency = ({ currency }: Money): Intl.NumberFormatOptions => ({ style: "currency", currency });
  const number = (value: number, digits = USUAL_DIGITS) => format(value, { maximumFractionDigits: digits });
  const rate = (value: Money) => format(value.amount, { ...inCurrency(value), maximumFractionDigits: RATE_DIGITS });
  const inSentence = (value: MessageValue): string => {
    switch (value.kind) {
      case "money":
        return format(roundToMinorUnit(value.value).amount, { ...inCurrency(value.value), maximumFractionDigits: 0 });
      case "number":
        if (value.value === null) return "unknown";
        if (value.unit === undefined || value.unit === "") return number(value.value);
        return `${number(value.value)}${THIN_SPACE}${unitFor(value.value, value.unit)}`;
      case "ratio": {
        const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
        return `${format(value.value * PERCENT, digits)}${THIN_SPACE}%`;
      }
      case "rate":
        return rate(value.value);
      case "text":
      case "name":
        return value.value;
      case "list":
        return listed(value.value);
    }
  };
  return {
    locale,
    number,
    amount: (value) => {
      const digits = minorUnitDigits(value.currency);
      const places = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return format(roundToMinorUnit(value).amount, places);
    },
    rate,
    inSentence,
  };
}

/** A long list by its first entries. */
function listed(all: readonly string[]): string {
  if (all.length <= MOST_LISTED + 1) return all.join(", ");
  return `${all.slice(0, MOST_LISTED).join(", ")} and ${all.length - MOST_LISTED} more`;
}
