/** A cell in quotation marks, which may hold tabs and line breaks, or one without; and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\n]*?))(\t|\r?\n|$)/y;

/** Tabs between cells, a line a row, as a spreadsheet puts them on the clipboard. A line break in a cell is a space. */
export function rowsOfTabs(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    CELL.lastIndex = at;
    const [all = "", quoted, bare = "", end = ""] = CELL.exec(text) ?? [];
    row.push((quoted?.replaceAll('""', '"') ?? bare).replaceAll(/\s*\n\s*/g, " ").trim());
    at += all.length;
    if (end === "\t" && at < text.length) continue;
    if (end === "\t") row.push("");
    rows.push(row);
    row = [];
  }
  return rows;
}
