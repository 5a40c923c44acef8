import { createHash } from "node:crypto";
import { readers } from "@nkp-planner/adapters";
import {
  type CheckResult,
  checkedOf,
  checkFormats,
  checkRules,
  judgedOf,
  modelOfFiles,
  NO_POLICY,
  readFilesToCheck,
  readPolicy,
} from "@nkp-planner/adapters/check";
import { workloadLibrary } from "@nkp-planner/catalog";
import { defaultModels, fleetOfDay, InputError, plannedFleet } from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import { exitCodeOfCheck, type FailOn, failOnFlag } from "../check/fail-on.ts";
import { filesToCheck } from "../check/files-to-check.ts";
import { repositoryAt } from "../check/repository.ts";
import { openFile } from "../files.ts";
import { type ModelId, modelIds, modelOf, planningFlags } from "../flags.ts";
import type { FormatId } from "../formats.ts";
import { checkText } from "../human/check.ts";
import { inkFor } from "../human/ink.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";
import { today } from "../today.ts";

const HUMAN = "human" as FormatId;
const LONGEST_ID = Math.max(...checkFormats.map(({ id }) => id.length));

interface Flags extends PlanningFlags {
  readonly against?: readonly string[];
  readonly policy?: string;
  readonly model?: ModelId;
  readonly on?: string;
  readonly failOn: FailOn;
  readonly format: FormatId;
}

async function check(this: Shell, flags: Flags, fleetPath: string, ...more: readonly string[]): Promise<void> {
  const { process } = this;
  const repository = await repositoryAt(".");
  const policy = flags.policy === undefined ? NO_POLICY : readPolicy(await openFile(process, flags.policy), checkRules);
  const paths = [...(flags.against ?? []), ...more];
  if (paths.length === 0) throw nothing("no path", "add --against PATH: files or folders of clusters");
  const { files, links } = await filesToCheck(process, paths, repository);
  const read = await readFilesToCheck(files, readers, workloadLibrary);
  if (read.problems.length > 0) throw new InputError("--against", read.problems);
  if (read.objects.length + read.inventories.length === 0)
    throw nothing(`${files.length} files without clusters`, "name the files or folders that clusters are declared in");
  const { input, context, cache, files: given, notices } = await loadPlanning(process, fleetPath, flags, defaultModels);
  const asked = flags.model ?? modelIds.find((id) => id === policy.modelId);
  const { tenants } = fleetOfDay(input);
  const model = asked === undefined ? modelOfFiles(defaultModels, tenants, read, policy.named) : modelOf(asked);
  const plan = plannedFleet(input, model, context, cache);
  const placeIn = ({ name, placeOf }: typeof given.fleet, path: readonly (string | number)[]) => ({
    file: repository.nameOf(name),
    ...(placeOf(path) ?? { line: 1, column: 1 }),
  });
  const checked = checkedOf(plan, read, {
    today: flags.on ?? today(),
    policy,
    tenantIds: input.tenants.map(({ id }) => id),
    fleet: (path) => placeIn(given.fleet, path),
    priceList: (path) => (given.priceList === null ? null : placeIn(given.priceList, path)),
  });
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const result: CheckResult = {
    model: plan.model,
    today: checked.today,
    ...judgedOf(checked, { rules: checkRules, policy, baseline: null, digest }),
    fileCount: files.length,
    clusterCount: checked.clusters.length,
    leftOut: [...read.leftOut, ...links.map((file) => ({ file, reason: "a link, which is not followed" }))],
    notices,
  };
  const format = checkFormats.find(({ id }) => id === flags.format);
  process.stdout.write(
    format === undefined
      ? checkText(result, inkFor(process.stdout, process.env))
      : format.write(result, { version: "" }),
  );
  process.exitCode = exitCodeOfCheck(result, flags.failOn);
}

function nothing(found: string, fix: string): InputError {
  return new InputError("--against", [{ path: [], found, expected: "something to look at", fix }]);
}

const text = (input: string): string => input;

/** A day that there is: 2027-02-30 is none. */
function day(input: string): string {
  const read = new Date(`${input}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(input) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(input))
    return input;
  throw new SyntaxError(`${JSON.stringify(input)} is no day such as 2026-11-30`);
}

export const command = buildCommand<Flags, [string, ...string[]], Shell>({
  func: check,
  parameters: {
    flags: {
      against: {
        kind: "parsed",
        parse: text,
        optional: true,
        variadic: true,
        brief: "Manifests, nodes, pods, inventories: files and folders of the repository, like those after FLEET",
        placeholder: "PATH",
      },
      policy: {
        kind: "parsed",
        parse: text,
        optional: true,
        brief: "Policy file: severities, thresholds, exemptions (default: every rule as it is)",
        placeholder: "FILE",
      },
      model: {
        kind: "enum",
        values: modelIds,
        optional: true,
        brief: "How the fleet is run (default: the policy's, or the one whose clusters the files have)",
      },
      on: {
        kind: "parsed",
        parse: day,
        optional: true,
        brief: "Day by which support and exemptions are judged (default: today)",
        placeholder: "DATE",
      },
      failOn: failOnFlag,
      format: {
        kind: "enum",
        values: [HUMAN, ...checkFormats.map(({ id }) => id as FormatId)],
        default: HUMAN,
        brief: "What to print: text, or a format listed below",
      },
      ...planningFlags,
    },
    positional: {
      kind: "array",
      minimum: 1,
      parameter: {
        brief: "Fleet file (YAML, JSON) or table of tenants (CSV), then paths as --against takes them",
        parse: text,
        placeholder: "FLEET",
      },
    },
  },
  docs: {
    brief: BRIEFS.check,
    fullDescription: [
      "Hold the clusters of files against the plan of a fleet, rule by rule: what is too",
      "small, too dear, out of support or otherwise than planned, at its line. Nothing",
      "outside the repository is read, and no cluster is asked.",
      "",
      "  nkp-planner check fleet.yaml --against clusters/",
      "  nkp-planner check fleet.yaml --against clusters/ --policy sizing-policy.yaml",
      "",
      "Exit code 0: nothing at or above --fail-on; 1: findings; 2: bad input.",
      "",
      ...checkFormats.map(({ id, title }) => `  --format ${id.padEnd(LONGEST_ID)}  ${title}`),
    ].join("\n"),
  },
});
