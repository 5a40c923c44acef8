import {
  type CurrencyCode,
  compareMoney,
  type FigureValue,
  type MessageValue,
  type Money,
  noMoney,
  roundToMinorUnit,
  unitFor,
} from "@nkp-planner/core";

/** How the site writes what the planner computed: digits and rounding are the planner's, signs and grouping the locale's. */
export interface Writer {
  readonly locale: string;
  /** At most `digits` after the point, two where nobody says. */
  number(value: number, digits?: number): string;
  /** With its sign in sight. */
  signedNumber(value: number, digits?: number): string;
  /** To the cent, with its currency. */
  money(value: Money): string;
  /** To the whole unit, for headings and cards: the exact amount opens. */
  wholeMoney(value: Money): string;
  /** To the whole unit, with its sign in sight. */
  signedMoney(value: Money): string;
  /** To the cent, below a header that names the currency. */
  amount(value: Money): string;
  signedAmount(value: Money): string;
  /** With every digit it has: rates may be finer than a currency's smallest unit. */
  rate(value: Money): string;
  ratio(value: number): string;
  /** A difference of two percentages: in points, so that nobody takes it for a percentage of either. */
  signedPoints(value: number): string;
  /** A value below a header that already gives its unit. */
  bare(value: FigureValue, unit: string): string;
  /** A value that stands alone. */
  withUnit(value: FigureValue, unit: string): string;
  /** A value inside a sentence. */
  inSentence(value: MessageValue): string;
}

const UNKNOWN = "unknown";
const USUAL_DIGITS = 2;
const RATE_DIGITS = 10;
const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
const MOST_LISTED = 3;
/** Between a number and its unit: narrow, and never the end of a line. */
const THIN_SPACE = "\u202f";

export function writerFor(locale: string): Writer {
  const formats = new Map<string, Intl.NumberFormat>();
  const format = (options: Intl.NumberFormatOptions, value: number | string) => {
    const { style, currency, minimumFractionDigits: least, maximumFractionDigits: most, signDisplay } = options;
    const key = `${style} ${currency} ${least} ${most} ${signDisplay}`;
    const known = formats.get(key) ?? new Intl.NumberFormat(locale, options);
    formats.set(key, known);
    // A decimal text is formatted digit by digit, never through a float.
    return known.format(value as Intl.StringNumericLiteral).replace("-", "−");
  };
  const inCurrency = (currency: CurrencyCode): Intl.NumberFormatOptions => ({ style: "currency", currency });
  const whole = { maximumFractionDigits: 0 };
  const exact = (value: Money) => roundToMinorUnit(value).amount;
  const digits = new Map<CurrencyCode, Intl.NumberFormatOptions>();
  const digitsOf = (currency: CurrencyCode) => {
    const known = digits.get(currency) ?? readDigitsOf(currency);
    digits.set(currency, known);
    return known;
  };
  const readDigitsOf = (currency: CurrencyCode): Intl.NumberFormatOptions => {
    const { maximumFractionDigits: most = USUAL_DIGITS } = new Intl.NumberFormat(
      locale,
      inCurrency(currency),
    ).resolvedOptions();
    return { minimumFractionDigits: most, maximumFractionDigits: most };
  };
  const percent = (value: number, more: Intl.NumberFormatOptions = {}) =>
    `${format({ ...ONE_DIGIT, ...more }, value * PERCENT)}${THIN_SPACE}%`;
  const sign = { signDisplay: "exceptZero" } as const;

  const writer: Writer = {
    locale,
    number: (value, digits = USUAL_DIGITS) => format({ maximumFractionDigits: digits, signDisplay: "negative" }, value),
    signedNumber: (value, digits = USUAL_DIGITS) => format({ maximumFractionDigits: digits, ...sign }, value),
    money: (value) => format(inCurrency(value.currency), exact(value)),
    wholeMoney: (value) => format({ ...inCurrency(value.currency), ...whole, signDisplay: "negative" }, exact(value)),
    signedMoney: (value) => format({ ...inCurrency(value.currency), ...whole, ...sign }, exact(value)),
    amount: (value) => format(digitsOf(value.currency), exact(value)),
    signedAmount: (value) => format({ ...digitsOf(value.currency), ...sign }, exact(value)),
    rate: (value) => format({ ...inCurrency(value.currency), maximumFractionDigits: RATE_DIGITS }, value.amount),
    ratio: (value) => percent(value, { signDisplay: "negative" }),
    signedPoints: (value) => `${format({ ...ONE_DIGIT, ...sign }, value * PERCENT)}${THIN_SPACE}points`,
    bare(value, unit) {
      if (value === null) return UNKNOWN;
      if (typeof value !== "number") return writer.amount(value);
      return unit === "ratio" ? writer.ratio(value) : writer.number(value);
    },
    withUnit(value, unit) {
      if (value === null) return UNKNOWN;
      if (typeof value !== "number") return writer.money(value);
      if (unit === "ratio") return writer.ratio(value);
      return unit === "" ? writer.number(value) : `${writer.number(value)}${THIN_SPACE}${unitFor(value, unit)}`;
    },
    inSentence(value) {
      switch (value.kind) {
        case "money":
          return writer.wholeMoney(value.value);
        case "number":
          return writer.withUnit(value.value, value.unit ?? "");
        case "ratio":
          return writer.ratio(value.value);
        case "rate":
          return writer.rate(value.value);
        case "text":
        case "name":
          return value.value;
        case "list":
          return listed(value.value);
      }
    },
  };
  return writer;
}

const PERCENT = 100;

/** A long list by its first entries. */
function listed(all: readonly string[]): string {
  if (all.length <= MOST_LISTED + 1) return all.join(", ");
  return `${all.slice(0, MOST_LISTED).join(", ")} and ${all.length - MOST_LISTED} more`;
}

/** `1 cluster`, `13 clusters` */
export function counted(writer: Writer, count: number, one: string, many = `${one}s`): string {
  return `${writer.number(count)} ${count === 1 ? one : many}`;
}

export function isLoss(value: FigureValue): boolean {
  return value !== null && typeof value !== "number" && compareMoney(value, noMoney(value.currency)) < 0;
}
