import Papa from "papaparse";

/** The rows of a CSV that this package wrote, by the names of their columns. */
export function recordsOfCsv(text: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Readonly<Record<string, string>>>(text, {
    header: true,
    delimiter: ",",
    newline: "\r\n",
    skipEmptyLines: true,
  }).data;
}
