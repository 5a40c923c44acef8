import * as z from "zod";
import { AmountField, CpuField, IdField, MemoryField, NameField, PercentField, StorageField } from "../input/fields.ts";
import { InventedField } from "../prices/invented-items.ts";
import { ServiceLine } from "../prices/service-line.ts";
import { tariffFields } from "../prices/tariff-file.ts";

const MOST_PODS = 1_000_000;
const MOST_LETTERS = 500;

export const SkuField = NameField.meta({
  description: "The short name by which quotes, contracts and ranges call it, once in the list.",
  examples: ["MK-VCPU"],
});

const description = z
  .string()
  .max(MOST_LETTERS)
  .optional()
  .meta({ description: "A sentence for the tenant, printed in its quote.", examples: ["Upgrades included"] });

const nameField = (example: string) => NameField.meta({ description: "What the quote calls it.", examples: [example] });

/** What is charged by quantity, by any of some bases. */
export function listItemFileWith<Id extends string>(basisIds: readonly Id[]) {
  return z.strictObject({
    sku: SkuField,
    name: nameField("vCPU requested"),
    description,
    per: z.enum(basisIds).meta({
      description: "What is counted for each tenant: itself, its clusters, what it requests, its nodes, its volumes.",
      examples: ["requested-vcpu"],
    }),
    ...tariffFields,
    flavour: z
      .string()
      .optional()
      .meta({
        title: "vCPU x GiB x GiB of disk",
        description: "For a price per node: only nodes of this shape. Left out: of every shape.",
        examples: ["8x32x80"],
      }),
    storageClass: IdField.optional().meta({
      description: "For a price per GiB of storage: only volumes of this class. Left out: of every class.",
      examples: ["gold"],
    }),
    service: ServiceLine.optional().meta({
      description: "What is sold by it, for margins by service. Left out: as it follows from what is counted.",
      examples: ["compute"],
    }),
    recovers: z
      .enum(["platform", "workload"])
      .optional()
      .meta({
        description:
          "Whether it pays for the platform or for what the tenant runs. Left out: a fee per tenant or cluster pays for the platform.",
        examples: ["platform"],
      }),
    optional: z
      .boolean()
      .default(false)
      .meta({ description: "Whether only those pay it whose contract takes it, in its options.", examples: [true] }),
    taxable: z
      .boolean()
      .default(true)
      .meta({
        description: "Whether tax is due on it: said in the quote's JSON and CSV; no tax is added.",
        examples: [false],
      }),
    illustrative: InventedField,
  });
}
export type ListItemFile = z.output<ReturnType<typeof listItemFileWith<string>>>;

const BoundsFile = z.strictObject({
  vcpu: CpuField.optional().meta({ description: "vCPU that its pods request. Left out: no bound.", examples: ["16"] }),
  memory: MemoryField.optional().meta({
    description: "Memory that its pods request. Left out: no bound.",
    examples: ["64Gi"],
  }),
  pods: z
    .int()
    .min(0)
    .max(MOST_PODS)
    .optional()
    .meta({ title: "pods", description: "How many pods it runs. Left out: no bound.", examples: [60] }),
  storage: StorageField.optional().meta({
    description: "Its volumes together. Left out: no bound.",
    examples: ["1Ti"],
  }),
});

/** A size at one price. */
export const BundleFile = z.strictObject({
  sku: SkuField,
  name: nameField("Medium"),
  description,
  upTo: BoundsFile.meta({
    description: "The largest tenant it holds; what is not named has no bound.",
    examples: [{ vcpu: "16", memory: "64Gi" }],
  }),
  unitPrice: AmountField.meta({
    title: "amount a month",
    description: "What a tenant of that size pays a month.",
    examples: ["2400.00"],
  }),
  illustrative: InventedField,
});

/** The larger of a percentage of what recurs and a minimum. */
export const SupportPlanFile = z.strictObject({
  id: IdField.meta({ description: "The name by which contracts call it.", examples: ["business"] }),
  sku: SkuField,
  name: nameField("Business support"),
  percent: PercentField.meta({ description: "Of what the tenant pays a month beside it.", examples: [6] }),
  minimum: AmountField.meta({
    title: "amount a month",
    description: "The least that it costs a month.",
    examples: ["150.00"],
  }),
  illustrative: InventedField,
});

/** What is due once. */
export const OnboardingFile = z.strictObject({
  sku: SkuField,
  name: nameField("Onboarding"),
  description,
  unitPrice: AmountField.meta({ description: "What a tenant pays once.", examples: ["2400.00"] }),
  illustrative: InventedField,
});
