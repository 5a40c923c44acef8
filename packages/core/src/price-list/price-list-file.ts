import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import { textWritten } from "../base/written.ts";
import { AmountField, ambiguousAmount, IdField, NameField, PercentField } from "../input/fields.ts";
import { kindField } from "../input/file-head.ts";
import { parseShape } from "../input/node-shape-text.ts";
import { InventedField } from "../prices/invented-items.ts";
import { changeProblems, changesField } from "../prices/price-changes.ts";
import { priceFileFields, validityProblems } from "../prices/price-file.ts";
import { tariffProblems } from "../prices/tariff-file.ts";
import { priceBases } from "./bases/price-bases.ts";
import { BundleFile, listItemFileWith, OnboardingFile, SkuField, SupportPlanFile } from "./price-list-item-file.ts";

const MOST_ITEMS = 1000;
const MOST_MONTHS = 600;
const MOST_INDEXATION = 100;

const MinimumFeeFile = z.strictObject({
  sku: SkuField,
  name: NameField.meta({ description: "What the quote calls it.", examples: ["Minimum monthly fee"] }),
  monthly: AmountField.meta({
    title: "amount a month",
    description: "The least that a tenant pays a month.",
    examples: ["1200.00"],
  }),
  illustrative: InventedField,
});

const TermDiscountFile = z.strictObject({
  months: z
    .int()
    .min(1)
    .max(MOST_MONTHS)
    .meta({ title: "months", description: "From which term on the discount holds.", examples: [36] }),
  discountPercent: PercentField.meta({ description: "The discount off what recurs." }),
});

const DiscountCeilingFile = z.strictObject({
  percent: PercentField.optional().meta({
    description: "The most that a tenant's percentages come to together, of its term and its contract. Left out: 100.",
    examples: [15],
  }),
  monthly: AmountField.optional().meta({
    title: "amount a month",
    description: "The most that they come to a month. Left out: no such bound.",
    examples: ["2000.00"],
  }),
});

const bundles = z.array(BundleFile).max(MOST_ITEMS);
const BUNDLES = [[{ sku: "BUNDLE-M", name: "Medium", upTo: { vcpu: "16", memory: "64Gi" }, unitPrice: "2400.00" }]];
const wholeItems = [{ sku: "MK-CLUSTER", name: "Managed cluster", per: "cluster", unitPrice: "720.00" }];

const fees = {
  minimumFee: MinimumFeeFile.optional().meta({
    description:
      "A tenant pays no less than this a month, support apart. Left out: no minimum; on a later day as before.",
    examples: [{ sku: "MK-MIN", name: "Minimum monthly fee", monthly: "1200.00" }],
  }),
  onboarding: OnboardingFile.optional().meta({
    description: "What a tenant pays once, when it is taken on. Left out: nothing; on a later day as before.",
    examples: [{ sku: "ONB", name: "Onboarding", unitPrice: "2400.00" }],
  }),
};

/** What a tenant pays, as people write it, charged by any of some bases. */
export function priceListFileWith<Id extends string>(basisIds: readonly Id[]) {
  const items = z.array(listItemFileWith(basisIds)).max(MOST_ITEMS);
  // What of a list can change on a day; the rest of it holds all the time.
  const changing = {
    items: items.optional().meta({
      description: "Whole items: each takes the place of the one with its SKU, or is new. Left out: none.",
      examples: [wholeItems],
    }),
    bundles: bundles.optional().meta({
      description: "Whole bundles, likewise; new ones come last. Left out: none.",
      examples: BUNDLES,
    }),
    ...fees,
  };

  return z.strictObject({
    kind: kindField("PriceList"),
    ...priceFileFields,
    items: items.default([]).meta({
      description: "What tenants are charged for, by quantity; items or bundles must have something in them.",
      examples: [[{ sku: "MK-CLUSTER", name: "Managed cluster", per: "cluster", unitPrice: "690.00" }]],
    }),
    bundles: bundles.default([]).meta({
      description:
        "Sizes at one price, from the smallest to the largest: a tenant gets the first that holds it, or the one that its contract names.",
      examples: [[{ sku: "BUNDLE-M", name: "Medium", upTo: { vcpu: "16", memory: "64Gi" }, unitPrice: "2400.00" }]],
    }),
    minimumFee: fees.minimumFee,
    termDiscounts: z
      .array(TermDiscountFile)
      .max(MOST_ITEMS)
      .default([])
      .meta({
        description: "Discounts by how long a tenant binds itself; the longest term it reaches counts.",
        examples: [[{ months: 36, discountPercent: 8 }]],
      }),
    discountCeiling: DiscountCeilingFile.default({}).meta({
      description: "What all discounts of a tenant together are at most.",
      examples: [{ percent: 15 }],
    }),
    supportPlans: z
      .array(SupportPlanFile)
      .max(MOST_ITEMS)
      .default([])
      .meta({
        description: "Levels of support that a contract may name: a percentage of what recurs, and a minimum.",
        examples: [[{ id: "business", sku: "SUP-BUS", name: "Business support", percent: 6, minimum: "150.00" }]],
      }),
    defaultSupportPlan: IdField.optional().meta({
      description: "The support plan of tenants whose contract names none. Left out: they have none.",
      examples: ["business"],
    }),
    onboarding: fees.onboarding,
    indexation: z
      .strictObject({
        percentPerYear: z
          .number()
          .min(0)
          .max(MOST_INDEXATION)
          .meta({ title: "percent a year", description: "By how much recurring prices rise.", examples: [2.5] }),
      })
      .optional()
      .meta({
        description: "The rise of recurring prices in each year after the first. Left out: none.",
        examples: [{ percentPerYear: 2.5 }],
      }),
    changes: changesField(changing, { items: wholeItems }),
  });
}

