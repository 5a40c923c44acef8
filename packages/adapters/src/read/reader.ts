import {
  broughtFile,
  type Finding,
  findingOf,
  findingOfProblem,
  InputError,
  type Problem,
  problemsOf,
  type WorkloadLibrary,
} from "@nkp-planner/core";
import type * as z from "zod";
import { type OptionSchema, type OptionWords, readOptions } from "../formats/options.ts";
import { type FileText, textOfBytes } from "../text/file-text.ts";
import { isLarge, type LargeFile } from "../text/large-file.ts";
import type { ClusterShape } from "./cluster-shapes/cluster-shape.ts";
import { entryCountOf, INPUT_KINDS, type InputKind } from "./input-kinds.ts";
import { otherKindOf, otherKindProblem } from "./other-kind.ts";
import type { Place, ProblemAt, ReadReport, ReadResult, TenantKey } from "./read-result.ts";

/** A file as whoever opened it hands it over. */
export interface FileToRead {
  /** Empty for what was pasted. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How surely a file is of a format: `sure` by what is in it, `maybe` by its name. */
export type Likeness = "sure" | "maybe" | "no";

export interface ReadRequest {
  readonly options?: OptionWords;
  /** Presets and applications that tenants may name; without it every tenant is to be written in full. */
  readonly library?: WorkloadLibrary | undefined;
  /** Of the fleet that it is for: amounts in another one are left out, and that is said. */
  readonly currency?: string | undefined;
}

/** A file in, values of the planner out. Pure: whoever calls it opens the file. */
export interface Reader<Kind extends InputKind = InputKind> {
  readonly id: string;
  readonly title: string;
  readonly gives: Kind;
  /** Endings of its files' names, as file pickers take them. */
  readonly fileNames: readonly string[];
  readonly options: OptionSchema;
  /** A small file of the format. */
  readonly example: { readonly name: string; readonly text: string };
  /** What its files can say and do, for those who write tests and pages. */
  readonly capabilities: {
    readonly syntax: "yaml" | "csv" | "other";
    readonly mostBytes: number;
    /** Whether several files are one cluster or one list, in which nothing is to be counted twice. */
    readonly joinsFiles?: boolean;
    /** Whether files beyond that are read piece by piece, as JSON of lists can be. */
    readonly takesLarge?: boolean;
  };
  /** By the first characters of the text, and the file's name. */
  sniff(head: string, name: string): Likeness;
  /** Never throws for what is in the file. @throws InputError for options that it does not know */
  read(file: FileToRead, request?: ReadRequest): Promise<ReadResult<Kind>>;
  /** Several files as one, by readers that join them; by others the first alone. */
  readTogether(files: readonly (FileToRead | LargeFile)[], request?: ReadRequest): Promise<ReadResult<Kind>>;
}

/** What a reader's code makes of a text: data as the planner's own files hold it, and what it says of the rest. */
export interface ReadText {
  /** null: nothing could be taken. */
  readonly data: unknown;
  readonly problems: readonly ProblemAt[];
  /** What was left out or decided without harm, a sentence each. */
  readonly notices?: readonly string[];
  /** Where it is not the entries of the data and nothing else. */
  readonly report?: Omit<ReadReport, "entries"> & Partial<Pick<ReadReport, "entries">>;
  /** Clusters that the text declares or shows, where it is of them. */
  readonly clusters?: readonly ClusterShape[];
  readonly tenantKeys?: readonly TenantKey[];
  placeOf?(path: Problem["path"]): Place;
}

/** The same, with options checked. */
export interface DecidedReadRequest<Options> extends Omit<ReadRequest, "options"> {
  readonly options: Options;
  /** Empty for what was pasted. */
  readonly fileName: string;
}

/** The code of a reader, loaded when it is used. */
export interface ReaderCode<Options> {
  read(text: string, request: DecidedReadRequest<Options>): ReadText;
  /** Of formats that are no text: null where the bytes are none of it, and so perhaps a text. */
  readBytes?(bytes: Uint8Array, request: DecidedReadRequest<Options>): Promise<ReadText | null>;
  /** Of readers that join files: all of them, two at least, or a large one alone where they take such. */
  readTogether?(files: readonly (OpenedFile | LargeFile)[], request: DecidedReadRequest<Options>): Promise<ReadText>;
}

/** A file with its text. */
export interface OpenedFile extends FileToRead {
  /** null: its bytes are no text. */
  readonly text: string | null;
}

/** Files beyond this are refused before they are parsed: nobody waits for one. */
export const LARGEST_TEXT_BYTES = 10 * 1024 * 1024;

/** A reader whose code need not check what it is handed: bytes are decoded, options read, data checked by its kind. */
export function defineReader<Kind extends InputKind, Schema extends OptionSchema>({
  load,
  ...reader
}: Omit<Reader<Kind>, "read" | "readTogether" | "options"> & {
  readonly options: Schema;
  readonly load: () => Promise<ReaderCode<z.output<Schema>>>;
}): Reader<Kind> {
  const { mostBytes } = reader.capabilities;
  const decide = ({ options = {}, ...request }: ReadRequest, fileName: string) => ({
    ...request,
    fileName,
    options: readOptions(reader.options, options, reader.id),
  });
  const one: Reader<Kind>["read"] = async ({ bytes, name }, request = {}) => {
    const decided = decide(request, name);
    const refused = (...words: Refusal) => resultOf(reader, { data: null, problems: [refusal(words)] }, name);
    if (bytes.length > mostBytes) return refused(...tooLarge(bytes.length, mostBytes));
    const code = await load();
    const ofBytes = (await code.readBytes?.(bytes, decided)) ?? null;
    if (ofBytes !== null) return resultOf(reader, ofBytes, name, request.library);
    const decoded = textOfBytes(bytes);
    if (decoded === null) return refused(...NO_TEXT);
    const given = code.read(decoded.text, decided);
    return resultOf(
      reader,
      { ...given, notices: [...guessed(decoded), ...(given.notices ?? [])] },
      name,
      request.library,
    );
  };
  return {
    ...reader,
    read: one,
    async readTogether(files, request = {}) {
      const [first, ...others] = files;
      if (first === undefined) throw new Error(`${reader.id} is given no file.`);
      const code = await load();
      if (!isLarge(first) && (others.length === 0 || code.readTogether === undefined)) return one(first, request);
      const takesLarge = reader.capabilities.takesLarge === true;
      const held = await Promise.all(
        files.map((file) => (isLarge(file) && !takesLarge ? heldUpTo(file, mostBytes) : file)),
      );
      const fits = held.filter((file) => isLarge(file) || file.bytes.length <= mostBytes);
      const problems = held.flatMap((file) =>
        fits.includes(file) || isLarge(file)
          ? []
          : [{ ...refusal(tooLarge(file.bytes.length, mostBytes)), file: file.name }],
      );
      const [only, ...rest] = fits;
      if (only !== undefined && !isLarge(only) && rest.length + problems.length === 0) return one(only, request);
      if (fits.length === 0 || code.readTogether === undefined)
        return resultOf(reader, { data: null, problems }, first.name);
      const guesses: string[] = [];
      const opened = fits.map((file) => {
        if (isLarge(file)) return file;
        const decoded = textOfBytes(file.bytes);
        if (decoded !== null) guesses.push(...guessed(decoded).map((sentence) => `In ${file.name}: ${sentence}`));
        return { ...file, text: decoded?.text ?? null };
      });
      const given = await code.readTogether(opened, decide(request, first.name));
      const told = {
        ...given,
        problems: [...problems, ...given.problems],
        notices: [...guesses, ...(given.notices ?? [])],
      };
      return resultOf(reader, told, first.name, request.library);
    },
  };
}

type Refusal = readonly [found: string, expected: string, fix: string];

/** What is larger than may be is held a little further than that, and refused by it. */
async function heldUpTo(file: LargeFile, mostBytes: number): Promise<FileToRead> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.chunks()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > mostBytes) break;
  }
  const bytes = new Uint8Array(size);
  for (let at = 0; chunks.length > 0; at += chunks.shift()?.length ?? 0) bytes.set(chunks[0] ?? new Uint8Array(), at);
  return { name: file.name, bytes };
}

