import * as z from "zod";
import type { FigureDefinition } from "../plan/totals/figure-definition.ts";
import type { TenantEconomics } from "../plan/totals/margin.ts";
import type { TotalDefinition } from "../plan/totals/total-definition.ts";
import { type ComparedTotals, comparedIds } from "../plan/totals/total-differences.ts";
import { type PlanTotals, TOTALS, type TotalId } from "../plan/totals/totals.ts";
import { type TenantField, tenantFigures } from "../views/figures/tenants.ts";
import { MoneyPart } from "./parts.ts";

/** Fields of documents that are figures: their shapes and descriptions come from the figures' rows. */
type Fields<Values> = { readonly [Id in keyof Values]: z.ZodType<Values[Id]> };

const DIFFERENCES = { count: z.int(), amount: z.number(), money: MoneyPart, ratio: z.number() };
const VALUES = { ...DIFFERENCES, count: z.int().nonnegative(), amount: z.number().nonnegative() };

/** All totals of a plan. */
export function totalFields(): Fields<PlanTotals> {
  const entries = (Object.entries(TOTALS) as [TotalId, TotalDefinition][]).map(([id, row]) => [id, totalField(row)]);
  return Object.fromEntries(entries);
}

function totalField(row: TotalDefinition): z.ZodType {
  if (row.kind === "divided") return partsOf(row).meta({ description: row.how });
  return described(row, VALUES[row.kind]);
}

/** Every amount of a tenant. */
export function tenantFields(): Fields<Pick<TenantEconomics, TenantField>> {
  const entries = Object.entries(tenantFigures).map(([field, row]) => [
    field,
    described(row, row.unit === "ratio" ? z.number() : MoneyPart),
  ]);
  return Object.fromEntries(entries);
}

/** What a plan has more than the baseline: less than nothing where it has less. */
export function differenceFields(): Fields<ComparedTotals> {
  const entries = comparedIds.map((id) => {
    const row: TotalDefinition = TOTALS[id];
    return [id, row.kind === "divided" ? partsOf(row) : DIFFERENCES[row.kind]];
  });
  return Object.fromEntries(entries);
}

function partsOf({ parts }: Extract<TotalDefinition, { kind: "divided" }>): z.ZodType {
  return z.strictObject(
    Object.fromEntries(Object.entries(parts).map(([part, { how }]) => [part, MoneyPart.meta({ description: how })])),
  );
}

type Words = Pick<FigureDefinition<never>, "how" | "formula" | "whenUnknown">;

function described({ how, formula, whenUnknown }: Words, shape: z.ZodType): z.ZodType {
  const said = typeof formula === "string" ? `${how} ${formula}.` : how;
  return whenUnknown === undefined
    ? shape.meta({ description: said })
    : shape.nullable().meta({ description: `${said} null: ${whenUnknown}.` });
}
