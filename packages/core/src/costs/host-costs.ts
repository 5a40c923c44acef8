import {
  allocateMoney,
  isNegativeMoney,
  type Money,
  partOfMoney,
  roundToMinorUnit,
  subtractMoney,
} from "../base/money.ts";
import { weakestOf } from "../base/provenance.ts";
import { BYTES_PER_GIB, MILLICORES_PER_VCPU } from "../base/units.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import { type HostClusterPlan, hostCountOf, type Infrastructure } from "../clusters/hosts/infrastructure.ts";
import type { VmGroup } from "../clusters/hosts/vm-group.ts";
import type { NodePool } from "../clusters/pools/node-pool.ts";
import { hasRate, hostRateOf, type PriceBook } from "../prices/price-book.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import type { Rate } from "../prices/rate.ts";
import { billedShared, byPool } from "./billing.ts";
import { attributed, type CostLine, type CostPortion, type Weights } from "./cost-line.ts";
import { dividePool } from "./pool-costs.ts";

/** What the hosts cost, where the price book prices them: one line a price, whose parts follow what runs on them. */
export function hostCosts(
  clusters: readonly ClusterPlan[],
  { hostClusters, prismCentral }: Infrastructure,
  { priceBook }: PricedContext,
): readonly CostLine[] {
  return [...hostsByRate(hostClusters, priceBook)].flatMap(([rate, alike]) => {
    const here = { hostClusters: alike, prismCentral };
    const weights = hostWeights(clusters, here);
    return billedShared(
      rate,
      {
        label: alike.map(hostsLabel).join("; "),
        quantity: hostCountOf(here),
        ...hostEvidence(here),
        note: rate.derivation,
      },
      (cost, exact) => hostPortions(cost, exact, weights),
    );
  });
}

/** Clusters of hosts by the price of a host; none where the price book does not price hosts, or there are none. */
function hostsByRate(
  hostClusters: Infrastructure["hostClusters"],
  priceBook: PriceBook,
): ReadonlyMap<Rate, readonly HostClusterPlan[]> {
  const found = new Map<Rate, HostClusterPlan[]>();
  if (!hasRate(priceBook, "host")) return found;
  for (const one of hostClusters.filter(({ hostCount }) => hostCount > 0)) {
    const rate = hostRateOf(priceBook, one.name);
    found.set(rate, [...(found.get(rate) ?? []), one]);
  }
  return found;
}

function hostsLabel({ name, profile, hostCount, siteCount }: HostClusterPlan): string {
  const label = `${siteCount * hostCount} hosts of ${profile.coreCount} cores, ${profile.memoryGiB} GiB`;
  return name === null ? label : `${name}, ${label}`;
}

/** Where the number of hosts comes from. */
export function hostEvidence({
  hostClusters,
}: Pick<Infrastructure, "hostClusters">): Pick<CostLine, "confidence" | "sources"> {
  const lines = hostClusters.flatMap((one) => one.lines.hosts);
  return {
    confidence: weakestOf(lines.flatMap(({ confidence }) => (confidence === "computed" ? [] : [confidence]))),
    sources: [...new Set(lines.flatMap(({ sources }) => sources))],
  };
}

/** A part of the hosts, by what runs there, with its weight: CPU and memory count alike. */
export interface HostWeight {
  readonly clusterName: string | null;
  readonly poolName: CostPortion["poolName"];
  readonly weights: Weights;
}

/** What all hosts of a cluster offer at a site: millicores and bytes. */
export function hostWholes({ usablePerHost, hostCount }: HostClusterPlan) {
  return {
    allCpu: whole(usablePerHost.vcpu * hostCount * MILLICORES_PER_VCPU),
    allMemory: whole(usablePerHost.memoryGiB * hostCount * BYTES_PER_GIB),
  };
}

function whole(value: number): bigint {
  return BigInt(Math.round(value));
}

/** How much of something a cluster of hosts has, as a whole number. */
export type HostMeasure = (one: HostClusterPlan) => number;

/**
 * How hosts divide. Each cluster of hosts bears its part by the number of its hosts, or by another measure; within it
 * by what runs there, as `weightsOn` says. What is idle on any is one part.
 */
