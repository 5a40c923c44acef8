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
import { type Bill, billed, billedShared, billTogether, type Use } from "./billing.ts";
import { ALL_OVERHEAD, ALL_WORKLOAD, type CostLine, type Weights } from "./cost-line.ts";
import { type HostMeasure, hostEvidence, hostPortions, hostWeights } from "./host-costs.ts";
import { isLicensed, pieceWeights, weightsOf } from "./pool-costs.ts";

type Fleet = {
  readonly clusters: readonly ClusterPlan[];
  readonly infrastructure: Infrastructure;
  readonly context: PricedContext;
};

/** What the price book adds to the bill for each of a cluster's parts. */
export function clusterUnitCosts(
  clusters: readonly ClusterPlan[],
  context: PricedContext,
  bill: Bill,
): readonly CostLine[] {
  return context.priceBook.added.flatMap((rate) => {
    const uses = usesOf(rate);
    return uses === undefined ? [] : bill(rate, () => uses(rate, { clusters, context }));
  });
}

/** What the price book adds to the bill for what the fleet has together, and at prices that depend on how much it has. */
export function unitCosts(
  clusters: readonly ClusterPlan[],
  infrastructure: Infrastructure,
  context: PricedContext,
): readonly CostLine[] {
  return clusters.length === 0 ? [] : unitLines(clusters, infrastructure, context);
}

/** The same, of no cluster too: what is counted of a fleet whose clusters are billed elsewhere. */
export function unitLines(
  clusters: readonly ClusterPlan[],
  infrastructure: Infrastructure,
  context: PricedContext,
): readonly CostLine[] {
  const fleet = { clusters, infrastructure, context };
  return context.priceBook.added.flatMap((rate) => {
    const uses = usesOf(rate);
    if (uses !== undefined) return billTogether(rate, () => uses(rate, fleet));
    return FLEET_UNITS[splitUnit(rate.unit).base as FleetUnit](rate, fleet);
  });
}

function usesOf({ unit }: Rate): ClusterUses | undefined {
  const { base } = splitUnit(unit);
  return Object.hasOwn(CLUSTER_UNITS, base) ? CLUSTER_UNITS[base as ClusterUnit] : undefined;
}

type ClusterUses = (rate: Rate, of: Pick<Fleet, "clusters" | "context">) => readonly Use[];
type ClusterUnit = "cluster" | "tenant" | "GiB" | "node" | "vCPU" | "GPU";
type FleetUnit = Exclude<CountedUnit, ClusterUnit>;

/** How much of a unit clusters use, each for itself. */
const CLUSTER_UNITS: Readonly<Record<ClusterUnit, ClusterUses>> = {
  cluster: (rate, { clusters }) =>
    clusters.map(({ name }) => ({ ...useOf(rate, name), quantity: 1, weights: ALL_OVERHEAD })),
  tenant: (rate, { clusters }) =>
    clusters.map(({ name, tenantIds }) => ({
      ...useOf(rate, name),
      quantity: tenantIds.length,
      weights: ALL_WORKLOAD,
      confidence: "user",
    })),
  GiB: (rate, { clusters }) =>
    clusters.map(({ name, tenantClaimsBytes }) => ({
      ...useOf(rate, name),
      label: `${rate.name}, volume claims of tenants`,
      quantity: gibOf(tenantClaimsBytes),
      weights: ALL_WORKLOAD,
      confidence: "user",
    })),
  node: (rate, { clusters }) => poolUses(rate, clusters, ({ nodeCount }) => nodeCount),
  vCPU: (rate, { clusters, context }) =>
    poolUses(rate, clusters, (pool) => (isLicensed(pool, context.choices) ? pool.nodeCount * pool.shape.vcpu : 0)),
  GPU: (rate, { clusters, context }) => {
    const counts = resourcesPriced(rate, context.priceBook);
    return poolUses(
      rate,
      clusters,
      ({ nodeCount, shape }) => nodeCount * pieceCount(shape, counts),
      (pool) => pieceWeights(pool, counts),
    );
  },
};

/** What a fleet has of a unit for all clusters together. */
const FLEET_UNITS: Readonly<Record<FleetUnit, (rate: Rate, fleet: Fleet) => readonly CostLine[]>> = {
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
