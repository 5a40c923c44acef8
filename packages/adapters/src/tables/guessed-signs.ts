import type { CsvRow } from "./csv-rows.ts";
import type { NamedColumn } from "./tenant-head.ts";

/** Signs of several currencies that were taken for the fleet's. */
export function guessedSigns(
  rows: readonly CsvRow[],
  columns: readonly (NamedColumn | undefined)[],
  currency: string | undefined,
): readonly string[] {
  if (currency === undefined) return [];
  const signs = columns.flatMap((named, index) => {
    const unit = named?.column.unit;
    if (unit?.isMoney !== true) return [];
    const parts = rows.map(({ cells }) => unit.inCell((cells[index] ?? "").trim()));
    return parts.flatMap(({ sign, currencies = [] }) =>
      sign !== undefined && currencies.length > 1 && currencies.includes(currency) ? sign : [],
    );
  });
  return [...new Set(signs)].map(
    (sign) => `"${sign}" is read as ${currency}, the fleet's currency; it stands for others too.`,
  );
}
