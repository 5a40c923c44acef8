import {
  type BearingTenant,
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
  const shares = new Map<string, ShareOfPlace>();
  for (const plan of plans) {
    process.say(`Dividing what ${countText(plan.tenantCount, "tenants")} share: ${plan.model.title}`);
    shares.set(plan.model.id, sharesOfStream(plan, await bearingTenants(plan, tenantsPaths)));
  }
  const losing = new Map(plans.map(({ model }) => [model.id, 0]));
  await writeOutput(sharesPath, sharedLines(tenantsPaths, shares, losing), { isForced: true });
  return losing;
}

async function bearingTenants(
  { model, tenantCount }: StreamedPlan,
  paths: readonly string[],
): Promise<readonly BearingTenant[]> {
  const all: BearingTenant[] = [];
  const name = paths.join(", ");
  for await (const { tenantId: id, name: title, ref, shareWeight = null, models } of resultsIn(paths)) {
    const { bearing } = models.find(({ modelId }) => modelId === model.id) ?? {};
    if (bearing === undefined) throw notOfThisRun(name, `nothing of ${model.title} for ${id}`);
    all.push({ id, name: title, ...(ref === undefined ? {} : { ref }), shareWeight, bearing });
  }
  if (all.length === tenantCount) return all;
  const found = `${countText(all.length, "tenants")}, of the ${countText(tenantCount, "tenants")} of the run`;
  throw notOfThisRun(name, found);
}

/** @param losing counts up while lines are taken */
async function* sharedLines(
  paths: readonly string[],
  shares: ReadonlyMap<string, ShareOfPlace>,
  losing: Map<string, number>,
): AsyncGenerator<string> {
  let place = 0;
  for await (const { models, ...tenant } of resultsIn(paths)) {
    const months = models.flatMap((one) => {
      const shareOf = shares.get(one.modelId);
      return shareOf === undefined ? [] : [withShare(one, shareOf(place))];
    });
    for (const { modelId, monthlyMargin } of months)
      if (monthlyMargin !== null && isNegativeMoney(monthlyMargin)) losing.set(modelId, (losing.get(modelId) ?? 0) + 1);
    yield `${JSON.stringify({ ...tenant, models: months })}\n`;
    place += 1;
  }
}

function withShare({ modelId, monthlyPrice, ownMonthlyCost, oneTimePrice, oneTimeCost }: TenantOfModel, share: Money) {
  return { modelId, ...monthOf(monthlyPrice, ownMonthlyCost, share), oneTimePrice, oneTimeCost };
}
