import {
  type FilesOfReader,
  type FileToRead,
  filesByReader,
  INPUT_KINDS,
  isSurelyFor,
  type LargeFile,
  type OptionWords,
  type Reader,
  type ReadReport,
  type ReadResult,
  type Recognised,
  readers,
  recogniseFor,
  withOrigins,
} from "@nkp-planner/adapters";
import { workloadLibrary } from "@nkp-planner/catalog";
import {
  didYouMean,
  type Finding,
  findingOfProblem,
  InputError,
  type PlanInput,
  parseFleet,
  problemOf,
  shown,
} from "@nkp-planner/core";
import { openAnyFile } from "./files.ts";
import { type FoundPath, pathsIn } from "./paths-in.ts";
import type { ShellProcess } from "./shell.ts";

/** What is brought in, and what it becomes part of. */
export interface ImportRequest {
  readonly paths: readonly string[];
  /** Id of the reader of all files; undefined: each is recognised by what is in it. */
  readonly readerId: string | undefined;
  readonly options: OptionWords;
  /** The fleet that the tenants join, as its file has it. */
  readonly fleet: FleetHead;
  /** The day of the import. */
  readonly date: string;
  /** Whether what can be read is taken although something beside it cannot. */
  readonly skipsUnreadable: boolean;
}

/** A fleet as a file holds it. */
export interface FleetHead {
  readonly currency: string;
  readonly tenants: readonly { readonly id: string }[];
  readonly [key: string]: unknown;
}

/** What was made of one file. */
export interface ImportedFile {
  readonly name: string;
  readonly reader: Pick<Reader, "id" | "title">;
  readonly report: ReadReport;
  readonly findings: readonly Finding[];
}

export interface Imported {
  readonly fleet: FleetHead;
  /** The same, read. */
  readonly input: PlanInput;
  readonly files: readonly ImportedFile[];
  /** Files of folders that are of no format that is read, each with the reason. */
  readonly leftOut: readonly string[];
}

interface OpenedPath extends FoundPath {
  readonly file: FileToRead | LargeFile;
}

/** A fleet with the tenants of files added. @throws InputError with every problem of every file */
export async function importFiles(process: ShellProcess, request: ImportRequest): Promise<Imported> {
  const opened: OpenedPath[] = [];
  for (const path of request.paths)
    for (const one of await pathsIn(path)) opened.push({ ...one, file: await openAnyFile(process, one.path) });
  const { groups, unknown, leftOut } = groupsOf(opened, request.readerId);
  const files: (ImportedFile & { readonly tenants: FleetHead["tenants"] })[] = [];
  for (const group of groups) files.push(await importedFiles(group, request));
  const problems = files.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  const refused = [...unknown, ...(request.skipsUnreadable ? [] : problems)];
  const doubled = doubledIds(request.fleet, files);
  if (refused.length + doubled.length > 0) throw new InputError("import", [...refused, ...doubled]);
  const fleet = { ...request.fleet, tenants: [...request.fleet.tenants, ...files.flatMap(({ tenants }) => tenants)] };
  const input = parseFleet(fleet, "the fleet with them", workloadLibrary);
  return { fleet, input, files: files.map(({ tenants: _, ...file }) => file), leftOut };
}

/** Which reader each file is for; of those that were named, why there is none. */
function groupsOf(opened: readonly OpenedPath[], readerId: string | undefined) {
  const pairs: { reader: Reader; file: FileToRead | LargeFile }[] = [];
  const unknown: Finding[] = [];
  const leftOut: string[] = [];
  for (const { file, isFound } of opened) {
    const found =
      readerId === undefined ? recogniseFor(file, readers, ["tenants", "fleet"]) : { reader: readerNamed(readerId) };
    if (isFound && !isWanted(found, file)) {
      const isNamed = found.reader === null && found.isKnown;
      leftOut.push(`${file.name} (${isNamed ? problemOf(found.finding).found : "of no format that is known"})`);
      continue;
    }
    if (found.reader === null) {
      unknown.push(found.finding);
      continue;
    }
    pairs.push({ reader: found.reader, file });
  }
  return { groups: filesByReader(pairs), unknown, leftOut };
}

/** Folders have texts of many kinds: one that its name alone speaks for is none of ours. What may be of two is asked about. */
function isWanted(found: Recognised | { readonly reader: Reader }, file: FileToRead | LargeFile): boolean {
  if (found.reader === null) return found.isAmbiguous;
  return isSurelyFor(file, found.reader) || !/\.(ya?ml|json)$/i.test(file.name);
}

async function importedFiles({ reader, files }: FilesOfReader, request: ImportRequest) {
  const { currency } = request.fleet;
  const result = await reader.readTogether(files, { options: request.options, library: workloadLibrary, currency });
  const { findings, report } = result;
  const name = nameOf(files);
  return {
    name,
    reader,
    report,
    findings,
    tenants: marked(tenantsOf(result, files[0].name, request.date), result, request.fleet),
  };
}

/** `deployments.json and 2 more` */
function nameOf([first, ...others]: readonly { readonly name: string }[]): string {
  return `${first?.name ?? ""}${others.length === 0 ? "" : ` and ${others.length} more`}`;
}

function readerNamed(id: string): Reader {
  const reader = readers.find((one) => one.id === id);
  if (reader !== undefined) return reader;
  const known = readers.map((one) => one.id);
  throw new InputError("--as", [
    { path: [], found: shown(id), expected: "a format that can be read", fix: didYouMean(id, known) },
  ]);
}

/** As a fleet file has them. @throws InputError where the file is of something else */
function tenantsOf(result: ReadResult, name: string, date: string): FleetHead["tenants"] {
  const { kind, value } = result;
  if (value === null || kind === "tenants" || kind === "fleet") return withOrigins(result, name, date);
  const fix = "give prices with --prices and --price-list, ranges with whatif --ranges";
  throw new InputError(name, [{ path: [], found: INPUT_KINDS[kind].title, expected: "tenants", fix }]);
}

/** Agreed prices keep being whose they were: each says so itself where the fleet that it joins says otherwise. */
function marked(tenants: FleetHead["tenants"], { data }: ReadResult, fleet: FleetHead): FleetHead["tenants"] {
  const isInvented = (head: unknown) => Reflect.get(Object(head), "illustrative") === true;
  const illustrative = isInvented(data);
  if (illustrative === isInvented(fleet)) return tenants;
  return tenants.map((tenant) => {
    const price: unknown = Reflect.get(tenant, "price");
    return price === undefined ? tenant : { ...tenant, price: { illustrative, ...Object(price) } };
  });
}

function doubledIds(
  fleet: FleetHead,
  files: readonly (Pick<ImportedFile, "name"> & { readonly tenants: FleetHead["tenants"] })[],
): readonly Finding[] {
  const placeOf = new Map(fleet.tenants.map(({ id }) => [id, "the fleet"]));
  const doubled: Finding[] = [];
  for (const { name, tenants } of files) {
    for (const { id } of tenants) {
      const other = placeOf.get(id);
      placeOf.set(id, other ?? name);
      if (other === undefined) continue;
      const expected = `an id that no tenant of ${other} has`;
      doubled.push(
        findingOfProblem({ path: [], found: shown(id), expected, fix: "rename one, or leave it out" }, name),
      );
    }
  }
  return doubled;
}
