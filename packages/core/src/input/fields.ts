import * as z from "zod";
import { currencyCodes, minorUnitDigits } from "../base/currency.ts";
import { bytesOf, millicoresOf, type NanoUnits, parseQuantity } from "../base/quantities/quantity.ts";
import { didYouMean, nearest, shown } from "../base/shown.ts";
import { BYTES_PER_GIB } from "../base/units.ts";
import { INVISIBLE } from "../base/visible.ts";
import { textWritten } from "../base/written.ts";
import { tidy } from "./number-line.ts";
import { CPU_MISTAKES, type FieldProblem, type QuantityMistakes, SIZE_MISTAKES } from "./quantity-mistakes.ts";
import { parseSize } from "./size-text.ts";

function refuse(ctx: z.core.$RefinementCtx, input: unknown, problem: FieldProblem): never {
  ctx.issues.push({ code: "custom", input, message: problem.expected, params: { ...problem } });
  return z.NEVER;
}

/** The largest size of one value that keeps every sum of a fleet a whole number without loss. */
const LARGEST_CPU = 1_000_000;
const LARGEST_GIB = 1_048_576;

const numberOrText = z.union([z.string(), z.number()]);

function quantityField(
  title: string,
  unit: string,
  examples: string[],
  parse: (text: string) => NanoUnits | null,
  read: (nano: bigint) => number,
  largest: number,
  largestText: string,
  mistakes: QuantityMistakes,
) {
  return numberOrText
    .transform((written, ctx): number => {
      const text = String(written);
      const nano = parse(text);
      if (nano === null) {
        const unknown = { expected: "a Kubernetes quantity", fix: `write for example "${examples[0]}"` };
        return refuse(ctx, written, mistakes.unreadable(text) ?? unknown);
      }
      if (nano < 0n)
        return refuse(ctx, written, { expected: `${title}, zero or more`, fix: "leave out the minus sign" });
      const value = read(nano);
      const mistake = mistakes.mistaken(text, value);
      if (mistake !== undefined) return refuse(ctx, written, mistake);
      if (value > largest) return refuse(ctx, written, { expected: `at most ${largestText}`, fix: "check the unit" });
      return value;
    })
    .meta({ title: unit, examples });
}

/** A CPU request: text such as `500m` or `2`, or a number of vCPU; millicores after reading. */
export const CpuField = quantityField(
  "CPU",
  "vCPU, or thousandths with m",
  ["500m", "2"],
  parseQuantity,
  millicoresOf,
  LARGEST_CPU * 1000,
  `${LARGEST_CPU} vCPU`,
  CPU_MISTAKES,
);

/** Memory: text such as `8Gi` or `65536B`, or a number of bytes from 1 MiB on; bytes after reading. */
export const MemoryField = quantityField(
  "memory",
  "bytes, with a suffix: Gi, Mi, or B for bytes",
  ["8Gi", "512Mi"],
  parseSize,
  bytesOf,
  LARGEST_GIB * BYTES_PER_GIB,
  "1Pi",
  SIZE_MISTAKES,
);

/** Storage: text such as `100Gi`, or a number of bytes from 1 MiB on; bytes after reading. */
export const StorageField = quantityField(
  "storage",
  "bytes, with a suffix: Gi, Mi, or B for bytes",
  ["100Gi", "2Ti"],
  parseSize,
  bytesOf,
  LARGEST_GIB * BYTES_PER_GIB,
  "1Pi",
  SIZE_MISTAKES,
);

const AMOUNT = /^\d{1,15}(\.\d{1,9})?$/;

const AN_AMOUNT = 'an amount with a point and no grouping, such as "1900.00", zero or more';

/** A decimal amount as text, never a float with more digits than a float keeps: `"4200.00"`. */
export const AmountField = numberOrText
  .transform((written, ctx): string => {
    const text = String(written);
    if (AMOUNT.test(text)) return text;
    return refuse(ctx, written, { expected: AN_AMOUNT, fix: amountFix(text) });
  })
  .meta({ title: "amount of money", examples: ["4200.00"] });

const PERCENTAGE = /^([+-]?)(\d{1,4}(?:\.\d{1,4})?) ?%$/;

/**
 * An amount, or percent of what is planned: `"80%"` of it, or `"-20%"` from it, which is the same and is read as `80%`.
 */
