import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { type Money, money, multiplyMoney, roundRate } from "../base/money.ts";
import { shown } from "../base/shown.ts";
import { AmountField, ambiguousAmount, PercentField } from "../input/fields.ts";
import { tidy } from "../input/number-line.ts";
import type { Tariff, Tier } from "./tariff.ts";

const LARGEST_QUANTITY = 1_000_000_000;
const MOST_TIERS = 50;
const quantity = z.number().min(0).max(LARGEST_QUANTITY);

const TierFile = z.strictObject({
  from: quantity.default(0).meta({
    title: "units",
    description: "From which quantity on the tier holds: where the one before it ends.",
    examples: [16],
  }),
  upTo: quantity.optional().meta({
    title: "units",
    description: "To which quantity it holds. Left out: without end, in the last tier alone.",
    examples: [64],
  }),
  unitPrice: AmountField.optional().meta({
    description: "The price of a unit in this tier. Left out: the item's, less the discount.",
    examples: ["85.00"],
  }),
  discountPercent: PercentField.optional().meta({
    description: "A discount off the unit price in this tier.",
    examples: [8],
  }),
});

/** How a price depends on the quantity, as people write it. */
export const tariffFields = {
  unitPrice: AmountField.optional().meta({
    description: "The price of one unit. Left out: each tier has its own.",
    examples: ["19.50"],
  }),
  tiers: z
    .array(TierFile)
    .min(1)
    .max(MOST_TIERS)
    .optional()
    .meta({
      description: "Other prices for larger quantities, ascending, without gaps, the first from 0.",
      examples: [
        [
          { from: 0, upTo: 16, unitPrice: "95.00" },
          { from: 16, unitPrice: "85.00" },
        ],
      ],
    }),
  tierMode: z
    .enum(["graduated", "volume"])
    .default("graduated")
    .meta({
      description:
        "graduated: each unit at the price of its own tier; volume: all units at the price of the tier that the last one is in.",
      examples: ["volume"],
    }),
  step: quantity
    .positive()
    .optional()
    .meta({
      title: "units",
      description: "Billed are whole steps of so many. Left out: as many as there are.",
      examples: [100],
    }),
  minimum: quantity
    .optional()
    .meta({ title: "units", description: "Billed are at least so many. Left out: 0.", examples: [300] }),
  included: quantity.optional().meta({
    title: "units",
    description: "So many are paid for elsewhere, in a base fee say, and not billed. Left out: 0.",
    examples: [50],
  }),
};
const TariffFile = z.looseObject(tariffFields);
export type TariffFile = z.output<typeof TariffFile>;

const PERCENT = 100;

/** A tariff in a currency; `monthly` turns a price in the file's own unit into one a month. */
export function tariffOf(file: TariffFile, currency: string, monthly: (price: Money) => Money): Tariff {
  const tiers = tiersOf(file).map(
    (tier): Tier => ({ fromQuantity: tier.from, unitPrice: roundRate(monthly(priceOfTier(tier, file, currency))) }),
  );
  return {
    mode: file.tierMode,
    tiers,
    stepQuantity: file.step ?? null,
    minimumQuantity: file.minimum ?? 0,
    includedQuantity: file.included ?? 0,
  };
}

/** What the first unit costs, in the file's own unit. */
export function firstPriceOf(file: TariffFile, currency: string): Money {
  return priceOfTier(tiersOf(file)[0] ?? { from: 0 }, file, currency);
}

type TierFile = z.output<typeof TierFile>;

function tiersOf({ tiers }: TariffFile): readonly TierFile[] {
  return tiers ?? [{ from: 0 }];
}

function priceOfTier(tier: TierFile, { unitPrice }: TariffFile, currency: string): Money {
  const own = tier.unitPrice ?? unitPrice;
  if (own === undefined) throw new Error("A tier without a price was not refused.");
  return multiplyMoney(money(own, currency), tidy((PERCENT - (tier.discountPercent ?? 0)) / PERCENT));
}

/** What fields cannot know of each other: no price at all, tiers that overlap or leave a gap, amounts to read in two ways. */
export function tariffProblems(value: unknown, currency: unknown, path: Problem["path"]): readonly Problem[] {
  const result = TariffFile.safeParse(value);
  return [
    ...readingProblems(value, currency, path),
    ...(result.success ? [...priceProblems(result.data, path), ...tierProblems(result.data.tiers ?? [], path)] : []),
  ];
}

const LoosePrices = z
  .looseObject({
    unitPrice: z.unknown().optional(),
    tiers: z.array(z.looseObject({ unitPrice: z.unknown().optional() })).catch([]),
  })
  .catch({ unitPrice: undefined, tiers: [] });

function readingProblems(value: unknown, currency: unknown, path: Problem["path"]): readonly Problem[] {
  const { unitPrice, tiers } = LoosePrices.parse(value);
  const written: readonly (readonly [Problem["path"], unknown])[] = [
    [[...path, "unitPrice"], unitPrice],
    ...tiers.map((tier, index) => [[...path, "tiers", index, "unitPrice"], tier.unitPrice] as const),
  ];
  return written.flatMap(([place, amount]) => {
    const problem = ambiguousAmount(amount, currency);
    return problem === undefined ? [] : [{ path: place, found: shown(amount), ...problem }];
  });
}

function priceProblems({ unitPrice, tiers }: TariffFile, path: Problem["path"]): readonly Problem[] {
  if (unitPrice !== undefined) return [];
  if (tiers === undefined) {
    const expected = "a unitPrice, or tiers that have one each";
    return [{ path: [...path, "unitPrice"], found: "nothing", expected, fix: 'add for example unitPrice: "12.50"' }];
  }
  return tiers.flatMap((tier, index) =>
    tier.unitPrice === undefined
      ? [
          {
            path: [...path, "tiers", index],
            found: "a tier without a price",
            expected: "a unitPrice here, or one of the item that a discountPercent lowers",
            fix: "add unitPrice",
          },
        ]
      : [],
  );
}

function tierProblems(tiers: NonNullable<TariffFile["tiers"]>, path: Problem["path"]): readonly Problem[] {
  return tiers.flatMap(({ from }, index): readonly Problem[] => {
    const before = tiers[index - 1];
    const expectedFrom = before === undefined ? 0 : before.upTo;
    const place = [...path, "tiers", index, "from"];
    if (expectedFrom === undefined) {
      const found = "a tier after one without an end";
      const fix = `write upTo: ${from} there`;
      return [{ path: place, found, expected: "an upTo in the tier before", fix }];
    }
    if (before !== undefined && expectedFrom <= before.from) {
      const found = `a tier that ends at ${expectedFrom} and begins at ${before.from}`;
      return [
        {
          path: [...path, "tiers", index - 1, "upTo"],
          found,
          expected: "an end above its beginning",
          fix: "raise upTo",
        },
      ];
    }
    if (from === expectedFrom) return [];
    const found =
      from > expectedFrom
        ? `a gap: nothing is said from ${expectedFrom} to ${from}`
        : `an overlap: ${from} to ${expectedFrom} stands in two tiers`;
    return [
      { path: place, found, expected: `from: ${expectedFrom}`, fix: "let each tier begin where the last one ends" },
    ];
  });
}
