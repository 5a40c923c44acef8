import type { ChartPart } from "../deck.ts";
import { cleanText } from "../fill/clean-text.ts";

const MILLISECONDS_PER_DAY = 86_400_000;
/** 1970-01-01 as spreadsheets count days. */
const UNIX_EPOCH_SERIAL = 25_569;
/** As the library's charts name it. */
const SHEET = "Sheet1";

/**
 * What somebody gets who edits a chart: its categories and series as a sheet. The library writes one too, with a table
 * whose range ends in a stray apostrophe, and with the time of day.
 */
export async function chartWorkbook(
  { series, name }: ChartPart,
  labels: readonly string[],
  asOf: string,
): Promise<Uint8Array> {
  const { serialToDate, writeXlsx } = await import("hucre");
  const written = serialToDate(Date.parse(asOf) / MILLISECONDS_PER_DAY + UNIX_EPOCH_SERIAL);
  return writeXlsx({
    properties: { title: name, creator: "nkp-planner", created: written, modified: written },
    sheets: [
      {
        name: SHEET,
        rows: [
          ["", ...series.map((one) => cleanText(one.name))],
          ...labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? 0)]),
        ],
      },
    ],
  });
}
