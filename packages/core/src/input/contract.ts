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
  termMonths: z.int().min(1).max(MOST_MONTHS).optional(),
  supportPlan: IdField.optional(),
  bundle: NameField.optional(),
  discountPercent: PercentField.optional(),
  options: z.array(NameField).max(MOST_OPTIONS).default([]),
  from: IsoDate.optional(),
  until: IsoDate.optional(),
});

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
