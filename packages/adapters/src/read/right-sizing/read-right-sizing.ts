import type { Problem } from "@nkp-planner/core";
import { rowsOfCsv } from "../../tables/csv-rows.ts";
import { isLarge, type LargeFile } from "../../text/large-file.ts";
import { nameOfFile, nameOfFiles } from "../../text/name-of-file.ts";
import { documentsOfFiles, withUnreadFiles } from "../objects/files-together.ts";
import { putTogether } from "../objects/put-together.ts";
import { readStream } from "../objects/yaml-stream.ts";
import type { DecidedReadRequest, OpenedFile, ReadText } from "../reader.ts";
import { demandOfSizes } from "./demand-of-sizes.ts";
import { without } from "./refusals.ts";
import type { SizedFile } from "./sized.ts";
import { type DocumentFormat, type LineFormat, refusal, type SizingFormat, type TableFormat } from "./sizing-format.ts";
import { anySizingFormatOf, sizingFormats } from "./sizing-formats.ts";
import { type SizingWords, sizingOptions } from "./sizing-options.ts";

/** Nobody keeps more containers in one table. */
const MOST_LINES = 200_000;

/** What a tool says of sizes, as tenants. */
export function read(given: string, { options: words, fileName }: DecidedReadRequest<SizingWords>): ReadText {
  const options = sizingOptions(words);
  const text = withoutLog(given);
  const format = anySizingFormatOf(text);
  if (format === undefined) return unknown(text);
  const file = fileOf(text, format);
  if ("data" in file) return file;
  return "found" in file ? without(file) : demandOfSizes(file, format, options, options.tenant ?? nameOfFile(fileName));
}

/**
 * The same of several files: documents of one tool are one, and what they are about may stand beside them, as workloads
 * beside what an autoscaler recommends for them. Files of several tools are read each by itself.
 */
export async function readTogether(
  files: readonly (OpenedFile | LargeFile)[],
  request: DecidedReadRequest<SizingWords>,
): Promise<ReadText> {
  const options = sizingOptions(request.options);
  const held = files.filter((file): file is OpenedFile => !isLarge(file));
  const formats = new Set(held.flatMap(({ text }) => anySizingFormatOf(withoutLog(text ?? "")) ?? []));
  const [format, another] = formats;
  if (format === undefined || another !== undefined || format.of !== "documents") return eachAlone(held, request);
  const { documents, problems } = await documentsOfFiles(held, (text) => readStream(joined(withoutLog(text))), notHeld);
  if (documents.length === 0) return { data: null, problems };
  const file = format.read(documents);
  const only = options.tenant ?? nameOfFiles(held.map(({ name }) => name));
  return withUnreadFiles("found" in file ? without(file) : demandOfSizes(file, format, options, only), problems);
}

function eachAlone(files: readonly OpenedFile[], request: DecidedReadRequest<SizingWords>): ReadText {
  return putTogether(
    files.map(({ name, text }) => {
      const one = read(text ?? "", { ...request, fileName: name });
      return { ...one, problems: one.problems.map((problem) => ({ ...problem, file: name })) };
    }),
  );
}

/** Its reader takes no file that is not held. */
function notHeld(): never {
  throw new Error("A large file was not held.");
}

function fileOf(text: string, format: SizingFormat): SizedFile | Problem | ReadText {
  if (format.of === "documents") return ofDocuments(text, format);
  return format.of === "table" ? ofTable(text, format) : ofLines(text, format);
}

function ofLines(text: string, format: LineFormat): SizedFile | Problem {
  const lines = text.split(/\r?\n|\r/).map((one, index) => ({ line: index + 1, text: one }));
  if (lines.length > MOST_LINES) return refusal(`more than ${MOST_LINES} lines`, `at most ${MOST_LINES}`, "split them");
  return format.read(lines.slice(lines.findIndex((one) => format.isHead(one.text))));
}

function ofDocuments(text: string, format: DocumentFormat): SizedFile | Problem | ReadText {
  const documents = readStream(joined(text));
  return "problems" in documents ? documents : format.read(documents);
}

function ofTable(text: string, format: TableFormat): SizedFile | Problem | ReadText {
  const isHead = (cells: readonly string[]) => format.isHead(cells);
  const { rows, problems, isCut } = rowsOfCsv(text, MOST_LINES, (first) => first.some(isHead));
  if (isCut) return refusal(`more than ${MOST_LINES} lines`, `at most ${MOST_LINES}`, "split the table");
  const headAt = rows.findIndex(({ cells }) => isHead(cells));
  const head = rows[headAt];
  if (head === undefined)
    return problems[0] ?? refusal("no line that names columns", "a table of krr", "give it whole");
  const read = format.read(head, rows.slice(headAt + 1));
  return "found" in read ? read : { ...read, problems: [...problems, ...read.problems] };
}

/** What tools and kubectl say before what they were asked for: blanked, so that lines stay where they are. */
function withoutLog(text: string): string {
  const plain = text.replace(/^(Warning: .*\r?\n)+/, blank);
  const start = /^[{[]/m.exec(plain)?.index ?? 0;
  const isLog = start > 0 && /"scans"\s*:/.test(plain) && !/^scans:/m.test(plain);
  return isLog ? blank(plain.slice(0, start)) + plain.slice(start) : plain;
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}

/** Answers of Prometheus one after another, as several calls leave them, are a list. */
function joined(text: string): string {
  const next = /\}(\s*)\{(?=\s*"status"\s*:\s*")/g;
  return next.test(text) ? `[${text.replaceAll(next, "},$1{")}]` : text;
}

function unknown(text: string): ReadText {
  const documents = /^\s*([{[]|\S+:)/.test(text) ? readStream(text) : [];
  if ("problems" in documents && documents.problems.length > 0) return documents;
  const known = sizingFormats.map(({ title }) => title).join("; ");
  const found = text.trim() === "" ? "an empty file" : "a file of none of the tools that are known";
  return without(refusal(found, `what a tool says of sizes: ${known}`, "give the file as the tool wrote it"));
}
