import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { readWith } from "../base/findings/problems.ts";
import { shown } from "../base/shown.ts";
import { numberWritten } from "../base/written.ts";
import { AmountOrPercentField, ambiguousAmount, CurrencyField, NameField, NoteField } from "../input/fields.ts";
import { ApiVersionField, kindField, TitleField } from "../input/file-head.ts";
import { fileOfToday } from "../input/older-files.ts";
import type { Range, Target, WhatIf } from "./range.ts";

const MOST_RANGES = 200;

const RangeFile = z.strictObject({
  setting: z
    .string()
    .optional()
    .meta({
      title: "name of an assumption",
      description: "A numeric assumption that varies; one of setting, price and listPrice stands in a range.",
      examples: ["days-between-minors"],
    }),
  price: NameField.optional().meta({
    description: "A SKU of the price book: its unit price, in the book's unit; tiers move with the first one.",
    examples: ["NKP-ULT"],
  }),
  listPrice: NameField.optional().meta({
    description: "A SKU of the price list: its unit price.",
    examples: ["MK-VCPU"],
  }),
  low: AmountOrPercentField.meta({
    description: "The least that it may be: an amount, or percent of what is planned (80%, or -20%).",
    examples: ["28.00", "80%"],
  }),
  high: AmountOrPercentField.meta({
    description: "The most that it may be, written like low.",
    examples: ["42.00", "120%"],
  }),
  mode: AmountOrPercentField.optional().meta({
    description: "The likeliest value: the distribution is triangular. Left out: every value between is as likely.",
    examples: ["38.00"],
  }),
  note: NoteField,
});

/** What may turn out otherwise, as people write it. JSON Schema: `schema/what-if.schema.json`. */
export const WhatIfFile = z.strictObject({
  apiVersion: ApiVersionField,
  kind: kindField("WhatIf"),
  title: TitleField.optional(),
  note: NoteField,
  currency: CurrencyField.meta({
    description: "What its prices are in: the currency of the price book and of the price list.",
  }),
  ranges: z
    .array(RangeFile)
    .min(1)
    .max(MOST_RANGES)
    .meta({
      description: "What may turn out otherwise, and between which values.",
      examples: [[{ price: "NKP-ULT", low: "28.00", high: "42.00", mode: "38.00" }]],
    }),
  // Of which nothing is read; what it means, the generated schemas say.
  $schema: NoteField,
});

/**
 * Reads ranges from plain data (parsed YAML or JSON).
 * @throws InputError with every problem of the file at once
 */
export function parseWhatIf(value: unknown, subject = "ranges"): WhatIf {
  const { data, ...ofForm } = fileOfToday(value, subject);
  const file = readWith(WhatIfFile, data, subject, whatIfProblems);
  return {
    ...ofForm,
    title: file.title ?? null,
    currency: file.currency,
    isAssumed: false,
    ranges: file.ranges.map(
      ({ low, high, mode, ...range }): Range => ({ target: targetOf(range), low, high, mode: mode ?? null }),
    ),
  };
}

export const TARGET_KINDS = ["setting", "price", "listPrice"] as const;

function targetOf(range: Partial<Record<Target["kind"], string | undefined>>): Target {
  const kind = TARGET_KINDS.find((one) => range[one] !== undefined) as Target["kind"];
  return { kind, id: range[kind] as string };
}

const LooseRange = z.looseObject({
  setting: z.unknown().optional(),
  price: z.unknown().optional(),
  listPrice: z.unknown().optional(),
  low: z.unknown().optional(),
  high: z.unknown().optional(),
  mode: z.unknown().optional(),
});
type LooseRange = z.output<typeof LooseRange>;
const Loosely = z.looseObject({ currency: z.unknown().optional(), ranges: z.array(LooseRange).catch([]) });

/** What one field of a file of ranges cannot know. */
function whatIfProblems(value: unknown): readonly Problem[] {
  const result = Loosely.safeParse(value);
  if (!result.success) return [];
  const { currency, ranges } = result.data;
  return [
    ...ranges.flatMap((range, index) => [
      ...targetProblems(range, ["ranges", index]),
      ...readingProblems(range, currency, ["ranges", index]),
      ...orderProblems(range, ["ranges", index]),
    ]),
    ...repeatedProblems(ranges),
  ];
}

function namedBy(range: LooseRange): readonly Target["kind"][] {
  return TARGET_KINDS.filter((kind) => range[kind] !== undefined);
}

function targetProblems(range: LooseRange, path: Problem["path"]): readonly Problem[] {
  const named = namedBy(range);
  if (named.length === 1) return [];
  const found = named.length === 0 ? "a range of nothing" : `a range of ${named.join(" and ")}`;
  const fix = named.length === 0 ? "add for example price: NKP-ULT" : "make a range of each";
  return [{ path, found, expected: "one of: setting, price, listPrice", fix }];
}

function readingProblems(range: LooseRange, currency: unknown, path: Problem["path"]): readonly Problem[] {
  if (range.setting !== undefined) return [];
  return (["low", "high", "mode"] as const).flatMap((field) => {
    const problem = ambiguousAmount(range[field], currency);
    return problem === undefined ? [] : [{ path: [...path, field], found: shown(range[field]), ...problem }];
  });
}

/** Ends that are swapped, and a likeliest value outside of them; percentages are held against each other once they are values. */
export function orderProblems(
  { low, high, mode }: { readonly low?: unknown; readonly high?: unknown; readonly mode?: unknown },
  path: Problem["path"],
): readonly Problem[] {
  const [least, most, likeliest] = [low, high, mode].map(numberWritten) as [number, number, number];
  if (Number.isNaN(least) || Number.isNaN(most)) return [];
  if (least > most) {
    const expected = `no more than high, ${shown(high)}`;
    return [{ path: [...path, "low"], found: shown(low), expected, fix: "swap low and high" }];
  }
  if (mode == null || Number.isNaN(likeliest) || (likeliest >= least && likeliest <= most)) return [];
  const expected = `a value from low, ${shown(low)}, to high, ${shown(high)}`;
  return [{ path: [...path, "mode"], found: shown(mode), expected, fix: "mend it, or widen the range" }];
}

function repeatedProblems(ranges: readonly LooseRange[]): readonly Problem[] {
  const seen = new Set<string>();
  return ranges.flatMap((range, index): readonly Problem[] =>
    namedBy(range).flatMap((kind) => {
      const name = `${kind} ${shown(range[kind])}`;
      const isSecond = seen.has(name);
      seen.add(name);
      if (!isSecond) return [];
      const expected = "one range of each";
      return [
        { path: ["ranges", index, kind], found: `${name} a second time`, expected, fix: "remove one of the two" },
      ];
    }),
  );
}
