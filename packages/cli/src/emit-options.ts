import {
  type Adapter,
  adapters,
  type EmitOptions,
  type EmitRequest,
  type Emitted,
  optionsOfOthers,
} from "@nkp-planner/adapters";
import { atItsPlace, optionsGiven, withOptionWords } from "@nkp-planner/adapters/yaml";
import { type Finding, findingOfProblem, type Given, InputError, statementOf } from "@nkp-planner/core";
import { openFile } from "./files.ts";
import type { ShellProcess } from "./shell.ts";

const TEXTS = {
  "options-of-others": {
    kind: "method",
    text: "Options that {adapter} does not use, because they are of other adapters: {names}.",
  },
} as const;

/** Options as an adapter is handed them. */
export interface GivenOptions {
  readonly options: EmitOptions;
  /** null: no file. */
  readonly file: Given<EmitOptions> | null;
  readonly findings: readonly Finding[];
}

/** What a file says, and what is said beside it, which holds. @throws InputError where it is no such file */
export async function givenOptions(
  process: ShellProcess,
  adapter: Pick<Adapter, "id" | "options">,
  { options: path, option = [] }: { readonly options?: string; readonly option?: readonly string[] },
): Promise<GivenOptions> {
  const file = path === undefined ? null : optionsGiven(await openFile(process, path));
  const all = withOptionWords(file?.value ?? {}, option, "--option");
  const others = optionsOfOthers(all, adapter, adapters);
  return {
    options: Object.fromEntries(Object.entries(all).filter(([name]) => !others.includes(name))),
    file,
    findings:
      others.length === 0
        ? []
        : [
            statementOf(TEXTS, "emit", "options-of-others", {
              figures: { adapter: { kind: "name", value: adapter.id }, names: { kind: "list", value: others } },
            }),
          ],
  };
}

/** What an adapter writes by them. @throws InputError with what is wrong with the options, at its place in their file */
export async function emitByOptions(
  adapter: Adapter,
  request: Omit<EmitRequest, "options">,
  { options, file }: GivenOptions,
): Promise<Emitted> {
  try {
    return await adapter.emit({ ...request, options });
  } catch (error) {
    throw withExample(atItsPlace(error, file), adapter.id);
  }
}

/** Of what is missing an example can be had. */
function withExample(error: unknown, adapterId: string): unknown {
  if (!(error instanceof InputError) || !error.findings.some(({ code }) => code === "missing")) return error;
  const example = {
    path: [],
    found: "options that are not all there",
    expected: "all of the above",
    fix: `for a file to start from: nkp-planner emit ${adapterId} FLEET --example-options`,
  };
  return new InputError(error.subject, [...error.findings, findingOfProblem(example, error.subject)]);
}
