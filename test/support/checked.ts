import { createHash } from "node:crypto";
import { adapters, exampleOptions, fleetYaml, planToEmit, priceListYaml, readers, textOf } from "@nkp-planner/adapters";
import {
  type CheckResult,
  checkedOf,
  checkRules,
  judgedOf,
  NO_POLICY,
  readFilesToCheck,
  readPolicy,
} from "@nkp-planner/adapters/check";
import { examplePriceBook, planningContext, workloadLibrary } from "@nkp-planner/catalog";
import { operatingModels, type PlanInput, type PriceBook, type PriceList, plannedFleet } from "@nkp-planner/core";

/** Files by their paths. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface CheckCase {
  /** As a fleet file has it. */
  readonly fleet: object;
  readonly files: Files;
  /** The text of a policy file. */
  readonly policy?: string;
  /** As a price list has it. */
  readonly priceList?: object;
  /** Left out: the example, whose prices are invented. */
  readonly priceBook?: PriceBook;
  readonly model?: string;
  readonly today?: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Fingerprints that are known. */
  readonly baseline?: ReadonlySet<string>;
}

const encoder = new TextEncoder();

/** Checks files against a fleet, with every rule there is. */
export async function checkFiles(one: CheckCase): Promise<CheckResult> {
  const { files, policy, model = "ultimate-centralized", today = "2026-11-30", baseline = null } = one;
  const asked =
    policy === undefined
      ? NO_POLICY
      : readPolicy({ name: "sizing-policy.yaml", bytes: encoder.encode(policy) }, checkRules);
  const read = await readFilesToCheck(
    Object.entries(files).map(([name, text]) => ({
      name,
      bytes: typeof text === "string" ? encoder.encode(text) : text,
      isFound: true,
    })),
    readers,
    workloadLibrary,
  );
  if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
  const [given, list] = await Promise.all([fleetOf(one), priceListOf(one)]);
  const plan = planOfFleet(one, model, given.value, list?.value);
  const placeIn =
    (file: string, { placeOf }: Pick<typeof given, "placeOf">) =>
    (path: readonly (string | number)[]) => {
      const { line, column } = placeOf(path);
      return { file, line, column };
    };
  const checked = checkedOf(plan, read, {
    today,
    policy: asked,
    tenantIds: given.value.tenants.map(({ id }) => id),
    fleet: placeIn("fleet.json", given),
    priceList: list === undefined ? () => null : placeIn("price-list.json", list),
  });
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  return {
    model: plan.model,
    today,
    ...judgedOf(checked, { rules: checkRules, policy: asked, baseline, digest }),
    fileCount: Object.keys(files).length,
    clusterCount: checked.clusters.length,
    leftOut: read.leftOut,
    passedOver: checked.passedOver,
  };
}

/** The text of a file of the planner's own, by whose lines things in it are pointed at. */
export function textOfInput(value: object): string {
  return JSON.stringify(value, null, 2);
}

async function fleetOf({ fleet }: Pick<CheckCase, "fleet">) {
  const file = { name: "fleet.json", bytes: encoder.encode(textOfInput(fleet)) };
  const { value, findings, placeOf } = await fleetYaml.read(file, { library: workloadLibrary });
  if (value === null) throw new Error(JSON.stringify(findings));
  return { value: value as PlanInput, placeOf };
}

async function priceListOf({ priceList }: Pick<CheckCase, "priceList">) {
  if (priceList === undefined) return undefined;
  const file = { name: "price-list.json", bytes: encoder.encode(textOfInput(priceList)) };
  const { value, findings, placeOf } = await priceListYaml.read(file);
  if (value === null) throw new Error(JSON.stringify(findings));
  return { value: value as PriceList, placeOf };
}

function planOfFleet(
  { settings = {}, priceBook = examplePriceBook }: Pick<CheckCase, "settings" | "priceBook">,
  modelId: string,
  input: PlanInput,
  priceList: PriceList | undefined,
) {
  const model = operatingModels.find(({ id }) => id === modelId);
  if (model === undefined) throw new Error(`no model ${modelId}`);
  const context = planningContext({
    release: input.release,
    priceBook,
    settings,
    ...(priceList === undefined ? {} : { priceList }),
  });
  return plannedFleet(input, model, context);
}

/** What provisioning writes for a fleet: files that follow the plan to the letter. */
export async function emittedFiles(one: Omit<CheckCase, "files">, adapterId = "cluster-api-yaml"): Promise<Files> {
  const adapter = adapters.find(({ id }) => id === adapterId);
  if (adapter === undefined) throw new Error(`no adapter ${adapterId}`);
  const plan = planToEmit(
    planOfFleet(one, one.model ?? "ultimate-centralized", (await fleetOf(one)).value, (await priceListOf(one))?.value),
  );
  const { files } = await adapter.emit({ plan, options: exampleOptions(adapter, plan) });
  return Object.fromEntries(files.map((file) => [`clusters/${file.path}`, textOf(file)]));
}

/** Files with one text of one of them exchanged. @throws Error where it does not stand there exactly once */
export function edited(files: Files, path: string, before: string, after: string): Files {
  const text = files[path];
  if (typeof text !== "string") throw new Error(`no file ${path}`);
  const count = text.split(before).length - 1;
  if (count !== 1) throw new Error(`${JSON.stringify(before)} stands ${count} times in ${path}`);
  return { ...files, [path]: text.replace(before, () => after) };
}
