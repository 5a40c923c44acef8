import { readXlsx } from "hucre";
import { type ZipEntry, zipEntries } from "./zip-entries.ts";

/** Far more than a list of VMs takes: what unpacks to more is an attack. */
const MOST_UNPACKED_BYTES = 1_073_741_824;

/** Some sheets of a workbook as texts, and the names of all. */
export interface WorkbookSheets {
  readonly names: readonly string[];
  readonly rows: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** A zip, which a workbook is. */
export function isZip([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04;
}

/** The container of old workbooks, and of those with a password. */
export function isOldWorkbook([a, b, c, d]: Uint8Array): boolean {
  return a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0;
}

/** The files of a zip that does not unpack to more than anybody has; a text: why not. */
export function entriesOf(bytes: Uint8Array): readonly ZipEntry[] | string {
  const entries = zipEntries(bytes);
  if (entries === null) return "it breaks off";
  const total = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  return total > MOST_UNPACKED_BYTES
    ? `it unpacks to ${total} bytes, and ${MOST_UNPACKED_BYTES} are the most`
    : entries;
}

/** Reads the sheets that are wanted, or all where it is null, up to so many rows; a text: why it cannot. */
export async function sheetsOf(
  bytes: Uint8Array,
  wanted: readonly string[] | null,
  mostRows: number,
): Promise<WorkbookSheets | string> {
  const entries = entriesOf(bytes);
  if (typeof entries === "string") return entries;
  const names: string[] = [];
  try {
    const { sheets } = await readXlsx(bytes, {
      maxRows: mostRows,
      sheets: ({ name }) => {
        names.push(name);
        return wanted === null || wanted.includes(name);
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
