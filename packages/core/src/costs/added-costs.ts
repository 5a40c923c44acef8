import type { ClusterPlan } from "../clusters.ts";
import type { PlanningContext } from "../context.ts";
import type { Infrastructure } from "../hosts/infrastructure.ts";
import type { Rate } from "../prices/price-book.ts";
import { type BaseUnit, type RateKind, splitUnit } from "../prices/rate-kinds.ts";
import { tidy } from "../stage-line.ts";
import { gibOf, WATTS_PER_KILOWATT } from "../units.ts";
import { billed, billedShared, type Use } from "./billing.ts";
import { ALL_OVERHEAD, ALL_WORKLOAD, type CostDriver, type CostLine } from "./cost-line.ts";
import { hostEvidence, hostPortions, hostWeights } from "./host-costs.ts";
import { isLicensed, weightsOf } from "./pool-costs.ts";

type Fleet = {
  readonly clusters: readonly ClusterPlan[];
  readonly infrastructure: Infrastructure;
  readonly context: PlanningContext;
};

const DRIVERS: Readonly<Partial<Record<RateKind, CostDriver>>> = {
  power: "power",
  rack: "power",
  support: "support",
  backup: "backup",
  "prism-central": "prism-central",
};

/** What the price book adds to the bill beside licences, infrastructure and labour: each item by what its unit counts. */
export function addedCosts(
  clusters: readonly ClusterPlan[],
  infrastructure: Infrastructure,
  context: PlanningContext,
): readonly CostLine[] {
  if (clusters.length === 0) return [];
  const fleet = { clusters, infrastructure, context };
  return context.priceBook.added.flatMap((rate) => {
    const base = splitUnit(rate.unit).base as CountedUnit | "host" | "kWh";
    const driver = DRIVERS[rate.kind] ?? "other";
    return base === "host" || base === "kWh"
      ? byHosts(driver, rate, base, fleet)
      : billed(driver, rate, USES[base](rate, fleet));
  });
}

function byHosts(
  driver: CostDriver,
  rate: Rate,
  base: "host" | "kWh",
  { clusters, infrastructure, context }: Fleet,
): readonly CostLine[] {
  const { hostCount } = infrastructure.hosts;
  const { hoursPerMonth } = context.priceBook;
  const quantity = base === "host" ? hostCount : (hostCount * rate.wattsPerHost * hoursPerMonth) / WATTS_PER_KILOWATT;
  const label =
    base === "host"
      ? `${rate.name}, ${hostCount} hosts`
      : `${rate.name}, ${hostCount} hosts × ${rate.wattsPerHost} W × ${hoursPerMonth} hours`;
  const weights = hostWeights(clusters, infrastructure);
  const use = { label, quantity: tidy(quantity), ...hostEvidence(infrastructure), note: rate.derivation };
  return billedShared(driver, rate, use, (cost, exact) => hostPortions(cost, exact, weights));
}

type UsesOf = (rate: Rate, fleet: Fleet) => readonly Use[];

type CountedUnit = Exclude<BaseUnit, "host" | "kWh" | "core" | "hour">;
/** How much of a unit is used where. A unit more is a line more. */
const USES: Readonly<Record<CountedUnit, UsesOf>> = {
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
  VM: (rate, { infrastructure }) => [
    {
      ...useOf(rate, null),
      quantity: infrastructure.prismCentral?.group.vmCount ?? 0,
      weights: ALL_OVERHEAD,
      confidence: infrastructure.prismCentral?.confidence ?? "assumption",
      sources: infrastructure.prismCentral?.sources ?? [],
    },
  ],
  fleet: (rate) => [{ ...useOf(rate, null), quantity: 1, weights: ALL_OVERHEAD, confidence: "user" }],
};

function useOf(
  rate: Rate,
  clusterName: string | null,
): Pick<Use, "clusterName" | "poolRole" | "label" | "note" | "confidence" | "sources"> {
  return {
    clusterName,
    poolRole: null,
    label: rate.name,
    note: rate.derivation,
    confidence: "documented",
    sources: [],
  };
}

function poolUses(
  rate: Rate,
  clusters: readonly ClusterPlan[],
  quantityOf: (pool: ClusterPlan["pools"][number]) => number,
): readonly Use[] {
  return clusters.flatMap(({ name, pools }) =>
    pools.map((pool) => ({
      ...useOf(rate, name),
      poolRole: pool.role,
      label: `${rate.name}, ${pool.role}`,
      quantity: quantityOf(pool),
      weights: weightsOf(pool, "cpuMillicores"),
      confidence: pool.confidence,
      sources: pool.sources,
    })),
  );
}
