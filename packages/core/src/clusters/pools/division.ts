import { compareMoney, multiplyMoney, subtractMoney } from "../../base/money.ts";
import type { NodeMinimum } from "../../input/catalog.ts";
import { choiceOf } from "../../input/parameters.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { PoolsOfKind } from "./cluster-cache.ts";
import { divisionsWorthTrying } from "./division-search.ts";
import type { ClusterToSize, NodePool, PoolsOfCluster } from "./node-pool.ts";
import { divided, type PoolDivision, standingDivision, workloadKey } from "./pool-division.ts";
import { failureCountOf, nodesCostOf } from "./pools-compared.ts";
import { floorOf } from "./worker-pool.ts";

const PERCENT = 100;

/** Counts the nodes of a cluster as it asks for them. */
type CountPools = (asked: ClusterToSize) => PoolsOfCluster;

/**
 * The workers of a cluster in one pool, or divided into two where that saves enough: by what workers cost a month, those
 * for a loss included. Workers that stand keep the division that they have; pools that tenants ask for are theirs.
 */
export function inPoolsWorthIt(
  cluster: ClusterToSize,
  count: CountPools,
  { minimum, kept }: { readonly minimum: NodeMinimum; readonly kept: PoolsOfKind },
  context: PricedContext,
): PoolsOfCluster {
  const { blueprint, wishes, standing } = cluster;
  const stands = standingDivision(cluster);
  if (stands !== null) return inTwo(cluster, stands, count);
  const one = count(cluster);
  const savingPercent = choiceOf(context.choices, "division-saving-percent").value;
  const isCheapest = choiceOf(context.choices, "workload-node-shape").chosen === "cheapest";
  if (savingPercent === null || !isCheapest || wishes.length > 0 || standing.length > 0) return one;
  // Where not everything runs, or not every count is tried, another pool would only take longer to say so.
  if (failureCountOf(one.pools) > 0 || one.pools.some(({ isCutShort }) => isCutShort)) return one;
  const costOf = ({ pools }: PoolsOfCluster) =>
    nodesCostOf(
      pools.filter(({ role }) => role !== "control-plane"),
      blueprint.edition,
      context,
    );
  const onePoolCost = costOf(one);
  const worthRatio = 1 - savingPercent / PERCENT;
  const ground = {
    minimum,
    floorNodeCount: floorOf(blueprint, minimum, context),
    installed: kept.installed,
    onePoolCost,
    worthRatio,
  };
  let best = one;
  for (const division of divisionsWorthTrying(cluster, ground, context)) {
    const two = inTwo(cluster, division, count);
    const mostCost = best === one ? multiplyMoney(onePoolCost, worthRatio) : costOf(best);
    if (failureCountOf(two.pools) === 0 && compareMoney(costOf(two), mostCost) < 0) best = two;
  }
  if (best === one) return one;
  const divisionMonthlySaving = subtractMoney(onePoolCost, costOf(best));
  return withPools(best, (pool) => (pool.dividedWorkloads.length === 0 ? pool : { ...pool, divisionMonthlySaving }));
}

/** The pools of a divided cluster, with the workloads that were put apart. */
function inTwo(cluster: ClusterToSize, division: PoolDivision, count: CountPools): PoolsOfCluster {
  const dividedWorkloads = division.groups.map(workloadKey);
  return withPools(count(divided(cluster, division)), (pool) =>
    pool.name === division.poolName ? { ...pool, dividedWorkloads } : pool,
  );
}

function withPools(counted: PoolsOfCluster, change: (pool: NodePool) => NodePool): PoolsOfCluster {
  return { ...counted, pools: counted.pools.map(change) };
}