export const AmountOrPercentField = numberOrText
  .transform((written, ctx): string => {
    const text = String(written);
    const [, sign, percent] = PERCENTAGE.exec(text.replace("−", "-")) ?? [];
    if (AMOUNT.test(text)) return text;
    const ofPlan = sign === "" ? Number(percent) : WHOLE + Number(`${sign}${percent}`);
    if (percent !== undefined && ofPlan >= 0) return `${tidy(ofPlan)}%`;
    const fix = percent === undefined ? amountFix(text) : "nothing can be less than zero: write at least -100%";
    return refuse(ctx, written, { expected: `${AN_AMOUNT}, or percent of what is planned, such as "80%"`, fix });
  })
  .meta({ title: "amount or percent", examples: ["4200.00", "80%"] });

const WHOLE = 100;

/** An exchange rate as decimal text, above zero. */
export const RateField = AmountField.refine((text) => Number(text) > 0, { error: "a rate above zero" }).meta({
  title: "exchange rate",
  examples: ["0.92"],
});

function amountFix(text: string): string {
  const digits = text
    .replaceAll(/[oO]/g, "0")
    .replaceAll(/[lI]/g, "1")
    .replaceAll(/[^\d.,-]/g, "");
  if (digits.startsWith("-")) return "leave out the minus sign; a discount is a lower price";
  const comma = /^([\d.]*),(\d{1,2})$/.exec(digits);
  const plain = comma === null ? digits.replaceAll(",", "") : `${comma[1]?.replaceAll(".", "")}.${comma[2]}`;
  if (!AMOUNT.test(plain)) return 'write it like "1900.00"';
  const isOfCurrency = /\p{Sc}|[a-zA-Z]{2,}/u.test(text.replaceAll(/[oOlI\d.,-]/g, ""));
  return isOfCurrency ? `write "${plain}" if that is the file's currency, or convert it first` : `write "${plain}"`;
}

const ONE_GROUP = /^([1-9]\d{0,2})\.(\d{3})$/;

/**
 * Why a rate could be read in two ways, or undefined where it can not: `1.234` may be 1234 with its thousands set apart.
 * What is no amount, and what is no currency, other checks tell of.
 */
export function ambiguousAmount(amount: unknown, currency: unknown): FieldProblem | undefined {
  const [, whole, group] = ONE_GROUP.exec(textWritten(amount) ?? "") ?? [];
  if (whole === undefined || group === undefined || digitsOf(currency) === group.length) return undefined;
  return {
    expected: "an amount that can be read in one way only",
    fix: `write "${whole}${group}.00" for ${whole},${group}, or "${amount}0" for a rate that fine`,
  };
}

/** Digits after the point of the smallest amount; undefined for what is no currency. */
function digitsOf(currency: unknown): number | undefined {
  return typeof currency === "string" && currencyCodes.includes(currency) ? minorUnitDigits(currency) : undefined;
}

/** Why an amount has more digits than its currency, or undefined when it has not, or is no amount. */
export function tooFine(amount: unknown, currency: unknown): FieldProblem | undefined {
  const [, fraction] = /^\d+\.(\d+)$/.exec(textWritten(amount) ?? "") ?? [];
  const digits = digitsOf(currency);
  if (fraction === undefined || digits === undefined || fraction.length <= digits) return undefined;
  return {
    expected: `at most ${digits} digits after the point, as ${currency} has`,
    fix: `write the amount in full, such as ${shown((0).toFixed(digits).replace("0", "1234"))}, if the point was meant to group`,
  };
}

export const CurrencyField = z
  .string()
  .transform((written, ctx): string => {
    if (currencyCodes.includes(written)) return written;
    const letters = written.toUpperCase();
    const near = nearest(letters, currencyCodes);
    return refuse(ctx, written, {
      expected: "a currency code of ISO 4217, such as EUR",
      fix: near === undefined ? 'write for example "EUR"' : didYouMean(letters, currencyCodes),
    });
  })
  .meta({ title: "ISO 4217 code", examples: ["EUR"] });

const MOST_PERCENT = 100;

/** 0 to 100. */
export const PercentField = z
  .number()
  .min(0)
  .max(MOST_PERCENT)
  .meta({ title: "percent", examples: [5] });

/** Whatever the writer wants to remember. */
export const NoteField = z
  .string()
  .optional()
  .meta({
    description: "A remark for whoever reads the file; nothing is counted by it.",
    examples: ["as agreed in May"],
  });

/** Text a person reads on one line, without characters that nobody sees: two names that look the same are the same. */
export const NameField = z
  .string()
  .min(1)
  .max(100)
  .regex(new RegExp(`^(?=.*\\S)[^${INVISIBLE}]*$`, "u"))
  .meta({ title: "text on one line" });

/** An id that is safe in names of clusters and files: a DNS label. */
export const IdField = z
  .string()
  .regex(/^[a-z0-9]([-a-z0-9]{0,48}[a-z0-9])?$/)
  .meta({ title: "lower-case letters, digits and hyphens, at most 50", examples: ["orchid"] });