function tooLarge(size: number, most: number): Refusal {
  return [`${size} bytes`, `at most ${most}`, "split the file"];
}

const NO_TEXT: Refusal = ["bytes that are no text", "a text file in UTF-8", "save it as UTF-8"];

function refusal([found, expected, fix]: Refusal): Problem {
  return { code: "unreadable", path: [], found, expected, fix, ...START };
}

function guessed({ guessed: as }: Pick<FileText, "guessed">): readonly string[] {
  return as === null ? [] : [`Letters beyond A to Z are read as ${as}, as nothing in the file says how.`];
}

const START: Place = { line: 1, column: 1 };

function resultOf<Kind extends InputKind>(
  { id, gives }: Pick<Reader<Kind>, "id" | "gives">,
  { data: written, problems, notices = [], report, clusters, tenantKeys = [], placeOf = () => START }: ReadText,
  fileName: string,
  library?: WorkloadLibrary,
): ReadResult<Kind> {
  const { data, said, problems: unreadable } = broughtFile(written);
  const { value, problems: more } =
    data === null || unreadable.length > 0 ? { value: null, problems: unreadable } : checked(gives, data, library);
  const otherKind = value === null ? otherKindOf(gives, data) : undefined;
  const wrong = otherKind === undefined ? more : [otherKindProblem(otherKind, gives)];
  const placed = wrong.map((problem) => ({ ...problem, ...placeOf(problem.path) }));
  const all: readonly ProblemAt[] = [...problems, ...placed].toSorted(byPlace);
  const count = value === null ? 0 : entryCountOf(gives, data);
  const counted = value !== null || data === null ? report : undefined; // what the entries were is no longer to be trusted
  return {
    kind: gives,
    readerId: id,
    value: value as ReadResult<Kind>["value"],
    data,
    ...(otherKind === undefined ? {} : { otherKind }),
    ...(clusters === undefined ? {} : { clusters }),
    findings: [
      ...all.map(({ file = fileName, ...problem }) => findingOfProblem(problem, file)),
      ...said.map((finding) => placedIn(finding, fileName, placeOf)),
      ...notices.map(noticeOf),
    ],
    report: {
      entries: INPUT_KINDS[gives].entries,
      ...(counted ?? {
        foundCount: value === null ? 1 : count,
        usedCount: count,
        excluded: [],
        unreadableCount: value === null ? 1 : 0,
      }),
    },
    tenantKeys,
    placeOf,
  };
}

/** What became of a part of an older form, where that stands in the file. */
function placedIn(finding: Finding, file: string, placeOf: (path: Problem["path"]) => Place): Finding {
  const { subject } = finding;
  return subject.in === "input" ? { ...finding, subject: { ...subject, file, ...placeOf(subject.path) } } : finding;
}

function checked(kind: InputKind, data: unknown, library: WorkloadLibrary | undefined) {
  try {
    return { value: INPUT_KINDS[kind].parse(data, library), problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { value: null, problems: problemsOf(error) };
  }
}

function byPlace(a: ProblemAt, b: ProblemAt): number {
  return (
    (a.file ?? "").localeCompare(b.file ?? "", "en") ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0)
  );
}

function noticeOf(sentence: string): Finding {
  return findingOf("input", "left-out", { figures: { sentence: { kind: "text", value: sentence } } });
}
