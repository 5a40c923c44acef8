import * as z from "zod";
import { ExtendedNameField } from "../base/extended-resources.ts";
import { AmountField, CurrencyField, IdField, NameField, NoteField } from "../input/fields.ts";
import { InventedField } from "./invented-items.ts";
import { rateKinds } from "./price-kinds.ts";
import { tariffFields } from "./tariff-file.ts";

const MOST_MONTHS = 600;
const MOST_VCPU_PER_CORE = 100;
const MOST_WATTS = 100_000;

/** What one thing costs the provider, as people write it. */
export const PriceItemFile = z.strictObject({
  sku: NameField.meta({
    description: "The item's short name, by which results and ranges call it.",
    examples: ["NKP-ULT"],
  }),
  name: NameField.meta({ description: "What people call it.", examples: ["NKP Ultimate"] }),
  note: NoteField,
  illustrative: InventedField,
  appliesTo: z.enum(rateKinds).meta({
    description: "The kind of price: what it is billed for.",
    examples: ["infrastructure-vcpu"],
  }),
  unit: z
    .string()
    .min(1)
    .meta({
      description:
        "What is counted, and for how long the price is: month, year, hour or term; each kind has its units.",
      examples: ["vCPU-month"],
    }),
  currency: CurrencyField.optional().meta({
    description: "The item's currency, where it is not the book's; exchangeRates must have a rate for it.",
    examples: ["USD"],
  }),
  ...tariffFields,
  termMonths: z
    .int()
    .min(1)
    .max(MOST_MONTHS)
    .optional()
    .meta({ title: "months", description: "For a price per term: how long the term is.", examples: [36] }),
  vcpuPerCore: z
    .number()
    .positive()
    .max(MOST_VCPU_PER_CORE)
    .optional()
    .meta({
      title: "vCPU",
      description: "For an NKP licence by the core: how many licensed vCPU one core covers. Left out: 1.",
      examples: [2],
    }),
  storageClass: IdField.optional().meta({
    description: "For infrastructure-storage: the class of volumes that it is for. Left out: all others.",
    examples: ["gold"],
  }),
  hostCluster: IdField.optional().meta({
    description: "For a host: the cluster of hosts that it is for, as the fleet calls it. Left out: all others.",
    examples: ["gold"],
  }),
  resource: ExtendedNameField.optional().meta({
    description: "For gpu: the extended resource that it is for. Left out: each that no other item names.",
    examples: ["nvidia.com/gpu"],
  }),
  amortisedOverMonths: z
    .int()
    .min(1)
    .max(MOST_MONTHS)
    .optional()
    .meta({
      title: "months",
      description: "For a host that is bought: over how long its price less residualValue is spread.",
      examples: [60],
    }),
  residualValue: AmountField.optional().meta({
    description: "For a host that is bought: what it is worth in the end. Left out: 0.",
    examples: ["4000.00"],
  }),
  wattsPerHost: z
    .number()
    .positive()
    .max(MOST_WATTS)
    .optional()
    .meta({ title: "watts", description: "For power by the kWh: what one host draws on average.", examples: [650] }),
});
export type PriceItemFile = z.output<typeof PriceItemFile>;
