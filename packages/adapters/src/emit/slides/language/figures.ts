import {
  type MessageValue,
  type Money,
  moneyNumberText,
  numberText,
  ratioText,
  unitFor,
  valueText,
} from "@nkp-planner/core";
import type { SlidesOptions } from "../slides-options.ts";
import { NAMES_DE, UNITS_DE } from "./names-de.ts";

/** How figures are written in one language, the same on every machine. */
export interface FigureWriting {
  number(value: number, digits?: number): string;
  money(value: Money): string;
  /** The amount alone, where the currency stands in the head. */
  amount(value: Money): string;
  ratio(value: number): string;
  /** A day of a plan, `2026-11-23`. */
  day(isoDay: string): string;
  /** A name or phrase of the planner. */
  name(text: string): string;
  /** Anything within a sentence of core. */
  value(value: MessageValue): string;
}

const ENGLISH: FigureWriting = {
  number: (value, digits) => numberText(value, digits),
  money: ({ currency, ...rest }) => `${currency} ${moneyNumberText({ currency, ...rest })}`,
  amount: moneyNumberText,
  ratio: ratioText,
  day: (isoDay) => isoDay,
  name: (text) => text,
  value: valueText,
};

/** Points group, a comma stands before decimals, and the currency stands behind. */
const GERMAN: FigureWriting = {
  number: (value, digits) => germanDigits(numberText(value, digits)),
  money: (value) => `${germanDigits(moneyNumberText(value))} ${value.currency}`,
  amount: (value) => germanDigits(moneyNumberText(value)),
  ratio: (value) => germanDigits(ratioText(value)),
  day: (isoDay) => isoDay.split("-").toReversed().join("."),
  name: (text) => NAMES_DE.get(text) ?? text,
  value: germanValue,
};

/** How a language writes figures. */
export function figureWriting(language: SlidesOptions["language"]): FigureWriting {
  return language === "de" ? GERMAN : ENGLISH;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function germanDigits(text: string): string {
  return text.replaceAll(/[.,]/g, (sign) => (sign === "." ? "," : "."));
}

function germanValue(value: MessageValue): string {
  switch (value.kind) {
    case "money":
      return GERMAN.money(value.value);
    case "number":
      return value.unit === undefined
        ? GERMAN.number(value.value)
        : `${GERMAN.number(value.value)} ${germanUnit(value.value, value.unit)}`;
    case "ratio":
      return GERMAN.ratio(value.value);
    case "rate": {
      const [currency, ...amount] = valueText(value).split(" ");
      return `${germanDigits(amount.join(" "))} ${currency}`;
    }
    case "text":
    case "name":
      return ISO_DAY.test(value.value)
        ? GERMAN.day(value.value)
        : valueText({ ...value, value: GERMAN.name(value.value) });
    case "list":
      return valueText({ kind: "list", value: value.value.map(GERMAN.name) }).replace(
        / and (\d+) more$/,
        " und $1 weitere",
      );
  }
}

function germanUnit(count: number, unit: string): string {
  const [one, many] = UNITS_DE.get(unit) ?? [];
  return (count === 1 ? one : many) ?? unitFor(count, unit);
}