/** The same by what every list may charge by. JSON Schema: `schema/price-list.schema.json`. */
export const PriceListFile = priceListFileWith(priceBases.map(({ id }) => id));
export type PriceListFile = z.output<typeof PriceListFile>;
/** A price list as it was read, which may charge by bases of its provider's own. */
export type ReadPriceList = z.output<ReturnType<typeof priceListFileWith<string>>>;

const Loosely = z.looseObject({
  currency: z.unknown().optional(),
  items: z
    .array(z.looseObject({ sku: z.unknown().optional(), per: z.unknown().optional(), flavour: z.unknown().optional() }))
    .catch([]),
  bundles: z.array(z.looseObject({ sku: z.unknown().optional(), unitPrice: z.unknown().optional() })).catch([]),
  supportPlans: z.array(z.looseObject({ id: z.unknown().optional(), minimum: z.unknown().optional() })).catch([]),
  defaultSupportPlan: z.unknown().optional(),
  minimumFee: z.looseObject({ monthly: z.unknown().optional() }).optional().catch(undefined),
  onboarding: z.looseObject({ unitPrice: z.unknown().optional() }).optional().catch(undefined),
});
type LooseList = z.output<typeof Loosely>;

/** What one field of a price list cannot know. */
export function priceListProblems(value: unknown): readonly Problem[] {
  return [...problemsOfList(value), ...changeProblems(value, problemsOfList)];
}

function problemsOfList(value: unknown): readonly Problem[] {
  const result = Loosely.safeParse(value);
  if (!result.success) return [];
  const list = result.data;
  return [
    ...validityProblems(value),
    ...list.items.flatMap((item, index) => [
      ...tariffProblems(item, list.currency, ["items", index]),
      ...itemProblems(item, ["items", index]),
    ]),
    ...amountProblems(list),
    ...repeatedSkus(list),
    ...emptyProblems(list),
    ...unknownPlan(list),
  ];
}

function itemProblems(
  { per, flavour, storageClass }: LooseList["items"][number],
  path: Problem["path"],
): readonly Problem[] {
  const problems: Problem[] = [];
  if (flavour !== undefined && per !== "node") {
    const expected = "none unless the price is per: node";
    problems.push({ path: [...path, "flavour"], found: shown(flavour), expected, fix: "remove it" });
  } else if (typeof flavour === "string" && parseShape(flavour) === null) {
    const expected = "vCPU x GiB x GiB of disk, as the plan shows it";
    problems.push({ path: [...path, "flavour"], found: shown(flavour), expected, fix: 'write for example "8x32x80"' });
  }
  if (storageClass !== undefined && per !== "storage") {
    const expected = "none unless the price is per: storage";
    problems.push({ path: [...path, "storageClass"], found: shown(storageClass), expected, fix: "remove it" });
  }
  return problems;
}

function amountProblems({ currency, bundles, supportPlans, minimumFee, onboarding }: LooseList): readonly Problem[] {
  const amounts: readonly (readonly [Problem["path"], unknown])[] = [
    ...bundles.map(({ unitPrice }, index) => [["bundles", index, "unitPrice"], unitPrice] as const),
    ...supportPlans.map(({ minimum }, index) => [["supportPlans", index, "minimum"], minimum] as const),
    [["minimumFee", "monthly"], minimumFee?.monthly],
    [["onboarding", "unitPrice"], onboarding?.unitPrice],
  ];
  return amounts.flatMap(([path, amount]) => {
    const problem = ambiguousAmount(amount, currency);
    return problem === undefined ? [] : [{ path, found: shown(amount), ...problem }];
  });
}

function repeatedSkus({ items, bundles }: LooseList): readonly Problem[] {
  const seen = new Set<unknown>();
  const all = [
    ...items.map(({ sku }, index) => [["items", index, "sku"], sku] as const),
    ...bundles.map(({ sku }, index) => [["bundles", index, "sku"], sku] as const),
  ];
  return all.flatMap(([path, sku]): readonly Problem[] => {
    const isSecond = sku !== undefined && seen.has(sku);
    seen.add(sku);
    if (!isSecond) return [];
    return [{ path, found: `${shown(sku)} a second time`, expected: "a SKU of its own", fix: "give it another" }];
  });
}

function emptyProblems({ items, bundles }: LooseList): readonly Problem[] {
  if (items.length + bundles.length > 0) return [];
  const fix = 'add for example items: [{ sku: BASE, name: Managed cluster, per: cluster, unitPrice: "390.00" }]';
  return [{ path: ["items"], found: "neither items nor bundles", expected: "something that has a price", fix }];
}

function unknownPlan({ supportPlans, defaultSupportPlan }: LooseList): readonly Problem[] {
  const ids = supportPlans.flatMap(({ id }) => textWritten(id) ?? []);
  const wanted = textWritten(defaultSupportPlan);
  if (wanted === undefined || ids.includes(wanted)) return [];
  const expected = ids.length === 0 ? "one of the supportPlans, of which there are none" : `one of: ${ids.join(", ")}`;
  return [{ path: ["defaultSupportPlan"], found: shown(defaultSupportPlan), expected, fix: "name one of them" }];
}

/** A price list as it is written, before it is read. */
export type PriceListFileInput = z.input<typeof PriceListFile>;
