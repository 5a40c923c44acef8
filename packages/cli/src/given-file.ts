import {
  type FileToRead,
  type InputKind,
  type InputValues,
  type Reader,
  readers,
  recognise,
} from "@nkp-planner/adapters";
import { workloadLibrary } from "@nkp-planner/catalog";
import { type Given, InputError } from "@nkp-planner/core";
import { fileNameOf, openFile } from "./files.ts";
import type { ShellProcess } from "./shell.ts";

/** A value that comes with the program, where the user gave no file. */
export function shipped<Value>(name: string, value: Value): Given<Value> {
  return { name, value, findings: [], placeOf: () => undefined };
}

/** Reads a file of a kind, or standard input for `-`, by whichever reader knows it. Never throws for what is in it. */
export async function givenFile<Kind extends InputKind>(
  process: ShellProcess,
  path: string,
  kind: Kind,
): Promise<Given<InputValues[Kind]>> {
  const name = fileNameOf(path);
  try {
    const file = await openFile(process, path);
    const { value, findings, placeOf } = await readerFor(file, kind).read(file, { library: workloadLibrary });
    return { name, value, findings, placeOf };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { name, value: null, findings: error.findings, placeOf: () => undefined };
  }
}

/** The data of a fleet file as it is written, checked. @throws InputError with everything that is wrong with it */
export async function fleetFileOf(process: ShellProcess, path: string): Promise<unknown> {
  const file = await openFile(process, path);
  const { value, data, findings } = await readerFor(file, "fleet").read(file, { library: workloadLibrary });
  if (value === null) throw new InputError(file.name, findings);
  return data;
}

/** Where no reader knows the file, the planner's own: its problems say what is missing. @throws InputError where several do */
function readerFor<Kind extends InputKind>(file: FileToRead, kind: Kind): Reader<Kind> {
  const fitting = readers.filter((reader): reader is Reader<Kind> => reader.gives === kind);
  const [own] = fitting;
  const found = recognise(file, fitting);
  if (found.reader !== null) return found.reader as Reader<Kind>;
  if (own === undefined || found.isAmbiguous) throw new InputError(file.name, [found.finding]);
  return own;
}
