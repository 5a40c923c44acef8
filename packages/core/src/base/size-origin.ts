import type { IsoDate } from "./provenance.ts";
import { visible } from "./visible.ts";

/** How long its parts may be in a fleet file; the longest name of a file on usual systems. */
export const MOST_ORIGIN_LETTERS = { file: 255, basis: 300 } as const;

/** Where a tenant's sizes come from: a file of another tool, as it was read. No figure rests on it. */
export interface SizeOrigin {
  /** Its name, without the folder. */
  readonly file: string;
  /** The line of the tenant's first entry, 1-based; absent: not known. */
  readonly row?: number | undefined;
  /** The day on which it was read; absent: not known. */
  readonly date?: IsoDate | undefined;
  /** Id of the reader. */
  readonly reader: string;
  /** What the sizes rest on, in a few words; absent: the reader does not say. */
  readonly basis?: string | undefined;
}

/** `from rvtools.xlsx, row 14, read on 2026-11-29 as vm-inventory: size of the VMs that are on` */
export function sizeOriginText({ file, row, date, reader, basis }: SizeOrigin): string {
  const place = row === undefined ? "" : `, row ${row}`;
  const day = date === undefined ? "" : ` on ${date}`;
  const said = basis === undefined ? "" : `: ${basis}`;
  return visible(`from ${file}${place}, read${day} as ${reader}${said}`);
}
