import { type Money, roundToMinorUnit } from "../money.ts";
import { unitFor } from "../unit-words.ts";
import { visible } from "../visible.ts";
import type { MessageValue } from "./messages.ts";

/** Plain writing of values for people, the same on every machine: comma groups, point decimals. */

/** `-1234.5` → `−1,234.5`; at most `digits` after the point, no trailing zeros. */
export function numberText(value: number, digits = 2): string {
  const [whole = "0", fraction = ""] = Math.abs(value).toFixed(digits).split(".");
  const kept = fraction.replace(/0+$/, "");
  const text = `${grouped(whole)}${kept === "" ? "" : `.${kept}`}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** `1 node`, `2 nodes`, `96 vCPU`. */
export function countText(value: number, unit: string, digits = 2): string {
  return `${numberText(value, digits)} ${unitFor(value, unit)}`;
}

/** `EUR 1,234.50`; the currency's code, because signs are shared between currencies. */
export function moneyText(value: Money): string {
  return `${value.currency} ${moneyNumberText(value)}`;
}

/** A price of one unit: `EUR 0.125`, `EUR 38.00`, with as many digits as it has. */
function rateText({ currency, amount }: Money): string {
  const [whole = "0", fraction] = amount.replace("-", "").split(".");
  const sign = amount.startsWith("-") ? "−" : "";
  return `${currency} ${sign}${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Longer lists are told by their first entries and how many more there are. */
const LONGEST_LIST = 12;
const FIRST_OF_LIST = 3;

function listText(all: readonly string[]): string {
  if (all.length <= LONGEST_LIST) return all.join(", ");
  return `${all.slice(0, FIRST_OF_LIST).join(", ")} and ${all.length - FIRST_OF_LIST} more`;
}

/** The amount alone, rounded to the currency's smallest unit. */
export function moneyNumberText(value: Money): string {
  const text = roundToMinorUnit(value).amount;
  const [whole = "0", fraction] = text.replace("-", "").split(".");
  const shown = `${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
  return text.startsWith("-") ? `−${shown}` : shown;
}

const PERCENT = 100;

/** 0.2437 → `24.4 %`. */
export function ratioText(value: number): string {
  const percent = (Math.abs(value) * PERCENT).toFixed(1);
  return `${value < 0 && /[1-9]/.test(percent) ? "−" : ""}${percent} %`;
}

/** Writes a value of a message. */
export function valueText(value: MessageValue): string {
  switch (value.kind) {
    case "money":
      return moneyText(value.value);
    case "number":
      return value.unit === undefined ? numberText(value.value) : countText(value.value, value.unit);
    case "ratio":
      return ratioText(value.value);
    case "rate":
      return rateText(value.value);
    case "text":
    case "name":
      return visible(value.value);
    case "list":
      return visible(listText(value.value));
  }
}

function grouped(digits: string): string {
  return digits.replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
