import {
  type FileToRead,
  INPUT_KINDS,
  type InputKind,
  type InputValues,
  otherKindProblem,
  type Reader,
  type ReadRequest,
  type ReadResult,
  readers,
  recognise,
} from "@nkp-planner/adapters";
import { workloadLibrary } from "@nkp-planner/catalog";
import { type Finding, findingOfProblem, type Given, InputError } from "@nkp-planner/core";
import { type FileSource, fileNameOf, openFile } from "./files.ts";
import type { ShellProcess } from "./shell.ts";
import { withStreaming } from "./too-many-tenants.ts";

/** A value that comes with the program, where the user gave no file. */
export function shipped<Value>(name: string, value: Value): Given<Value> {
  return { name, value, findings: [], placeOf: () => undefined };
}

/** What was opened of a path, or why it could not be. */
type Opened<Kind extends InputKind> =
  | { readonly result: ReadResult<Kind>; readonly findings: readonly Finding[]; readonly bytes: Uint8Array }
  | { readonly result: null; readonly findings: readonly Finding[] };

/** Reads a file of a kind, or standard input for `-`, by whichever reader knows it. Never throws for what is in it. */
export async function givenFile<Kind extends InputKind>(
  process: ShellProcess,
  source: FileSource,
  kind: Kind,
): Promise<Given<InputValues[Kind]>> {
  const { result, findings } = await readOneOf(process, source, [kind]);
  const { value = null, placeOf = () => undefined } = result ?? {};
  return { name: fileNameOf(source), value, findings, placeOf };
}

/** The same where a file may be of several kinds, the likeliest first. */
export async function readOneOf<Kind extends InputKind>(
  process: ShellProcess,
  source: FileSource,
  kinds: readonly [Kind, ...Kind[]],
  request: ReadRequest = {},
): Promise<Opened<Kind>> {
  const isOfFleet = kinds.some((kind) => kind === "fleet");
  const told = (findings: readonly Finding[]) => (isOfFleet ? withStreaming(findings) : findings);
  try {
    const file = await openFile(process, source);
    const result = await readerFor(file, kinds).read(file, { library: workloadLibrary, ...request });
    const { otherKind } = result;
    const findings = told(result.findings);
    if (otherKind === undefined) return { result, findings, bytes: file.bytes };
    return { result, findings: [otherPlace(otherKind, kinds[0], file.name)], bytes: file.bytes };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { result: null, findings: told(error.findings) };
  }
}

/** The data of a fleet file as it is written, checked, and its bytes. @throws InputError with everything that is wrong with it */
export async function fleetFileOf(
  process: ShellProcess,
  path: string,
): Promise<{ readonly data: unknown; readonly bytes: Uint8Array }> {
  const opened = await readOneOf(process, path, ["fleet"]);
  if (opened.result === null || opened.result.value === null) throw new InputError(fileNameOf(path), opened.findings);
  return { data: opened.result.data, bytes: opened.bytes };
}

/** Where each kind of file is taken. */
const PLACES: Readonly<Record<InputKind, string>> = {
  fleet: "give it as FLEET, without an option before it",
  tenants: "give it as FLEET, without an option before it",
  "price-book": "give it with --prices",
  "price-list": "give it with --price-list",
  ranges: "give it with whatif --ranges",
  calendar: "give it with lifecycle --calendar",
};

function otherPlace(other: Parameters<typeof otherKindProblem>[0], wanted: InputKind, file: string): Finding {
  const fix = other.kind === null ? undefined : PLACES[other.kind];
  return findingOfProblem(otherKindProblem(other, wanted, fix), file);
}

/**
 * Where no reader knows the file, the planner's own: its problems say what is missing.
 * @throws InputError where several do, the file is surely of another kind, or of a format that says no sizes
 */
function readerFor<Kind extends InputKind>(file: FileToRead, kinds: readonly [Kind, ...Kind[]]): Reader<Kind> {
  const isFitting = (reader: Reader): reader is Reader<Kind> => kinds.some((kind) => reader.gives === kind);
  const fitting = readers.filter(isFitting);
  const [own] = fitting;
  const found = recognise(file, fitting);
  if (found.reader !== null) return found.reader as Reader<Kind>;
  if (own === undefined || found.isAmbiguous || found.isKnown) throw new InputError(file.name, [found.finding]);
  const gives = recognise(file, readers).reader?.gives;
  if (gives !== "tenants") return own;
  // A table says nothing by keys, as files of the planner's own do.
  const other = { kind: gives, title: INPUT_KINDS[gives].title };
  throw new InputError(file.name, [otherPlace(other, kinds[0], file.name)]);
}
