import {
  BearingTable,
  countText,
  isNegativeMoney,
  type Money,
  monthOf,
  type ShareOfPlace,
  type StreamedPlan,
  sharesOfStream,
} from "@nkp-planner/core";
import { writeOutput } from "../output-file.ts";
import type { ShellProcess } from "../shell.ts";
import { notOfThisRun, resultsIn } from "./read-results.ts";
import type { TenantOfModel } from "./tenant-results.ts";

/** How many tenants are at a loss with their share of what is shared, by the id of the model. */
export type LosingCounts = ReadonlyMap<string, number>;

/** From where to where the second pass goes. */
export interface SharesFiles {
  /** What the first pass has written of each tenant: one file, or one of each shard. */
  readonly tenantsPaths: readonly string[];
  readonly sharesPath: string;
}

/**
 * The second pass: divides what several tenants share among all of them, and writes what each bears, costs and leaves,
 * one a line in the order of the input.
 * @throws InputError where results cannot be read, or are not of these plans
 */
export async function writeShares(
  process: ShellProcess,
  plans: readonly StreamedPlan[],
  { tenantsPaths, sharesPath }: SharesFiles,
): Promise<LosingCounts> {
  const tenantsText = countText(plans[0]?.tenantCount ?? 0, "tenants");
  const shares = new Map<string, ShareOfPlace>();
  for (const plan of plans) {
    process.say(`Dividing what ${tenantsText} share: ${plan.model.title}`);
    shares.set(plan.model.id, sharesOfStream(plan, await bearingTable(plan, tenantsPaths)));
  }
  process.say(`Writing what each of ${tenantsText} bears`);
  const losing = new Map(plans.map(({ model }) => [model.id, 0]));
  await writeOutput(sharesPath, sharedLines(tenantsPaths, shares, losing), { isForced: true });
  return losing;
}

/** By what tenants bear what is shared. Read anew for each model: the tables of all would fill the memory. */
async function bearingTable({ model, tenantCount }: StreamedPlan, paths: readonly string[]): Promise<BearingTable> {
  const table = new BearingTable();
  for await (const { tenantId: id, shareWeight = null, models } of resultsIn(paths))
    for (const { modelId, bearing } of models) if (modelId === model.id) table.add({ id, shareWeight, bearing });
  if (table.tenantCount === tenantCount) return table;
  const of = `of the ${countText(tenantCount, "tenants")} of the run by ${model.title}`;
  throw notOfThisRun(paths.join(", "), `${countText(table.tenantCount, "tenants")}, ${of}`);
}

/** @param losing counts up while lines are taken */
async function* sharedLines(
  paths: readonly string[],
  shares: ReadonlyMap<string, ShareOfPlace>,
  losing: Map<string, number>,
): AsyncGenerator<string> {
  const lines: string[] = [];
  let place = 0;
  for await (const { models, ...tenant } of resultsIn(paths)) {
    const months = models.flatMap((one) => {
      const shareOf = shares.get(one.modelId);
      return shareOf === undefined ? [] : [withShare(one, shareOf(place))];
    });
    for (const { modelId, monthlyMargin } of months)
      if (monthlyMargin !== null && isNegativeMoney(monthlyMargin)) losing.set(modelId, (losing.get(modelId) ?? 0) + 1);
    lines.push(`${JSON.stringify({ ...tenant, models: months })}\n`);
    place += 1;
    if (lines.length === LINES_A_WRITE) yield lines.splice(0).join("");
  }
  yield lines.join("");
}

/** So many lines are written at once. */
const LINES_A_WRITE = 100;

function withShare({ modelId, monthlyPrice, ownMonthlyCost, oneTimePrice, oneTimeCost }: TenantOfModel, share: Money) {
  return { modelId, ...monthOf(monthlyPrice, ownMonthlyCost, share), oneTimePrice, oneTimeCost };
}
