import { targetOf } from "./column-mapping.ts";
import { columns } from "./columns/index.ts";
import type { TenantColumn } from "./tenant-column.ts";
import type { NamedColumn } from "./tenant-head.ts";
import { signsIn } from "./units/currency-signs.ts";
import { size } from "./units/size.ts";

/** What columns whose heads say nothing may be, by what stands in their first rows: a guess, for somebody to look at. */
export function guessedTargets(
  named: readonly (NamedColumn | undefined)[],
  firstRows: readonly (readonly string[])[],
): readonly string[] {
  const taken = new Set(named.flatMap((one) => one?.column.called ?? []));
  return named.map((one, index) => {
    if (one !== undefined) return "";
    const cells = firstRows.map((cells) => (cells[index] ?? "").trim()).filter((cell) => cell !== "");
    const guess = guesses
      .map((guessOf) => guessOf(cells))
      .find((found) => found?.some((each) => !taken.has(each.column.called)));
    const first = guess?.find(({ column }) => !taken.has(column.called));
    if (first === undefined) return "";
    taken.add(first.column.called);
    return targetOf(first);
  });
}

/** What cells may be, the likeliest first; undefined: they say nothing of that kind. */
type Guess = (cells: readonly string[]) => readonly NamedColumn[] | undefined;

const called = (name: string): TenantColumn[] => columns.filter((column) => column.called === name);
const named = (name: string): readonly NamedColumn[] => called(name).map((column) => ({ column }));

const guesses: readonly Guess[] = [amounts, sizes, names];

/** Numbers with the sign of a currency. */
function amounts(cells: readonly string[]): ReturnType<Guess> {
  const isAmount = (cell: string) => signsIn(cell).signs.length > 0 && /\d/.test(cell);
  return cells.length > 0 && cells.every(isAmount) ? named("price") : undefined;
}

/** Numbers with a unit of bytes: memory, or volumes where memory is another column. */
function sizes(cells: readonly string[]): ReturnType<Guess> {
  const [suffix, ...others] = new Set(cells.map((cell) => size.inCell(cell).suffix));
  if (suffix === undefined || others.length > 0) return undefined;
  return ["memory", "storage"].flatMap(called).map((column) => ({ column, suffix }));
}

/** Words, of which no two are the same: who it is. */
function names(cells: readonly string[]): ReturnType<Guess> {
  const isName = (cell: string) => /\p{L}{2}/u.test(cell) && !/^[\d.,\s]+\D{0,3}$/.test(cell);
  return cells.length > 0 && new Set(cells).size === cells.length && cells.every(isName) ? named("tenant") : undefined;
}
