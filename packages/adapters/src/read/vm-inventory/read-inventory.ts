import type { Problem } from "@nkp-planner/core";
import { rowsOfCsv } from "../../tables/csv-rows.ts";
import { readJson } from "../../text/json-text.ts";
import { nameOfFile } from "../../text/name-of-file.ts";
import type { DecidedReadRequest, ReadText } from "../reader.ts";
import { demandOfVms } from "./demand-of-vms.ts";
import { inventoryDocuments } from "./inventory-documents.ts";
import { formatWithHeads, inventoryFormats } from "./inventory-formats.ts";
import { type InventoryWords, inventoryOptions } from "./inventory-options.ts";
import { readDocuments } from "./read-documents.ts";
import type { VmTable } from "./vm-table.ts";
import { isOldWorkbook, isWorkbook, sheetsOf } from "./workbook-sheets.ts";

/** Nobody keeps more VMs in one list. */
const MOST_VMS = 200_000;

/** The VMs of a text with a row a VM. */
export function read(text: string, request: DecidedReadRequest<InventoryWords>): ReadText {
  const json = readJson(text);
  if (json !== null)
    return json.problems.length > 0
      ? { data: null, problems: json.problems }
      : (readDocuments(json, request) ?? noList("JSON that lists no VMs"));
  const options = inventoryOptions(request.options);
  const { rows, problems, isCut } = rowsOfCsv(text, MOST_VMS, (first) =>
    first.some((cells) => formatWithHeads(cells) !== undefined),
  );
  if (isCut) return refused(`more than ${MOST_VMS} rows`, `at most ${MOST_VMS}`, "split the list");
  const headAt = rows.findIndex(({ cells }) => formatWithHeads(cells) !== undefined);
  const head = rows[headAt];
  const format = formatWithHeads(head?.cells ?? []);
  if (head === undefined || format === undefined)
    return problems.length > 0 ? { data: null, problems } : noList("no row that names such columns");
  const table = { heads: head.cells, rows: rows.slice(headAt + 1) };
  const made = demandOfVms(table, format, options, options.tenant ?? nameOfFile(request.fileName));
  return {
    ...made,
    problems: [...problems, ...made.problems],
    ...(made.report === undefined ? {} : { report: withUnread(made.report, problems.length) }),
  };
}

/** Rows that could not be told apart are among those found. */
function withUnread(report: NonNullable<ReadText["report"]>, count: number): NonNullable<ReadText["report"]> {
  return { ...report, foundCount: report.foundCount + count, unreadableCount: report.unreadableCount + count };
}

/** The VMs of a workbook; null: it is none. */
export async function readBytes(
  bytes: Uint8Array,
  request: DecidedReadRequest<InventoryWords>,
): Promise<ReadText | null> {
  if (isOldWorkbook(bytes))
    return refused(
      "a workbook that is of the old form, or has a password",
      "a workbook (.xlsx) without a password",
      "save it again as one",
    );
  if (!isWorkbook(bytes)) return null;
  const options = inventoryOptions(request.options);
  const sheets = await sheetsOf(
    bytes,
    inventoryFormats.map(({ sheet }) => sheet),
    MOST_VMS,
  );
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
  const table: VmTable = { heads, rows: body.filter(({ cells }) => cells.some((text) => text.trim() !== "")) };
  const made = demandOfVms(table, format, options, options.tenant ?? nameOfFile(request.fileName));
  const others = sheets.names.filter((name) => name !== format.sheet);
  const notRead = `Other sheets are not read, nor compared with it: ${others.join(", ")}.`;
  return { ...made, notices: [...(made.notices ?? []), ...(others.length === 0 ? [] : [notRead])] };
}

function noList(found: string): ReadText {
  const known = [
    ...inventoryFormats.map(
      ({ title, heads }) => `${title} (${heads.name[0]}, ${heads.vcpu[0]}, ${heads.memoryMiB[0]})`,
    ),
    ...inventoryDocuments.map(({ title }) => title),
  ];
  return refused(found, `a list of VMs: ${known.join("; ")}`, "give the file as the tool wrote it");
}

function refused(found: string, expected: string, fix: string): ReadText {
  const problem: Problem = { code: "unreadable", path: [], found, expected, fix, line: 1, column: 1 };
  return { data: null, problems: [problem] };
}
