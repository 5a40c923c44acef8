import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fleetYaml, priceBookYaml, priceListYaml, type ReadResult, readers } from "@nkp-planner/adapters";
import {
  type CheckResult,
  checkedOf,
  checkRules,
  judgedOf,
  readFilesToCheck,
  readPolicy,
} from "@nkp-planner/adapters/check";
import { plannerFacts, workloadLibrary } from "@nkp-planner/catalog";
import {
  type Given,
  type OperatingModel,
  operatingModels,
  type Problem,
  plannedFleet,
  readPlanning,
  upgradeEfforts,
} from "@nkp-planner/core";
import { root } from "./command-line.ts";

/** Where the example repository of a platform team lies. */
export const CI_EXAMPLE = `${root}examples/ci/`;
/** The day on which its tests check it. */
export const CHECKED_ON = "2026-11-30";
/** What of it is held against the plan. */
const AGAINST = /^(clusters|apps)\//;

/** Texts of files by their paths. */
export type Texts = Readonly<Record<string, string>>;

/** Every file of the example repository. */
export function exampleFiles(): Texts {
  const names = readdirSync(CI_EXAMPLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(CI_EXAMPLE.length).replace(/^\//, ""));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(CI_EXAMPLE + name, "utf8")]));
}

/** Checks the example repository, or one like it, by the library, as its workflow has the program do it. */
export async function checkExample(texts: Texts): Promise<CheckResult> {
  const [plan, read] = await Promise.all([
    planOf(texts),
    readFilesToCheck(
      Object.keys(texts)
        .filter((name) => AGAINST.test(name))
        .map((name) => ({ ...fileOf(texts, name), isFound: true })),
      readers,
      workloadLibrary,
    ),
  ]);
  if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems));
  const policy = readPolicy(fileOf(texts, "sizing-policy.yaml"), checkRules);
  const checked = checkedOf(plan.fleet, read, {
    today: CHECKED_ON,
    policy,
    tenantIds: plan.tenantIds,
    fleet: plan.placeOf,
    priceList: plan.placeInList,
  });
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  return {
    model: plan.fleet.model,
    today: CHECKED_ON,
    ...judgedOf(checked, { rules: checkRules, policy, baseline: null, digest }),
    fileCount: Object.keys(texts).length,
    clusterCount: checked.clusters.length,
    leftOut: read.leftOut,
    passedOver: checked.passedOver,
    notices: [],
  };
}

function fileOf(texts: Texts, name: string) {
  const text = texts[name];
  if (text === undefined) throw new Error(`no file ${name}`);
  return { name, bytes: new TextEncoder().encode(text) };
}

const plans = new Map<string, ReturnType<typeof planned>>();

/** One plan for all who change a manifest alone. */
function planOf(texts: Texts) {
  const key = JSON.stringify(["fleet.yaml", "prices.yaml", "price-list.yaml"].map((name) => texts[name]));
  const plan = plans.get(key) ?? planned(texts);
  plans.set(key, plan);
  return plan;
}

async function planned(texts: Texts) {
  const [fleet, prices, priceList] = await Promise.all([
    givenBy("fleet.yaml", fleetYaml.read(fileOf(texts, "fleet.yaml"), { library: workloadLibrary })),
    givenBy("prices.yaml", priceBookYaml.read(fileOf(texts, "prices.yaml"))),
    givenBy("price-list.yaml", priceListYaml.read(fileOf(texts, "price-list.yaml"))),
  ]);
  const model = operatingModels.find(({ id }) => id === "ultimate-centralized") as OperatingModel;
  const read = readPlanning({ fleet, prices, priceList }, [model], { ...plannerFacts, upgradeEfforts });
  if (!read.ok) throw new Error(JSON.stringify(read));
  const { input, context } = read.planning;
  const placeIn = ({ name, placeOf }: Given<unknown>) => {
    return (path: Problem["path"]) => ({ file: name, ...(placeOf(path) ?? { line: 1, column: 1 }) });
  };
  return {
    fleet: plannedFleet(input, model, context),
    tenantIds: input.tenants.map(({ id }) => id),
    placeOf: placeIn(fleet),
    placeInList: placeIn(priceList),
  };
}

async function givenBy<Value>(
  name: string,
  reading: Promise<Pick<Given<Value>, "value" | "findings"> & { readonly placeOf?: ReadResult["placeOf"] }>,
): Promise<Given<Value>> {
  const { value, findings, placeOf = () => undefined } = await reading;
  return { name, value, findings, placeOf };
}