export function hostWeights(
  clusters: readonly ClusterPlan[],
  { hostClusters, prismCentral }: Infrastructure,
  measure: HostMeasure = ({ hostCount, siteCount }) => siteCount * hostCount,
): readonly HostWeight[] {
  const central = prismCentral?.group ?? null;
  const all = hostClusters.map((one) => {
    const parts = weightsOn(one, clusters, one.hasPrismCentral ? central : null);
    return { parts, total: sumOf(parts.flatMap(({ weights }) => weights)), size: BigInt(measure(one)) };
  });
  const carrying = all.filter(({ total }) => total > 0n);
  const scaled = carrying.map(({ parts, size }, index) => {
    const others = carrying.filter((_, at) => at !== index).reduce((product, { total }) => product * total, 1n);
    const factor = carrying.length === 1 ? 1n : size * others;
    return parts.map((part) => ({
      ...part,
      weights: part.weights.map((weight) => weight * factor) as unknown as Weights,
    }));
  });
  const parts = scaled.flat();
  const idle = sumOf(parts.filter(isIdle).map(({ weights }) => weights[2]));
  return [...parts.filter((part) => !isIdle(part)), { clusterName: null, poolName: null, weights: [0n, 0n, idle] }];
}

/** What no VM has: nobody's own, and no overhead. */
function isIdle({ clusterName, weights: [, overhead] }: HostWeight): boolean {
  return clusterName === null && overhead === 0n;
}

function sumOf(weights: readonly bigint[]): bigint {
  return weights.reduce((a, b) => a + b, 0n);
}

/**
 * Half of a host's cost is for its vCPU, half for its memory; each half goes to who has it, and what no VM has (spare
 * hosts, what is left on the last one) is idle and nobody's own. As whole numbers:
 * millicores × Σbytes + bytes × Σmillicores.
 */
function weightsOn(
  hosts: HostClusterPlan,
  clusters: readonly ClusterPlan[],
  central: VmGroup | null,
): readonly HostWeight[] {
  const { allCpu, allMemory } = hostWholes(hosts);
  const weight = (cpuMillicores: number, memoryBytes: number) =>
    whole(cpuMillicores) * allMemory + whole(memoryBytes) * allCpu;
  const here = new Set(hosts.clusterNames);
  // Hosts are not counted for nodes that none can carry, so those bear none.
  const isTooLarge = (clusterName: string, pool: NodePool) =>
    hosts.vmsTooLarge.some(
      (group) => group.clusterName === clusterName && (group.poolName ?? group.role) === pool.name,
    );
  const pools = clusters
    .filter(({ name }) => here.has(name))
    .flatMap(({ name, pools: all }) =>
      all
        .filter((pool) => !isTooLarge(name, pool))
        .map((pool): HostWeight => {
          const [cpu, memory] = [dividePool(pool, "cpuMillicores"), dividePool(pool, "memoryBytes")];
          const parts = (["workload", "overhead", "idle"] as const).map((part) => weight(cpu[part], memory[part]));
          return { clusterName: name, poolName: pool.name, weights: parts as unknown as Weights };
        }),
    );
  const ofCentral =
    central === null || hosts.vmsTooLarge.includes(central)
      ? 0n
      : weight(
          central.vmCount * central.vcpu * MILLICORES_PER_VCPU,
          central.vmCount * central.memoryGiB * BYTES_PER_GIB,
        );
  const used = sumOf([...pools.flatMap(({ weights }) => weights), ofCentral]);
  const all = allCpu * allMemory + allMemory * allCpu;
  const left = all > used ? all - used : 0n;
  return [
    ...pools,
    ...(ofCentral === 0n ? [] : [{ clusterName: null, poolName: null, weights: [0n, ofCentral, 0n] } as const]),
    { clusterName: null, poolName: null, weights: [0n, 0n, left] },
  ];
}

/**
 * A cost divided as the hosts are. Each part is rounded for itself, so that it does not depend on what else runs there,
 * and what is idle takes what is left; where that would be less than nothing, all are divided together.
 * @param exactAmount the cost before it was rounded
 */
export function hostPortions(amount: Money, exactAmount: Money, parts: readonly HostWeight[]): readonly CostPortion[] {
  const sorted = parts.toSorted(byPool);
  const sizes = sorted.map(({ weights }) => weights.reduce((a, b) => a + b, 0n));
  const all = sizes.reduce((a, b) => a + b, 0n);
  const rounded = sizes.map((size) => roundToMinorUnit(partOfMoney(exactAmount, size, all)));
  const idleAt = sorted.findIndex(isIdle);
  const others = rounded.filter((_, index) => index !== idleAt);
  const left = others.reduce(subtractMoney, amount);
  const amounts = isNegativeMoney(left)
    ? allocateMoney(amount, sizes)
    : rounded.map((part, index) => (index === idleAt ? left : part));
  return sorted.map(({ clusterName, poolName, weights }, index) => {
    const part = amounts[index] as Money;
    return { clusterName, poolName, amount: part, attribution: attributed(part, weights) };
  });
}
