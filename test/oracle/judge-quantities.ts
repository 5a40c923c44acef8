import {
  addQuantities,
  canonicalQuantity,
  compareQuantities,
  milliOf,
  type Quantity,
  readQuantity,
  subtractQuantities,
  wholeOf,
} from "@nkp-planner/core";
import { type Compared, casesOf, type Judge, type Verdict, verdictOf } from "./judge.ts";

type Case = Readonly<Record<string, unknown>>;

/** Knows files with `cases` of one text each (`in`, `ok`) and `pairs` of two (`a`, `b`). */
export const judgeQuantities: Judge = (file) => {
  const cases = casesOf(file, "cases");
  const pairs = casesOf(file, "pairs");
  const isOurKind =
    (cases !== null || pairs !== null) &&
    (cases ?? []).every((one) => typeof one["in"] === "string") &&
    (pairs ?? []).every((one) => typeof one["a"] === "string" && typeof one["b"] === "string");
  return isOurKind ? [...(cases ?? []).map(onText), ...(pairs ?? []).map(onPair)] : null;
};

function onText(one: Case): Verdict {
  const reading = readQuantity(String(one["in"]));
  const category = one["ok"] === true ? "valid" : "invalid";
  if (!reading.ok || one["ok"] !== true) {
    const ours = reading.ok ? canonicalQuantity(reading.quantity) : `${reading.problem} error`;
    const theirs = one["ok"] === true ? String(one["canonical"]) : `${one["error"]} error`;
    return verdictOf(Number(one["id"]), category, [{ what: shownText(one["in"]), ours, theirs }]);
  }
  return verdictOf(Number(one["id"]), category, fieldsOf(reading.quantity, one));
}

function fieldsOf(quantity: Quantity, one: Case): readonly Compared[] {
  const canonical = canonicalQuantity(quantity);
  const again = readQuantity(canonical);
  const ours: Readonly<Record<string, unknown>> = {
    canonical,
    decimal: decimalOf(quantity.nano),
    value: wholeOf(quantity),
    milliValue: milliOf(quantity),
    sign: compareQuantities(quantity, { nano: 0n, format: "DecimalSI" }),
    format: quantity.format,
    asInt64: wholeOf(quantity),
    roundTrips: again.ok && again.quantity.nano === quantity.nano,
  };
  return Object.keys(ours)
    .filter((what) => what in one)
    .filter((what) => !isNotOurs(what, one))
    .map((what) => ({
      what: `${shownText(one["in"])} ${what}`,
      ours: String(ours[what]),
      theirs: String(one[what]),
      // "rounding away from zero would give -2", where the library answers 0
      isTolerated: String(one[`${what}Quirk`]).endsWith(` ${ours[what]}`),
    }));
}

/**
 * Answers that say how the library is built, not what a quantity is: numbers wrapped at 64 bits, and whether
 * it happened to hold a whole number as one.
 */
function isNotOurs(what: string, one: Case): boolean {
  return one[`${what}Overflows`] === true || (what === "asInt64" && one[what] === null);
}

const NANO_DIGITS = 9;
const LONGEST_DECIMAL = 80;

/** Plain decimal text without zeros at the end; null when longer than the file records. */
function decimalOf(nano: bigint): string | null {
  const digits = (nano < 0n ? -nano : nano).toString().padStart(NANO_DIGITS + 1, "0");
  const fraction = digits.slice(-NANO_DIGITS).replace(/0+$/, "");
  const text = `${nano < 0n ? "-" : ""}${digits.slice(0, -NANO_DIGITS)}${fraction === "" ? "" : `.${fraction}`}`;
  return text.length > LONGEST_DECIMAL ? null : text;
}

function onPair(one: Case): Verdict {
  const a = readQuantity(String(one["a"]));
  const b = readQuantity(String(one["b"]));
  const pair = `${shownText(one["a"])} and ${shownText(one["b"])}`;
  const ours: Readonly<Record<string, unknown>> =
    a.ok && b.ok
      ? {
          cmp: compareQuantities(a.quantity, b.quantity),
          equal: compareQuantities(a.quantity, b.quantity) === 0,
          add: canonicalQuantity(addQuantities(a.quantity, b.quantity)),
          sub: canonicalQuantity(subtractQuantities(a.quantity, b.quantity)),
        }
      : {};
  const fields = ["cmp", "equal", "add", "sub"].map((what) => ({
    what: `${pair} ${what}`,
    ours: String(ours[what] ?? "an error"),
    theirs: String(one[what]),
  }));
  return verdictOf(Number(one["id"]), "pairs", fields);
}

function shownText(value: unknown): string {
  const LONGEST = 40;
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
