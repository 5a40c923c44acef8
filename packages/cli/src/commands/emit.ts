import { type Adapter, adapters, planToEmit } from "@nkp-planner/adapters";
import { exampleRunOptionsText, type RunAdapter, runAdapters } from "@nkp-planner/adapters/runs";
import { exampleOptionsText, optionsFileSchema } from "@nkp-planner/adapters/yaml";
import {
  type Comparison,
  compareModels,
  defaultModels,
  didYouMean,
  InputError,
  type OperatingModel,
  operatingModels,
  plannedFleet,
  shown,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import { emitByOptions, givenOptions } from "../emit-options.ts";
import { emitRun, runToEmit } from "../emit-run.ts";
import { changesIn, writeEmitted } from "../emitted-folder.ts";
import {
  DEFAULT_BASELINE,
  DEFAULT_MODEL,
  fleetArgument,
  type ModelId,
  modelIds,
  modelOf,
  optionFlag,
  planningFlags,
} from "../flags.ts";
import { adapterListText } from "../human/adapter-list.ts";
import { clustersText, type Emitted, emittedText } from "../human/emitted.ts";
import { inkFor } from "../human/ink.ts";
import { loadPlanning, type Planning, type PlanningFlags } from "../inputs.ts";
import type { Shell, ShellProcess } from "../shell.ts";

interface Flags extends PlanningFlags, AllowFlags {
  readonly model: ModelId;
  readonly out?: string;
  readonly options?: string;
  readonly option?: readonly string[];
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly exampleOptions: boolean;
  readonly list: boolean;
}

async function emit(this: Shell, flags: Flags, adapterId?: string, fleetPath?: string): Promise<void> {
  const { stdout, env } = this.process;
  if (flags.list) {
    stdout.write(adapterListText(adapters, runAdapters, inkFor(stdout, env)));
    return;
  }
  const runAdapter = runAdapters.find(({ id }) => id === adapterId);
  if (runAdapter !== undefined) {
    await emitOfRun(this.process, runAdapter, fleetPath, flags);
    return;
  }
  const adapter = adapterOf(adapterId);
  if (flags.out === undefined && !flags.dryRun && !flags.exampleOptions) throw noFolder();
  const model = modelOf(flags.model);
  const planning = await loadPlanning(this.process, fleetPath, flags, [model]);
  const { input, context, cache, notices } = planning;
  const planned = plannedFleet(input, model, context, cache);
  const plan = planToEmit(planned);
  if (flags.exampleOptions) {
    stdout.write(exampleOptionsText(adapter, plan, optionsFileSchema(adapters)));
    return;
  }
  const given = await givenOptions(this.process, adapter, flags);
  // Somebody would provision from it.
  if (refuse(this.process, [planned], flags, "Not written (exit code 3)")) return;
  const fleet = { planned, comparison: () => comparisonFor(planning, model) };
  const { files, findings } = await emitByOptions(adapter, { plan, fleet, findings: notices }, given);
  const counted = clustersText(adapter, plan.clusters);
  await written(this.process, adapter, flags, {
    files,
    counted,
    notices: [...given.findings, ...findings, ...notices],
  });
}

/** A run that others carry out: nothing is planned, and no fleet is read. */
async function emitOfRun(
  process: ShellProcess,
  adapter: RunAdapter,
  fleetPath: string | undefined,
  flags: Flags,
): Promise<void> {
  if (flags.exampleOptions) {
    process.stdout.write(exampleRunOptionsText(adapter));
    return;
  }
  if (flags.out === undefined && !flags.dryRun) throw noFolder();
  const run = await runToEmit(fleetPath, flags);
  const given = await givenOptions(process, adapter, flags);
  const files = emitRun(adapter, run, given);
  const counted = "Nothing of the fleet was read: the parts plan it where they run.";
  await written(process, adapter, flags, { files, counted, notices: given.findings });
}

/** Writes the files, or looks what would become of them, and says so. */
async function written(
  { stdout, env }: ShellProcess,
  adapter: Pick<Adapter, "id" | "title">,
  { out, dryRun: isDry, force }: Flags,
  said: Pick<Emitted, "files" | "counted" | "notices">,
): Promise<void> {
  const folder = out ?? ".";
  const write = isDry ? changesIn : writeEmitted;
  const changes = isDry && out === undefined ? null : await write(folder, adapter.id, said.files, { isForced: force });
  stdout.write(emittedText({ ...said, adapter, folder, changes, isDry }, inkFor(stdout, env)));
}

/** The fleet as `compare` has it, and by the model that is written where that is another one. */
function comparisonFor({ input, context, cache }: Planning, model: OperatingModel): Comparison {
  const models = operatingModels.filter((one) => one === model || defaultModels.includes(one));
  return compareModels(input, models, context, DEFAULT_BASELINE, cache);
}

/** @throws InputError naming the nearest adapter there is */
function adapterOf(id: string | undefined): Adapter {
  const known = allAdapters.map((adapter) => adapter.id);
  const found = adapters.find((adapter) => adapter.id === id);
  if (found !== undefined) return found;
  const fix = id === undefined ? "see nkp-planner emit --list" : didYouMean(id, known);
  throw new InputError("emit", [
    { path: [], found: id === undefined ? "no ADAPTER" : shown(id), expected: "what to write", fix },
  ]);
}

function noFolder(): InputError {
  const expected = "a folder to write to";
  return new InputError("emit", [
    {
      path: [],
      found: "no --out",
      expected,
      fix: "add for example --out clusters, or --dry-run to see what would be written",
    },
  ]);
}

/** Whatever can be written, a plan or a run. */
const allAdapters = [...adapters, ...runAdapters];

const flag = (brief: string) => ({ kind: "boolean", default: false, withNegated: false, brief }) as const;
const parsed = (brief: string, placeholder: string) =>
  ({ kind: "parsed", parse: (input: string) => input, optional: true, brief, placeholder }) as const;

export const command = buildCommand<Flags, [string?, string?], Shell>({
  func: emit,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      model: { kind: "enum", values: modelIds, default: DEFAULT_MODEL, brief: "How the fleet is run" },
      out: parsed("Folder to write to, made where there is none; files of another hand in it are kept", "DIR"),
      options: parsed("File of options, YAML or JSON (default: none)", "FILE"),
      option: { ...optionFlag, brief: "One option, put over those of the file, e.g. project=_internal" },
      exampleOptions: flag("Print options to start from, with a part for each cluster of the plan"),
      dryRun: flag("Say what would be written, and write nothing"),
      list: flag("List what can be written, and the options of each"),
      force: flag("Write although files of another hand are in the way; all others in the folder stay"),
    },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: `What to write: ${allAdapters.map(({ id }) => id).join(", ")}`,
          parse: (input: string) => input,
          placeholder: "ADAPTER",
          optional: true,
        },
        fleetArgument,
      ],
    },
  },
  docs: {
    brief: BRIEFS.emit,
    fullDescription: [
      "Write a plan as files for another tool: all of them, or none.",
      "",
      ...allAdapters.map(({ id, summary }) => `  ${id}  ${summary}`),
      "",
      "What an adapter must be told of your site stands in a file of options, which may",
      "serve several. The first line below prints one to start from:",
      "",
      "  nkp-planner emit cluster-api-yaml my-fleet.yaml --example-options > site.yaml",
      "  nkp-planner emit cluster-api-yaml my-fleet.yaml --options site.yaml --out clusters",
      "",
      "Written again into the same folder, files that nobody has changed are replaced;",
      "nkp-planner-files.json in it says which are ours.",
    ].join("\n"),
  },
});
