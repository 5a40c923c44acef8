import { workloadLibrary } from "@nkp-planner/catalog";
import { fleetChanges, InputError, type PlanInput, parseFleet } from "@nkp-planner/core";
import { fileNameOf } from "./files.ts";
import { fleetFileOf } from "./given-file.ts";
import { fleetChangesText } from "./human/fleet-changes.ts";
import { inkFor } from "./human/ink.ts";
import type { Imported } from "./import-files.ts";
import { STANDARD_OUTPUT } from "./output-file.ts";
import type { ShellProcess } from "./shell.ts";

/** The fleet that files are held against. */
export interface FleetAgainst {
  readonly name: string;
  readonly input: PlanInput;
}

/** Reads it. @throws InputError with everything that is wrong with it, or where the fleet would be printed beside what changed */
export async function fleetAgainst(
  process: ShellProcess,
  path: string,
  { into, out }: { readonly into?: string; readonly out?: string },
): Promise<FleetAgainst> {
  if (out === STANDARD_OUTPUT || (into !== undefined && out === undefined)) {
    const found = "a fleet and what changed, both for standard output";
    throw new InputError("--against", [
      { path: [], found, expected: "a file for the fleet", fix: "add --out FILE, or leave --into out" },
    ]);
  }
  const { data } = await fleetFileOf(process, path);
  const name = fileNameOf(path);
  return { name, input: parseFleet(data, name, workloadLibrary) };
}

/** Says what changed from the fleet to the tenants of the files. @param joinedCount how many tenants the fleet had that they joined */
export function printChanges(
  { stdout, env }: ShellProcess,
  { name, input }: FleetAgainst,
  imported: Pick<Imported, "input" | "files">,
  joinedCount: number,
): void {
  const tenants = imported.input.tenants.slice(joinedCount);
  const unreadableCount = imported.files.reduce((sum, { report }) => sum + report.unreadableCount, 0);
  const changes = fleetChanges(input, { tenants, isPart: true });
  stdout.write(fleetChangesText(changes, { before: name, unreadableCount }, inkFor(stdout, env)));
}
