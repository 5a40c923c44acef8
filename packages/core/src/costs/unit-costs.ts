import { pieceCount } from "../base/extended-resources.ts";
import { gibOf, WATTS_PER_KILOWATT } from "../base/units.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import { hostCountOf, type Infrastructure } from "../clusters/hosts/infrastructure.ts";
import type { NodePool } from "../clusters/pools/node-pool.ts";
import { tidy } from "../input/number-line.ts";
import { type CountedUnit, splitUnit } from "../prices/price-units.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import { resourcesPriced } from "../prices/priced-devices.ts";
import type { Rate } from "../prices/rate.ts";
import { billed, billedShared, type Use } from "./billing.ts";
import { ALL_OVERHEAD, ALL_WORKLOAD, type CostLine, type Weights } from "./cost-line.ts";
import { type HostMeasure, hostEvidence, hostPortions, hostWeights } from "./host-costs.ts";
import { isLicensed, pieceWeights, weightsOf } from "./pool-costs.ts";

type Fleet = {
  readonly clusters: readonly ClusterPlan[];
  readonly infrastructure: Infrastructure;
  readonly context: PricedContext;
};

/** What the price book adds to the bill by the unit: each item by what its unit counts. */
export function unitCosts(
  clusters: readonly ClusterPlan[],
  infrastructure: Infrastructure,
  context: PricedContext,
): readonly CostLine[] {
  if (clusters.length === 0) return [];
  const fleet = { clusters, infrastructure, context };
  return context.priceBook.added.flatMap((rate) => COUNTS[splitUnit(rate.unit).base as CountedUnit](rate, fleet));
}

/** How much of a unit a fleet uses, and where. */
const COUNTS: Readonly<Record<CountedUnit, (rate: Rate, fleet: Fleet) => readonly CostLine[]>> = {
  cluster: uses((rate, { clusters }) =>
    clusters.map(({ name }) => ({ ...useOf(rate, name), quantity: 1, weights: ALL_OVERHEAD })),
  ),
  tenant: uses((rate, { clusters }) =>
    clusters.map(({ name, tenantIds }) => ({
      ...useOf(rate, name),
      quantity: tenantIds.length,
      weights: ALL_WORKLOAD,
      confidence: "user",
    })),
  ),
  GiB: uses((rate, { clusters }) =>
    clusters.map(({ name, tenantClaimsBytes }) => ({
      ...useOf(rate, name),
      label: `${rate.name}, volume claims of tenants`,
      quantity: gibOf(tenantClaimsBytes),
      weights: ALL_WORKLOAD,
      confidence: "user",
    })),
  ),
  node: uses((rate, { clusters }) => poolUses(rate, clusters, ({ nodeCount }) => nodeCount)),
  vCPU: uses((rate, { clusters, context }) =>
    poolUses(rate, clusters, (pool) => (isLicensed(pool, context.choices) ? pool.nodeCount * pool.shape.vcpu : 0)),
  ),
  GPU: uses((rate, { clusters, context }) => {
    const counts = resourcesPriced(rate, context.priceBook);
    return poolUses(
      rate,
      clusters,
      ({ nodeCount, shape }) => nodeCount * pieceCount(shape, counts),
      (pool) => pieceWeights(pool, counts),
    );
  }),
  VM: uses((rate, { infrastructure }) => [
    {
      ...useOf(rate, null),
      quantity: infrastructure.prismCentral?.group.vmCount ?? 0,
      weights: ALL_OVERHEAD,
      confidence: infrastructure.prismCentral?.confidence ?? "assumption",
      sources: infrastructure.prismCentral?.sources ?? [],
    },
  ]),
  fleet: uses((rate) => [{ ...useOf(rate, null), quantity: 1, weights: ALL_OVERHEAD, confidence: "user" }]),
  host: (rate, fleet) => {
    const hostCount = hostCountOf(fleet.infrastructure);
    return byHosts(rate, fleet, { quantity: hostCount, label: `${rate.name}, ${hostCount} hosts` });
  },
  core: (rate, fleet) => {
    const present = fleet.infrastructure.hostClusters.filter(({ hostCount }) => hostCount > 0);
    const counts = present.map(
      ({ hostCount, siteCount, profile }) => `${siteCount * hostCount} hosts × ${profile.coreCount} cores`,
    );
    const quantity = present.reduce((sum, one) => sum + coresOf(one), 0);
    return byHosts(rate, fleet, { quantity, label: `${rate.name}, ${counts.join(" + ")}` }, coresOf);
  },
  kWh: (rate, fleet) => {
    const hostCount = hostCountOf(fleet.infrastructure);
    const { hoursPerMonth } = fleet.context.priceBook;
    return byHosts(rate, fleet, {
      quantity: (hostCount * rate.wattsPerHost * hoursPerMonth) / WATTS_PER_KILOWATT,
      label: `${rate.name}, ${hostCount} hosts × ${rate.wattsPerHost} W × ${hoursPerMonth} hours`,
    });
  },
};

const coresOf: HostMeasure = ({ hostCount, siteCount, profile }) => siteCount * hostCount * profile.coreCount;

function uses(of: (rate: Rate, fleet: Fleet) => readonly Use[]) {
  return (rate: Rate, fleet: Fleet) => billed(rate, of(rate, fleet));
}

/** Divided as the hosts are. */
function byHosts(
  rate: Rate,
  { clusters, infrastructure }: Fleet,
  { quantity, label }: Pick<Use, "quantity" | "label">,
  measure?: HostMeasure,
): readonly CostLine[] {
  const weights = hostWeights(clusters, infrastructure, measure);
  const use = { label, quantity: tidy(quantity), ...hostEvidence(infrastructure), note: rate.derivation };
  return billedShared(rate, use, (cost, exact) => hostPortions(cost, exact, weights));
}

function useOf(
  rate: Rate,
  clusterName: string | null,
): Pick<Use, "clusterName" | "poolName" | "label" | "note" | "confidence" | "sources"> {
  return {
    clusterName,
    poolName: null,
    label: rate.name,
    note: rate.derivation,
    confidence: "documented",
    sources: [],
  };
}

function poolUses(
  rate: Rate,
  clusters: readonly ClusterPlan[],
  quantityOf: (pool: NodePool) => number,
  weights: (pool: NodePool) => Weights = (pool) => weightsOf(pool, "cpuMillicores"),
): readonly Use[] {
  return clusters.flatMap(({ name, pools }) =>
    pools.map((pool) => ({
      ...useOf(rate, name),
      poolName: pool.name,
      label: `${rate.name}, ${pool.name}`,
      quantity: quantityOf(pool),
      weights: weights(pool),
      confidence: pool.confidence,
      sources: pool.sources,
    })),
  );
}
