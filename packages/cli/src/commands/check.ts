import { createHash } from "node:crypto";
import { readers } from "@nkp-planner/adapters";
import {
  type CheckResult,
  checkedOf,
  checkRules,
  judgedOf,
  modelOfFiles,
  NO_POLICY,
  readFilesToCheck,
  readPolicy,
} from "@nkp-planner/adapters/check";
import { workloadLibrary } from "@nkp-planner/catalog";
import {
  defaultModels,
  didYouMean,
  type Finding,
  findingOfProblem,
  fleetOfDay,
  InputError,
  plannedFleet,
  shown,
} from "@nkp-planner/core";
import { buildCommand } from "@stricli/core";
import { BRIEFS } from "../briefs.ts";
import {
  type BaselineFlags,
  baselineFindings,
  baselineFlags,
  givenBaseline,
  writtenBaseline,
} from "../check/baseline.ts";
import {
  type CheckOutputFlags,
  checkOutputFlags,
  formatLines,
  requireOutput,
  writeCheck,
} from "../check/check-output.ts";
import { exitCodeOfCheck, type FailOn, failOnFlag } from "../check/fail-on.ts";
import { filesToCheck } from "../check/files-to-check.ts";
import { type Repository, repositoryAt } from "../check/repository.ts";
import { openFile } from "../files.ts";
import { type ModelId, modelIds, modelOf, planningFlags } from "../flags.ts";
import { givenFinding } from "../given-texts.ts";
import { loadPlanning, type PlanningFlags } from "../inputs.ts";
import type { Shell } from "../shell.ts";
import { today } from "../today.ts";

interface Flags extends PlanningFlags, BaselineFlags, CheckOutputFlags {
  readonly against?: readonly string[];
  readonly policy?: string;
  readonly model?: ModelId;
  readonly on?: string;
  readonly failOn: FailOn;
}

async function check(this: Shell, flags: Flags, fleetPath: string, ...more: readonly string[]): Promise<void> {
  const { process } = this;
  requireOutput(flags);
  const repository = await repositoryAt(".");
  const policy =
    flags.policy === undefined
      ? NO_POLICY
      : readPolicy(await policyFile(process, flags.policy, repository), checkRules);
  const baseline = await givenBaseline(process, flags);
  const paths = [...(flags.against ?? []), ...more];
  if (paths.length === 0) throw nothing("no path", "add --against PATH: files or folders of clusters");
  const { files, links } = await filesToCheck(process, paths, repository);
  const read = await readFilesToCheck(files, readers, workloadLibrary);
  if (read.problems.length > 0) throw new InputError("--against", read.problems);
  if (read.objects.length === 0)
    throw nothing(
      read.inventories.length > 0
        ? "lists of machines or tenants alone, which no rule asks about"
        : `${files.length} files without objects of Kubernetes`,
      "name the files or folders that clusters are declared in",
    );
  const ofPolicy = modelOfPolicy(policy.modelId, flags.policy);
  const asked = flags.model ?? ofPolicy;
  // Prices that only other models need are not asked for.
  const models = asked === undefined ? defaultModels : [modelOf(asked)];
  const { input, context, cache, files: given, notices } = await loadPlanning(process, fleetPath, flags, models);
  const model =
    asked === undefined ? modelOfFiles(models, fleetOfDay(input).tenants, read, policy.named) : modelOf(asked);
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
  const judged = judgedOf(checked, { rules: checkRules, policy, baseline: baseline?.fingerprints ?? null, digest });
  if (judged.judged.length === 0)
    throw nothing("nothing that a rule asks about", "name the files of clusters, or turn rules on in the policy");
  const looked: Omit<CheckResult, "notices"> = {
    model: plan.model,
    today: checked.today,
    ...judged,
    fileCount: files.length,
    clusterCount: checked.clusters.length,
    leftOut: [
      ...read.leftOut,
      ...read.inventories.map(({ file }) => ({ file, reason: "a list of machines or tenants: no rule asks about it" })),
      ...links.map((file) => ({ file, reason: "a link, which is not followed" })),
    ],
    passedOver: checked.passedOver,
  };
  const found: CheckResult = {
    ...looked,
    notices: [
      ...notices,
      ...judged.notices,
      ...baselineFindings(baseline, looked),
      ...(asked === undefined ? [modelFinding(model.title)] : []),
      ...plan.findings.filter(({ ruleId }) => ruleId === SUPPORT_RULE),
    ],
  };
  const result = flags.writeBaseline === undefined ? found : await writtenBaseline(flags.writeBaseline, found);
  await writeCheck(result, flags, process);
  process.exitCode = exitCodeOfCheck(result, flags.failOn);
}

/** Called as the repository calls it: an exemption of it may be what is found. */
async function policyFile(process: Shell["process"], path: string, { nameOf }: Repository) {
  const file = await openFile(process, path);
  return path === "-" ? file : { ...file, name: nameOf(path) };
}

/** @throws InputError for a model that there is none of */
function modelOfPolicy(id: string | null, file = "the policy"): ModelId | undefined {
  if (id === null) return undefined;
  const known = modelIds.find((one) => one === id);
  if (known !== undefined) return known;
  const found = { path: ["model"], found: shown(id), expected: "a model", fix: didYouMean(id, modelIds) };
  throw new InputError(file, [findingOfProblem(found, file)]);
}

function modelFinding(title: string): Finding {
  return givenFinding("model-of-files", { model: { kind: "text", value: title } });
}

/** What a plan says of its own release: no file is to blame for it, so that no rule finds it. */
const SUPPORT_RULE = "release-support";

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
        brief: "Manifests and nodes: files and folders of the repository, as those after FLEET (default: those)",
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
      ...baselineFlags,
      failOn: failOnFlag,
      ...checkOutputFlags,
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
      "Of a repository that has findings already, keep those in a file; from then on only",
      "new ones fail:",
      "",
      "  nkp-planner check fleet.yaml --against clusters/ --write-baseline known.json",
      "  nkp-planner check fleet.yaml --against clusters/ --baseline known.json",
      "",
      "In a workflow, write a report for others and read the text all the same:",
      "",
      "  nkp-planner check fleet.yaml --against clusters/ --format sarif --out check.sarif",
      '  nkp-planner check fleet.yaml --against clusters/ --summary "$GITHUB_STEP_SUMMARY"',
      "",
      "Exit code 0: nothing at or above --fail-on; 1: findings; 2: bad input.",
      "",
      ...formatLines,
    ].join("\n"),
  },
});
