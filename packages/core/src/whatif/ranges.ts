import * as z from "zod";
import type { PlanningContext } from "../context.ts";
import { didYouMean, InputError, type Problem, shown } from "../errors.ts";
import { IdField, NameField } from "../fields.ts";
import { API_VERSION } from "../input.ts";
import { moneyAsNumber } from "../money.ts";
import { readWith } from "../problems.ts";

/** What a range is of: an assumption, a price of the price book, or one of the price list. */
export type RangeKind = "setting" | "price" | "listPrice";

/** A figure that nobody knows for sure, between two bounds. */
export interface Range {
  readonly kind: RangeKind;
  /** Id of the assumption, or SKU. */
  readonly name: string;
  /** Of a price: the unit price a month, as the plan uses it, of the first tier; others keep their proportion. */
  readonly low: number;
  readonly high: number;
  /** The likeliest; null: all between are alike. */
  readonly mode: number | null;
}

export interface Ranges {
  readonly id: string;
  /** false: made up by the planner, because nobody gave any. */
  readonly isGiven: boolean;
  readonly ranges: readonly Range[];
}

const LARGEST = 1e12;
const MOST_RANGES = 100;
const value = z.number().min(0).max(LARGEST);

const RangeFile = z.strictObject({
  setting: IdField.optional(),
  price: NameField.optional(),
  listPrice: NameField.optional(),
  low: value,
  high: value,
  mode: value.optional(),
  note: z.string().optional(),
});

/** Ranges of what nobody knows, as people write them. JSON Schema: `schema/what-if.schema.json`. */
export const WhatIfFile = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("WhatIf"),
  id: IdField,
  note: z.string().optional(),
  ranges: z.array(RangeFile).min(1).max(MOST_RANGES),
});

const KINDS: readonly RangeKind[] = ["setting", "price", "listPrice"];

/**
 * Reads ranges from plain data (parsed YAML or JSON).
 * @throws InputError with every problem at once
 */
export function parseRanges(given: unknown, subject = "ranges"): Ranges {
  const file = readWith(WhatIfFile, given, subject, rangeProblems);
  return {
    id: file.id,
    isGiven: true,
    ranges: file.ranges.map((range) => {
      const kind = KINDS.find((one) => range[one] !== undefined) as RangeKind;
      return { kind, name: range[kind] as string, low: range.low, high: range.high, mode: range.mode ?? null };
    }),
  };
}

function rangeProblems(given: unknown): readonly Problem[] {
  const result = z
    .looseObject({ ranges: z.array(z.looseObject({ low: value, high: value, mode: value.optional() })) })
    .safeParse(given);
  if (!result.success) return [];
  return result.data.ranges.flatMap((range, index): readonly Problem[] => {
    const path = ["ranges", index];
    const { low, high, mode } = range;
    const named = KINDS.filter((kind) => range[kind] !== undefined);
    const problems: Problem[] = [];
    if (named.length !== 1) {
      const found = named.length === 0 ? "nothing that is named" : `${named.join(" and ")} together`;
      const fix = "write for example setting: operations-hours-attached, or price: with a SKU";
      problems.push({ path, found, expected: `one of ${KINDS.join(", ")}`, fix });
    }
    if (low > high) {
      problems.push({
        path: [...path, "low"],
        found: String(low),
        expected: `at most high, ${high}`,
        fix: "swap them",
      });
    } else if (mode !== undefined && (mode < low || mode > high)) {
      const expected = `between ${low} and ${high}`;
      problems.push({ path: [...path, "mode"], found: String(mode), expected, fix: "mend it, or leave it out" });
    }
    return problems;
  });
}

const ASSUMED_SPREAD = 0.2;
const ONE = 1;
const TWICE = 2;

/** Ranges where nobody gave any: a fifth around every price of the book, hours from half to double. Assumed, and said so. */
export function assumedRanges({ priceBook, choices }: PlanningContext): Ranges {
  const rates = [...priceBook.rates.values(), ...priceBook.added];
  const hours = choices.all.filter(({ parameter: { id }, value: set }) => /-hours-|-hours$/.test(id) && set !== null);
  return {
    id: "assumed",
    isGiven: false,
    ranges: [
      ...rates.map(({ sku, unitPrice }): Range => {
        const price = moneyAsNumber(unitPrice);
        const around = (ratio: number) => Number((price * ratio).toFixed(DIGITS));
        return {
          kind: "price",
          name: sku,
          low: around(ONE - ASSUMED_SPREAD),
          high: around(ONE + ASSUMED_SPREAD),
          mode: null,
        };
      }),
      ...hours.map(({ parameter: { id }, value: set }): Range => {
        const now = set ?? 0;
        return { kind: "setting", name: id, low: now / TWICE, high: now * TWICE, mode: now };
      }),
    ],
  };
}

/** Digits after the point of a drawn or derived value. */
export const DIGITS = 10;

/** Refuses ranges of what the plan does not have. @throws InputError naming each with the nearest there is */
export function requireKnown({ ranges }: Ranges, context: PlanningContext): void {
  const known: Readonly<Record<RangeKind, readonly string[]>> = {
    setting: context.choices.all.filter(({ value: set }) => set !== null).map(({ parameter }) => parameter.id),
    price: [...context.priceBook.rates.values(), ...context.priceBook.added].map(({ sku }) => sku),
    listPrice: context.priceList?.items.map(({ sku }) => sku) ?? [],
  };
  const problems = ranges.flatMap(({ kind, name }, index): readonly Problem[] => {
    if (known[kind].includes(name)) return [];
    const fix = known[kind].length === 0 ? "give a price list" : didYouMean(name, known[kind]);
    return [{ path: ["ranges", index, kind], found: shown(name), expected: EXPECTED[kind], fix }];
  });
  if (problems.length > 0) throw new InputError("ranges", problems);
}

const EXPECTED: Readonly<Record<RangeKind, string>> = {
  setting: "an assumption that is a number",
  price: "the SKU of an item of the price book",
  listPrice: "the SKU of an item of the price list",
};
