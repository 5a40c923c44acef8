import { readXlsx } from "hucre";
import { unpackedBytes } from "./unpacked-size.ts";

/** Far more than a list of VMs takes: what unpacks to more is an attack. */
const MOST_UNPACKED_BYTES = 1_073_741_824;

/** Some sheets of a workbook as texts, and the names of all. */
export interface WorkbookSheets {
  readonly names: readonly string[];
  readonly rows: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** A zip, which a workbook is. */
export function isWorkbook([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;
}

/** The container of old workbooks, and of those with a password. */
export function isOldWorkbook([a, b, c, d]: Uint8Array): boolean {
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0;
}

/** Reads the sheets that are wanted, up to so many rows; a text: why it cannot. */
export async function sheetsOf(
  bytes: Uint8Array,
  wanted: readonly string[],
  mostRows: number,
): Promise<WorkbookSheets | string> {
  const unpacked = unpackedBytes(bytes);
  if (unpacked === null) return "it breaks off";
  if (unpacked > MOST_UNPACKED_BYTES) return `it unpacks to ${unpacked} bytes, and ${MOST_UNPACKED_BYTES} are the most`;
  const names: string[] = [];
  try {
    const { sheets } = await readXlsx(bytes, {
      maxRows: mostRows,
      sheets: ({ name }) => {
        names.push(name);
        return wanted.includes(name);
      },
    });
    return { names, rows: new Map(sheets.map(({ name, rows }) => [name, rows.map((cells) => cells.map(cellText))])) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? "" : String(value);
}
