import { rowsOfCsv } from "../../tables/csv-rows.ts";
import { textOfBytes } from "../../text/file-text.ts";
import { readJson } from "../../text/json-text.ts";
import type { ProblemAt } from "../read-result.ts";
import { inventoryDocuments } from "./inventory-documents.ts";
import { formatWithHeads, inventoryFormats } from "./inventory-formats.ts";
import type { VmList } from "./judged-list.ts";
import { listOfDocument } from "./list-of-document.ts";
import { othersNotRead } from "./others-not-read.ts";
import { sheetsOfUse, usedSizes } from "./used-sheets.ts";
import { entriesOf, isOldWorkbook, isZip, sheetsOf } from "./workbook-sheets.ts";
import type { ZipEntry } from "./zip-entries.ts";

/** The lists of a file, or what is wrong with it. */
export type ListsIn = { readonly lists: readonly VmList[] } | { readonly problems: readonly ProblemAt[] };

/** Nobody keeps more VMs in one list. */
const MOST_VMS = 200_000;

/** The lists of a text, which is one. */
export function listsInText(text: string, file: string): ListsIn {
  const json = readJson(text);
  if (json !== null) {
    if (json.problems.length > 0) return { problems: json.problems };
    const list = listOfDocument(json, file);
    return list === null ? noList("JSON that lists no VMs") : { lists: [list] };
  }
  const { rows, problems, isCut } = rowsOfCsv(text, MOST_VMS, (first) =>
    first.some((cells) => formatWithHeads(cells) !== undefined),
  );
  if (isCut) return refused(`more than ${MOST_VMS} rows`, `at most ${MOST_VMS}`, "split the list");
  const headAt = rows.findIndex(({ cells }) => formatWithHeads(cells) !== undefined);
  const head = rows[headAt];
  const format = formatWithHeads(head?.cells ?? []);
  if (head === undefined || format === undefined)
    return problems.length > 0 ? { problems } : noList("no row that names such columns");
  const table = { heads: head.cells, rows: rows.slice(headAt + 1) };
  return { lists: [{ file, table, format, problems, notices: [] }] };
}

/** The lists of a workbook or of a zip of files; null: it is none. */
export async function listsInBytes(bytes: Uint8Array, file: string): Promise<ListsIn | null> {
  if (isOldWorkbook(bytes))
    return refused(
      "a workbook that is of the old form, or has a password",
      "a workbook (.xlsx) without a password",
      "save it again as one",
    );
  if (!isZip(bytes)) return null;
  const entries = entriesOf(bytes);
  if (typeof entries !== "string" && !entries.some(({ name }) => name.startsWith("xl/")))
    return listsInZip(bytes, file);
  return listsInWorkbook(bytes, file);
}

async function listsInWorkbook(bytes: Uint8Array, file: string): Promise<ListsIn> {
  const wanted = inventoryFormats.flatMap(({ sheet, used }) => [sheet, ...sheetsOfUse(used)]);
  const sheets = await sheetsOf(bytes, wanted, MOST_VMS);
  if (typeof sheets === "string")
    return refused(
      `a workbook that cannot be opened: ${sheets}`,
      "a workbook (.xlsx)",
      "open it in a spreadsheet, and save it again",
    );
  // Of tools whose sheets have the same names, the one that has the others too.
  const marked = inventoryFormats.filter(({ sheet, marks }) =>
    [sheet, ...marks].every((name) => sheets.names.includes(name)),
  );
  const format = marked.find(({ marks }) => marks.length > 0) ?? marked[0];
  const rows = format === undefined ? undefined : sheets.rows.get(format.sheet);
  if (format === undefined || rows === undefined) return noList(`the sheets ${sheets.names.join(", ")}`);
  const headAt = rows.findIndex((cells) => formatWithHeads(cells)?.id === format.id);
  const heads = rows[headAt];
  if (heads === undefined)
    return noList(
      `a sheet ${format.sheet} without the columns ${format.heads.name[0]}, ${format.heads.vcpu[0]}, ${format.heads.memoryMiB[0]}`,
    );
  const body = rows.slice(headAt + 1).map((cells, index) => ({ line: headAt + index + 2, cells }));
  const table = { heads, rows: body.filter(({ cells }) => cells.some((text) => text.trim() !== "")) };
  const otherSheets = sheets.names.filter((name) => name !== format.sheet);
  return {
    lists: [{ file, table, format, used: usedSizes(format, sheets.rows), otherSheets, problems: [], notices: [] }],
  };
}

/** A zip holds the workbook, or a CSV a sheet. */
async function listsInZip(bytes: Uint8Array, file: string): Promise<ListsIn> {
  const entries = entriesOf(bytes);
  if (typeof entries === "string") return refused(`a zip that cannot be opened: ${entries}`, "a zip", "pack it again");
  const readable = entries.filter(
    ({ name }) => /\.(xlsx|csv|tsv|json)$/i.test(name) && !/(^|\/)(__MACOSX|\.)/.test(name),
  );
  const lists: VmList[] = [];
  const problems: ProblemAt[] = [];
  const others: string[] = [];
  for (const entry of readable) {
    const found = await listsInEntry(entry, file);
    if (found === null) others.push(entry.name);
    else if ("lists" in found) lists.push(...found.lists);
    else
      problems.push(...found.problems.map((problem) => ({ ...problem, found: `in ${entry.name}: ${problem.found}` })));
  }
  const [first, ...more] = lists;
  if (first === undefined)
    return problems.length > 0 ? { problems } : noList(`a zip with ${entries.length} files and no list of VMs`);
  return {
    lists: [
      {
        ...first,
        problems: [...first.problems, ...problems],
        notices: [...first.notices, ...othersNotRead("files", others)],
      },
      ...more,
    ],
  };
}

/** null: it is no list of VMs, as other sheets of the same tool are none. */
async function listsInEntry(entry: ZipEntry, file: string): Promise<ListsIn | null> {
  const bytes = unpacked(entry);
  if (bytes === null) return refused("what cannot be unpacked", "a file", "pack it again");
  if (isZip(bytes)) return listsInWorkbook(bytes, file);
  const text = textOfBytes(bytes)?.text;
  const found = text === undefined ? null : listsInText(text, file);
  return found !== null && "lists" in found ? found : null;
}

function unpacked(entry: ZipEntry): Uint8Array | null {
  try {
    return entry.unpack();
  } catch {
    return null;
  }
}

function noList(found: string): ListsIn {
  const known = [
    ...inventoryFormats.map(
      ({ title, heads }) => `${title} (${heads.name[0]}, ${heads.vcpu[0]}, ${heads.memoryMiB[0]})`,
    ),
    ...inventoryDocuments.map(({ title }) => title),
  ];
  return refused(found, `a list of VMs: ${known.join("; ")}`, "give the file as the tool wrote it");
}

function refused(found: string, expected: string, fix: string): ListsIn {
  return { problems: [{ code: "unreadable", path: [], found, expected, fix, line: 1, column: 1 }] };
}
