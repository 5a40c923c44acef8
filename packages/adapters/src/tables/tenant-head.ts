import { columns } from "./columns/index.ts";
import { name } from "./columns/name.ts";
import type { TenantColumn } from "./tenant-column.ts";
import { signsIn } from "./units/currency-signs.ts";
import { type HeadUnit, spaced } from "./units/unit.ts";

/** A column as the head of a table names it. */
export interface NamedColumn extends Omit<HeadUnit, "rest"> {
  readonly column: TenantColumn;
  /** Whether its word may be of somebody else's, and stands for this column because no other head does. */
  readonly isGuessed?: boolean;
}

/** Words of a head that change nothing of what its numbers mean. */
const FILLERS = /\b(total|requested|requests?|needed|required|in|of)\b/g;

/**
 * The column that a head names; undefined where it names none that is known. A head with one word more (`vCPU per pod`)
 * says something else and is none of them.
 *
 * `Memory (GB)` → memory, and a bare number below it counts in `G`
 */
export function tenantColumnOf(head: string): NamedColumn | undefined {
  const { signs, words } = wordsOf(head);
  if (words === "") return undefined;
  for (const column of columns) {
    if (signs.length > 0 && column.unit?.isMoney !== true) continue;
    const ways: readonly HeadUnit[] = column.unit?.inHead(words, signs) ?? [{ rest: words }];
    const way = ways.find(({ rest }) => column.heads.test(rest));
    if (way === undefined) continue;
    const { rest: _, ...named } = way;
    return { column, ...named };
  }
  return undefined;
}

/**
 * The columns that the heads of one table name, each as `tenantColumnOf` says; a column that none of them names may be
 * named by a word that elsewhere is of somebody else's: `Firma`, `Account`.
 */
export function tenantColumnsOf(
  heads: readonly string[],
  columnOf: (head: string) => NamedColumn | undefined = tenantColumnOf,
): readonly (NamedColumn | undefined)[] {
  const named = heads.map(columnOf);
  for (const column of columns) {
    if (column.otherHeads === undefined || named.some((one) => one?.column === column)) continue;
    const at = column.otherHeads
      .map((pattern) =>
        heads.findIndex((head, index) => named[index] === undefined && pattern.test(wordsOf(head).words)),
      )
      .find((index) => index >= 0);
    if (at !== undefined) named[at] = { column, isGuessed: true };
  }
  return named;
}

/** Small letters without accents, one space between words: `Société (%)` → `societe percent`. */
function wordsOf(head: string): { readonly signs: ReturnType<typeof signsIn>["signs"]; readonly words: string } {
  const { signs, rest } = signsIn(head);
  const words = rest
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("%", " percent ")
    .replaceAll(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .replaceAll(FILLERS, " ");
  return { signs, words: spaced(words) };
}

/** Whether a row names columns: the tenant's, and one more. */
export function isHead(named: readonly (NamedColumn | undefined)[]): boolean {
  const known = new Set(named.flatMap((one) => one?.column ?? []));
  return known.has(name) && known.size > 1;
}

/** Amounts that cannot be taken as they are: in another currency than wanted, or in one that nobody can tell. */
export function isInOther(named: NamedColumn | undefined, currency: string | undefined): boolean {
  const currencies = named?.currencies;
  if (currencies === undefined) return false;
  return currency === undefined ? currencies.length !== 1 : !currencies.includes(currency);
}
