import { parseQuantity } from "@nkp-planner/core";
import type { CellGiven, CellRead, Wanted } from "./read-cell.ts";
import type { TenantDraft, Typed } from "./tenant-draft.ts";
import type { Unit } from "./units/unit.ts";

/** A column of a table of tenants: in a CSV, in rows that are pasted, in the grid of a page. */
export interface TenantColumn {
  readonly id: string;
  /** What messages call it; as a head it names this column. */
  readonly called: string;
  /** The heads that name it: words in small letters, without those that name its unit. */
  readonly heads: RegExp;
  /** Heads that name it where no head of `heads` does; the likelier first. */
  readonly otherHeads?: readonly RegExp[];
  /** What its numbers count in; null: it holds words. */
  readonly unit: Unit | null;
  /** Whether no tenant goes without it. A size is needed only of a tenant that is sized by totals. */
  readonly needed: boolean;
  /** Whether it is one of the totals that size a tenant, which others have from their workloads. */
  readonly isSize: boolean;
  /** Whether a row below the tenants may say the sum of its values. */
  readonly addsUp?: boolean;
  /** What a cell is told to hold that holds something else. */
  readonly wanted: Wanted;
  /** The field of a tenant where its value stands, `price.monthly`, and others whose problems are shown in its cell. */
  readonly fields: readonly [string, ...string[]];
  /** What a cell may be chosen from, the usual one first. */
  readonly options?: readonly ChoiceOption[];
  parse(text: string, given: CellGiven): CellRead;
  valueIn(tenant: TenantDraft): Typed | undefined;
  /** The tenant with another value; undefined: with none, which is nothing at all of what is needed. */
  write(tenant: TenantDraft, value: Typed | undefined): TenantDraft;
  show(value: Typed | undefined): CellShown;
  /** How it stands in the grid; absent: it is in files only. */
  readonly grid?: GridHead;
}

export interface ChoiceOption {
  readonly id: string;
  readonly title: string;
  /** The words that mean it. */
  readonly words: RegExp;
}

/** What stands in a cell, before a locale has its say. */
export interface CellShown {
  readonly text: string;
  /** Whether the text is digits, with a point before the fraction. */
  readonly isNumber: boolean;
  /** The unit where it is not the column's usual one; else empty. */
  readonly suffix: string;
}

export interface GridHead {
  readonly title: string;
  /** What a screen reader says beside the title. */
  readonly unit: string;
  /** The head to be seen where the title alone would not say enough. */
  readonly headIn?: (currency: string) => string;
  /** Whether each cell shows its unit, the usual one too. */
  readonly isUnitShown?: boolean;
  /** What an empty cell says. */
  readonly placeholder?: string;
}

export type GridColumn = TenantColumn & { readonly grid: GridHead };

/** The column, of those given, whose cell shows the problems of a field: the one it is for, or else one beside it. */
export function columnOfField<Column extends TenantColumn>(
  field: string,
  columns: readonly Column[],
): Column | undefined {
  return (
    columns.find(({ fields: [own] }) => isWithin(field, own)) ??
    columns.find(({ fields: [, ...others] }) => others.some((one) => isWithin(field, one)))
  );
}

const NANO = 1e9;

/** A tenant's number in the unit that all values of a column are held in, whatever their own; undefined: it has none. */
export function valueInUnits({ valueIn }: TenantColumn, tenant: TenantDraft): number | undefined {
  const nano = parseQuantity(String(valueIn(tenant) ?? ""));
  return nano === null ? undefined : Number(nano) / NANO;
}

/** Whether one of two paths is a part of the other. */
function isWithin(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}
