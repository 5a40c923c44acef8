import {
  INPUT_KINDS,
  type OptionWords,
  type Reader,
  type ReadReport,
  type ReadResult,
  readers,
  recognise,
} from "@nkp-planner/adapters";
import { workloadLibrary } from "@nkp-planner/catalog";
import { didYouMean, type Finding, findingOfProblem, InputError, parseFleet, shown } from "@nkp-planner/core";
import { openFile } from "./files.ts";
import type { ShellProcess } from "./shell.ts";

/** What is brought in, and what it becomes part of. */
export interface ImportRequest {
  readonly paths: readonly string[];
  /** Id of the reader of all files; undefined: each is recognised by what is in it. */
  readonly readerId: string | undefined;
  readonly options: OptionWords;
  /** The fleet that the tenants join, as its file has it. */
  readonly fleet: FleetHead;
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
  readonly files: readonly ImportedFile[];
}

/** A fleet with the tenants of files added. @throws InputError with every problem of every file */
export async function importFiles(process: ShellProcess, request: ImportRequest): Promise<Imported> {
  const files: (ImportedFile & { readonly tenants: FleetHead["tenants"] })[] = [];
  for (const path of request.paths) files.push(await importedFile(process, path, request));
  const problems = files.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error"));
  const refused = request.skipsUnreadable ? [] : problems;
  const doubled = doubledIds(request.fleet, files);
  if (refused.length + doubled.length > 0) throw new InputError("import", [...refused, ...doubled]);
  const fleet = { ...request.fleet, tenants: [...request.fleet.tenants, ...files.flatMap(({ tenants }) => tenants)] };
  parseFleet(fleet, "the fleet with them", workloadLibrary);
  return { fleet, files: files.map(({ tenants: _, ...file }) => file) };
}

async function importedFile(process: ShellProcess, path: string, request: ImportRequest) {
  const file = await openFile(process, path);
  const found = request.readerId === undefined ? recognise(file, readers) : { reader: readerNamed(request.readerId) };
  if (found.reader === null) throw new InputError(file.name, [found.finding]);
  const { reader } = found;
  const { currency } = request.fleet;
  const result = await reader.read(file, { options: request.options, library: workloadLibrary, currency });
  const { findings, report } = result;
  return {
    name: file.name,
    reader,
    report,
    findings,
    tenants: marked(tenantsOf(result, file.name), result, request.fleet),
  };
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
function tenantsOf({ kind, value, data }: ReadResult, name: string): FleetHead["tenants"] {
  if (value === null) return [];
  if (kind === "tenants") return data as FleetHead["tenants"];
  if (kind === "fleet") return (data as FleetHead).tenants;
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
