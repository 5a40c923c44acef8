import * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import { IsoDate } from "../base/provenance.ts";
import { shown } from "../base/shown.ts";
import { IdField, NameField, PercentField } from "./fields.ts";

/** What a tenant has agreed to, beside a price. */
export interface Contract {
  /** For how long it is bound; null: as long as it likes. */
  readonly termMonths: number | null;
  /** Id of one of the price list's plans. */
  readonly supportPlan: string | null;
  /** SKU of one of the price list's bundles; null: the smallest that holds it. */
  readonly bundle: string | null;
  /** Off the list, for this tenant alone. */
  readonly discountPercent: number | null;
  /** SKUs of optional items that it takes. */
  readonly options: readonly string[];
  readonly from: IsoDate | null;
  /** The first day it is no longer a tenant. */
  readonly until: IsoDate | null;
}

const MOST_MONTHS = 600;
const MOST_OPTIONS = 100;

export const ContractFile = z.strictObject({
  termMonths: z
    .int()
    .min(1)
    .max(MOST_MONTHS)
    .optional()
    .meta({
      title: "months",
      description: "For how long the tenant is bound; term discounts go by it. Left out: it is not bound.",
      examples: [36],
    }),
  supportPlan: IdField.optional().meta({
    description: "The id of a support plan of the price list. Left out: the list's default.",
    examples: ["premium"],
  }),
  bundle: NameField.optional().meta({
    description: "The SKU of a bundle of the price list. Left out: the smallest that holds the tenant.",
    examples: ["BUNDLE-M"],
  }),
  discountPercent: PercentField.optional().meta({
    description: "A discount for this tenant alone, up to the list's ceiling.",
    examples: [5],
  }),
  options: z
    .array(NameField)
    .max(MOST_OPTIONS)
    .default([])
    .meta({ description: "The SKUs of optional items of the price list that it takes.", examples: [["MK-DR"]] }),
  from: IsoDate.optional().meta({
    description: "The first day it is a tenant. Left out: it has always been one.",
    examples: ["2026-01-01"],
  }),
  until: IsoDate.optional().meta({
    description:
      "The first day it is no tenant any more, where validUntil of prices is their last day. Left out: it stays.",
    examples: ["2029-01-01"],
  }),
});

/** What was agreed with a tenant; null and none where its file does not say. */
export function contractOf(file: z.output<typeof ContractFile> | undefined): Contract {
  return {
    termMonths: file?.termMonths ?? null,
    supportPlan: file?.supportPlan ?? null,
    bundle: file?.bundle ?? null,
    discountPercent: file?.discountPercent ?? null,
    options: file?.options ?? [],
    from: file?.from ?? null,
    until: file?.until ?? null,
  };
}

const Dates = z
  .looseObject({ from: z.unknown().optional(), until: z.unknown().optional() })
  .catch({ from: null, until: null });

/** A contract that ends before it begins. */
export function contractProblems(value: unknown, path: Problem["path"]): readonly Problem[] {
  const { from, until } = Dates.parse(value ?? {});
  if (typeof from !== "string" || typeof until !== "string" || until > from) return [];
  const expected = `a day after ${shown(from)}, when it begins`;
  return [{ path: [...path, "until"], found: shown(until), expected, fix: "mend one of the two" }];
}
