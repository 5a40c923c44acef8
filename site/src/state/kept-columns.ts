/** How tables were told to be read, by the names of their columns: the next one of the same names is read alike. */

const KEY = "nkp-planner.columns";
const MOST_KEPT = 50;

/** What a reader is told of a table's columns. */
export interface ColumnOptions {
  readonly columns: string;
  readonly decimal?: string;
}

export function keepColumns(heads: readonly string[], options: ColumnOptions): void {
  const others = all().filter(([names]) => names !== keyOf(heads));
  try {
    localStorage.setItem(KEY, JSON.stringify([...others.slice(1 - MOST_KEPT), [keyOf(heads), options]]));
  } catch {
    // A browser that keeps nothing asks again.
  }
}

/** null: nobody has said anything of such a table. */
export function keptColumns(heads: readonly string[]): ColumnOptions | null {
  const [, options] = all().find(([names]) => names === keyOf(heads)) ?? [];
  return options ?? null;
}

function keyOf(heads: readonly string[]): string {
  return JSON.stringify(heads.map((head) => head.trim()));
}

function all(): readonly (readonly [heads: string, options: ColumnOptions])[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
}

function isKept(one: unknown): one is readonly [string, ColumnOptions] {
  return Array.isArray(one) && typeof one[0] === "string" && typeof Object(one[1]).columns === "string";
}
