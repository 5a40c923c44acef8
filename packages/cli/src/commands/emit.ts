import { type Adapter, adapters, optionHelp, optionWords, planToEmit } from "@nkp-planner/adapters";
import { didYouMean, InputError, plannedFleet, shown } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { type AllowFlags, allowFlags, refuse } from "../allowances.ts";
import { BRIEFS } from "../briefs.ts";
import { DEFAULT_MODEL, fleetArgument, type ModelId, modelIds, modelOf, optionFlag, planningFlags } from "../flags.ts";
import { emittedText } from "../human/emitted.ts";
import { inkFor } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import { writeFiles } from "../output-folder.ts";
import type { Shell } from "../shell.ts";

interface Flags extends PlanningFlags, AllowFlags {
  readonly model: ModelId;
  readonly out: string;
  readonly option?: readonly string[];
  readonly force: boolean;
}

async function emit(this: Shell, flags: Flags, adapterId: string, fleetPath?: string): Promise<void> {
  const adapter = adapterOf(adapterId);
  const model = modelOf(flags.model);
  const { input, context, cache, notices } = await loadPlanning(this.process, fleetPath, flags, [model]);
  const planned = plannedFleet(input, model, context, cache);
  // Somebody would provision from it.
  if (refuse(this.process, [planned], flags, "Not written (exit code 3)")) return;
  const plan = planToEmit(planned);
  const options = optionWords(flags.option ?? [], "--option");
  const { files, findings } = await adapter.emit({ plan, options, findings: notices });
  await writeFiles(flags.out, files, { isForced: flags.force });
  const { stdout, env } = this.process;
  stdout.write(
    emittedText(
      { adapter, clusters: plan.clusters, files, folder: flags.out, notices: [...findings, ...notices] },
      inkFor(stdout, env),
    ),
  );
}

/** @throws InputError naming the nearest adapter there is */
function adapterOf(id: string): Adapter {
  const known = adapters.map((adapter) => adapter.id);
  const found = adapters.find((adapter) => adapter.id === id);
  if (found !== undefined) return found;
  throw new InputError("emit", [
    { path: [], found: shown(id), expected: "a format to write", fix: didYouMean(id, known) },
  ]);
}

export const command = buildCommand<Flags, [string, string?], Shell>({
  func: emit,
  parameters: {
    flags: {
      ...planningFlags,
      ...allowFlags,
      model: { kind: "enum", values: modelIds, default: DEFAULT_MODEL, brief: "How the fleet is run" },
      out: {
        kind: "parsed",
        parse: (input: string) => input,
        brief: "Folder to write to, made where there is none",
        placeholder: "DIR",
      },
      option: optionFlag,
      force: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Write although the folder is not empty; other files in it stay",
      },
    },
    positional: {
      kind: "tuple",
      parameters: [
        {
          brief: `What to write: ${adapters.map(({ id }) => id).join(", ")}`,
          parse: (input: string) => input,
          placeholder: "FORMAT",
        },
        fleetArgument,
      ],
    },
  },
  docs: {
    brief: BRIEFS.emit,
    fullDescription: [
      "Write a plan as files for another tool.",
      "",
      ...adapters.flatMap(({ id, summary, options }) => [
        `  ${id}  ${summary}`,
        ...optionHelp(options).map(({ name, description }) => `    --option ${name}=…  ${description}`),
      ]),
      "",
      "  nkp-planner emit kwok-cluster my-fleet.yaml --model hybrid --out kwok",
    ].join("\n"),
  },
});
