import { type Problem, shown } from "@nkp-planner/core";
import { id } from "./columns/id.ts";
import { name } from "./columns/name.ts";
import type { CsvRow } from "./csv-rows.ts";
import { placeOf, type TenantTable } from "./row-cells.ts";

/** What is said of names that stand in several rows. */
export interface DoubledNames {
  /** Where nothing tells whether it is one tenant: at each row but the first. */
  readonly problems: readonly Problem[];
  /** Where ids tell them apart. */
  readonly notices: readonly string[];
}

/** Names that stand in several rows, whatever the case of their letters: with ids tenants of their own, else refused. */
export function doubledNames(rows: readonly CsvRow[], table: TenantTable): DoubledNames {
  const at = placeOf(name, table);
  const idAt = placeOf(id, table);
  const byName = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const key = nameKey(row.cells[at]);
    if (key !== "") byName.set(key, [...(byName.get(key) ?? []), row]);
  }
  const groups = [...byName.values()].filter((group) => group.length > 1);
  const isTold = (group: readonly CsvRow[]) => group.every(({ cells }) => (cells[idAt] ?? "").trim() !== "");
  const nameOf = ({ cells }: CsvRow) => shown((cells[at] ?? "").trim());
  return {
    problems: groups
      .filter((group) => !isTold(group))
      .flatMap(([first, ...others]) => others.map((row) => doubledProblem(row, first?.line ?? 1, table))),
    notices: groups.filter(isTold).map((group) => {
      const lines = group.map(({ line }) => line).join(", ");
      const [first] = group as [CsvRow];
      return `${nameOf(first)} stands in the lines ${lines}: these are tenants of their own, by their ids.`;
    }),
  };
}

/** What makes two names one: neither case nor spaces part them. */
export function nameKey(text: string | undefined): string {
  return (text ?? "").trim().replaceAll(/\s+/g, " ").toLowerCase();
}

/** That a row's name stood above. */
export function doubledProblem({ cells, line }: CsvRow, firstLine: number, table: TenantTable): Problem {
  const at = placeOf(name, table);
  return {
    path: [table.heads[at] ?? name.called],
    found: `${shown((cells[at] ?? "").trim())} a second time, as in line ${firstLine}`,
    expected: "a row for each tenant",
    fix: "add the rows up where they are one tenant, or give each a name, or an id, of its own",
    line,
    column: at + 1,
  };
}
