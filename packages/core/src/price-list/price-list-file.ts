import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { shown } from "../base/shown.ts";
import { textWritten } from "../base/written.ts";
import {
  AmountField,
  ambiguousAmount,
  CpuField,
  IdField,
  MemoryField,
  NameField,
  PercentField,
  StorageField,
} from "../input/fields.ts";
import { parseShape } from "../input/parameters.ts";
import { priceFileFields, validityProblems } from "../prices/price-file.ts";
import { ServiceLine } from "../prices/service-line.ts";
import { tariffFields, tariffProblems } from "../prices/tariff-file.ts";

/** What a tenant may be charged for, and what people call one unit of it. */
export const PRICE_BASES = {
  tenant: "tenant",
  cluster: "cluster",
  "requested-vcpu": "vCPU",
  "requested-memory": "GiB",
  pod: "pod",
  node: "node",
  "node-vcpu": "vCPU",
  "node-memory": "GiB",
  storage: "GiB",
} as const;
export type PriceBasis = keyof typeof PRICE_BASES;
const priceBases = Object.keys(PRICE_BASES) as [PriceBasis, ...PriceBasis[]];

const MOST_ITEMS = 1000;
const MOST_MONTHS = 600;
const MOST_PODS = 1_000_000;
const MOST_INDEXATION = 100;

const description = z.string().max(500).optional();

const ListItemFile = z.strictObject({
  sku: NameField,
  name: NameField,
  description,
  per: z.enum(priceBases),
  ...tariffFields,
  /** For a node: only nodes of this shape. */
  flavour: z.string().optional(),
  /** For storage: only volumes of this class. */
  storageClass: IdField.optional(),
  service: ServiceLine.optional(),
  /** Whether it pays for the platform or for what the tenant runs; by default a fee per tenant or cluster pays for the platform. */
  recovers: z.enum(["platform", "workload"]).optional(),
  /** Charged only where the tenant's contract takes it. */
  optional: z.boolean().default(false),
  taxable: z.boolean().default(true),
});
export type ListItemFile = z.output<typeof ListItemFile>;

const BundleFile = z.strictObject({
  sku: NameField,
  name: NameField,
  description,
  /** The largest tenant it holds; what is not named has no bound. */
  upTo: z.strictObject({
    vcpu: CpuField.optional(),
    memory: MemoryField.optional(),
    pods: z.int().min(0).max(MOST_PODS).optional(),
    storage: StorageField.optional(),
  }),
  unitPrice: AmountField,
});

/** What a tenant pays, as people write it. JSON Schema: `schema/price-list.schema.json`. */
export const PriceListFile = z.strictObject({
  kind: z.literal("PriceList"),
  ...priceFileFields,
  items: z.array(ListItemFile).max(MOST_ITEMS).default([]),
  /** From the smallest to the largest: a tenant gets the first that holds it, or the one its contract names. */
  bundles: z.array(BundleFile).max(MOST_ITEMS).default([]),
  /** A tenant pays no less than this a month, support apart. */
  minimumFee: z.strictObject({ sku: NameField, name: NameField, monthly: AmountField }).optional(),
  /** By how long a tenant binds itself; the longest term it reaches counts. */
  termDiscounts: z
    .array(z.strictObject({ months: z.int().min(1).max(MOST_MONTHS), discountPercent: PercentField }))
    .max(MOST_ITEMS)
    .default([]),
  /** What all discounts together are at most. */
  discountCeiling: z.strictObject({ percent: PercentField.optional(), monthly: AmountField.optional() }).default({}),
  /** The larger of a percentage of what recurs and a minimum. */
  supportPlans: z
    .array(
      z.strictObject({ id: IdField, sku: NameField, name: NameField, percent: PercentField, minimum: AmountField }),
    )
    .max(MOST_ITEMS)
    .default([]),
  /** For tenants whose contract names none. */
  defaultSupportPlan: IdField.optional(),
  onboarding: z.strictObject({ sku: NameField, name: NameField, description, unitPrice: AmountField }).optional(),
  /** By how much recurring prices rise each year after the first. */
  indexation: z.strictObject({ percentPerYear: z.number().min(0).max(MOST_INDEXATION) }).optional(),
});
export type PriceListFile = z.output<typeof PriceListFile>;

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
