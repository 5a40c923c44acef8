import { open, stat } from "node:fs/promises";
import type { EmitOptions } from "@nkp-planner/adapters";
import type { InputOfRun, RunAdapter, RunToEmit } from "@nkp-planner/adapters/runs";
import { atItsPlace } from "@nkp-planner/adapters/yaml";
import { type Finding, type Given, InputError, type Problem } from "@nkp-planner/core";
import type { AllowFlags } from "./allowances.ts";
import { DEFAULT_MODEL, type ModelId } from "./flags.ts";
import type { PlanningFlags } from "./inputs.ts";
import { explained, refused } from "./system-errors.ts";
import { ON_READING } from "./system-words.ts";

/** Larger files are no part of what is written: whoever runs it brings them. */
const MOST_HELD_BYTES = 2 ** 20;

interface RunFlags extends PlanningFlags, AllowFlags {
  readonly model: ModelId;
}

/** What would be passed over without a word. */
function flagProblems({ model, limitSeconds }: RunFlags): readonly Problem[] {
  const expected = "none, for a run in parts";
  return [
    ...(model === DEFAULT_MODEL
      ? []
      : [
          {
            path: [],
            found: `--model ${model}`,
            expected,
            fix: `name models by an option: --option models=[${model}]`,
          },
        ]),
    ...(limitSeconds === undefined ? [] : [{ path: [], found: "--limit-seconds", expected, fix: "leave it out" }]),
  ];
}

/**
 * What a run in parts reads: nothing of it is planned, since it is larger than one machine.
 * @throws InputError with every file that cannot be read
 */
export async function runToEmit(fleetPath: string | undefined, flags: RunFlags): Promise<RunToEmit> {
  const { prices, priceList, asOf, release, set = [], allow = [] } = flags;
  const problems: (Finding | Problem)[] = [...flagProblems(flags)];
  const input = async (path: string): Promise<InputOfRun> => {
    try {
      return await inputAt(path);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(...error.findings);
      return { name: path, byteCount: 0, bytes: null };
    }
  };
  const fleet = await input(fleetPath ?? "");
  const files: RunToEmit["files"][number][] = [];
  for (const [flag, path] of [
    ["--prices", prices],
    ["--price-list", priceList],
  ] as const)
    if (path !== undefined) files.push({ flag, file: await input(path) });
  if (problems.length > 0) throw new InputError("emit", problems);
  const words = [
    ...(asOf === undefined ? [] : ["--as-of", asOf]),
    ...(release === undefined ? [] : ["--release", release]),
    ...set.flatMap((one) => ["--set", one]),
  ];
  return { fleet, files, words, mergeWords: allow.flatMap((one) => ["--allow", one]) };
}

/** What an adapter of runs writes. @throws InputError with what is wrong with the options, at its place in their file */
export function emitRun(
  adapter: RunAdapter,
  run: RunToEmit,
  { options, file }: { readonly options: EmitOptions; readonly file: Given<EmitOptions> | null },
) {
  try {
    return adapter.emit(run, options);
  } catch (error) {
    throw atItsPlace(error, file);
  }
}

/** A file, held where it is small. @throws InputError when it is none, or cannot be read */
async function inputAt(path: string): Promise<InputOfRun> {
  if (path === "" || path === "-") {
    const fix = "save it first, and name the file";
    throw refused(path === "" ? "FLEET" : "standard input", path === "" ? "no FLEET" : "a stream", "a file", fix);
  }
  try {
    const found = await stat(path);
    if (!found.isFile()) throw refused(path, "no file", "a file", "name the fleet file in it");
    if (found.size > MOST_HELD_BYTES) {
      await (await open(path)).close();
      return { name: path, byteCount: found.size, bytes: null };
    }
    const file = await open(path);
    try {
      const bytes = Uint8Array.from(await file.readFile());
      return { name: path, byteCount: bytes.length, bytes };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw explained(path, error, "a file to read", ON_READING);
  }
}
