import { type ColumnMapping, columnMapping, mappedCells } from "../../tables/column-mapping.ts";
import { columnsNamed } from "../../tables/table-heads.ts";
import { isHead } from "../../tables/tenant-head.ts";
import { readTenantsCsv } from "../../tables/tenants-csv.ts";
import type { DecidedReadRequest, ReadText } from "../reader.ts";
import type { InventoryWords } from "./inventory-options.ts";
import { isZip, sheetsOf } from "./workbook-sheets.ts";

/** More than a table of tenants may have: one that is larger is refused by it, by name. */
const MOST_ROWS = 6000;
/** The names of columns stand at the top, or below a title. */
const MOST_ABOVE = 20;

/**
 * A workbook without a list of VMs may have a table of tenants: what its first sheet with one says. Where no sheet names
 * the columns of one, only what the first has as columns, so that somebody can say what they are.
 * @param refused what is said of the workbook as a list of VMs
 */
export async function tenantsInWorkbook(
  bytes: Uint8Array,
  { options, currency, library }: DecidedReadRequest<InventoryWords>,
  refused: ReadText,
): Promise<ReadText> {
  if (!isZip(bytes)) return refused;
  const sheets = await sheetsOf(bytes, null, MOST_ROWS);
  if (typeof sheets === "string") return refused;
  const { mapping, problems: unread } = columnMapping(options.columns ?? "");
  const named = [...sheets.rows].find(([, rows]) => namesTenants(rows, mapping));
  const [name, rows] = named ?? [...sheets.rows].find(([, all]) => all.length > 1) ?? [];
  if (name === undefined || rows === undefined) return refused;
  const table = readTenantsCsv(textOf(rows), {
    ...(currency && { currency }),
    ...(library && { library }),
    ...(options.decimal && { decimalSign: options.decimal }),
    mapping,
  });
  const columns = table.columns === null ? {} : { columns: table.columns };
  if (named === undefined) {
    const isAsked = mapping.size + unread.length > 0;
    return { ...refused, ...(isAsked ? { problems: [...unread, ...table.problems] } : {}), ...columns };
  }
  const { tenants, lines, notices, rowCount } = table;
  const problems = [...unread, ...table.problems];
  const said = `It has no list of VMs: the sheet ${JSON.stringify(name)} is read as a table of tenants.`;
  return {
    data: tenants.length === 0 && problems.length > 0 ? null : tenants,
    problems,
    notices: [said, ...notices],
    ...columns,
    placeOf: (path) => ({ line: lines[Number(path.find(Number.isInteger))] ?? 1, column: 1 }),
    report: {
      foundCount: rowCount,
      usedCount: tenants.length,
      excluded: [],
      unreadableCount: rowCount - tenants.length,
    },
  };
}

function namesTenants(rows: readonly (readonly string[])[], mapping: ColumnMapping): boolean {
  return rows.slice(0, MOST_ABOVE).some((cells) => isHead(columnsNamed(mappedCells(cells, mapping))));
}

/** A line each, so that lines are rows of the sheet. */
function textOf(rows: readonly (readonly string[])[]): string {
  const cellOf = (text: string) => `"${text.replaceAll(/[\r\n]+/g, " ").replaceAll('"', '""')}"`;
  return rows.map((cells) => cells.map(cellOf).join(";")).join("\n");
}
