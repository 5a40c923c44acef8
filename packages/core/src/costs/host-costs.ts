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
import type { Infrastructure } from "../clusters/hosts/infrastructure.ts";
import { hasRate, rateOf } from "../prices/price-book.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import { billedShared, byPool } from "./billing.ts";
import { attributed, type CostLine, type CostPortion, type Weights } from "./cost-line.ts";
import { dividePool } from "./pool-costs.ts";

/** What the hosts cost, where the price book prices them: one line, whose parts follow what runs on them. */
export function hostCosts(
  clusters: readonly ClusterPlan[],
  infrastructure: Infrastructure,
  { priceBook }: PricedContext,
): readonly CostLine[] {
  const { hosts } = infrastructure;
  if (!hasRate(priceBook, "host") || hosts.hostCount === 0) return [];
  const rate = rateOf(priceBook, "host");
  const { profile, hostCount } = hosts;
  const weights = hostWeights(clusters, infrastructure);
  return billedShared(
    rate,
    {
      label: `${hostCount} hosts of ${profile.coreCount} cores, ${profile.memoryGiB} GiB`,
      quantity: hostCount,
      ...hostEvidence(infrastructure),
      note: rate.derivation,
    },
    (cost, exact) => hostPortions(cost, exact, weights),
  );
}

/** Where the number of hosts comes from. */
export function hostEvidence({ hosts }: Infrastructure): Pick<CostLine, "confidence" | "sources"> {
  const lines = hosts.lines.hosts;
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

/** What all hosts offer: millicores and bytes. */
export function hostWholes({ usablePerHost, hostCount }: Infrastructure["hosts"]) {
  return {
    allCpu: whole(usablePerHost.vcpu * hostCount * MILLICORES_PER_VCPU),
    allMemory: whole(usablePerHost.memoryGiB * hostCount * BYTES_PER_GIB),
  };
}

function whole(value: number): bigint {
  return BigInt(Math.round(value));
}

/**
 * How hosts divide. Half of a host's cost is for its vCPU, half for its memory; each half goes to who has it, and
 * what no VM has (spare hosts, what is left on the last one) is idle and nobody's own. As whole numbers:
 * millicores × Σbytes + bytes × Σmillicores.
 */
export function hostWeights(
  clusters: readonly ClusterPlan[],
  { hosts, prismCentral }: Infrastructure,
): readonly HostWeight[] {
  const { allCpu, allMemory } = hostWholes(hosts);
  const weight = (cpuMillicores: number, memoryBytes: number) =>
    whole(cpuMillicores) * allMemory + whole(memoryBytes) * allCpu;
  const pools = clusters.flatMap(({ name, pools: all }) =>
    all.map((pool): HostWeight => {
      const [cpu, memory] = [dividePool(pool, "cpuMillicores"), dividePool(pool, "memoryBytes")];
      const parts = (["workload", "overhead", "idle"] as const).map((part) => weight(cpu[part], memory[part]));
      return { clusterName: name, poolName: pool.name, weights: parts as unknown as Weights };
    }),
  );
  const central = prismCentral?.group;
  const ofCentral =
    central === undefined
      ? 0n
      : weight(
          central.vmCount * central.vcpu * MILLICORES_PER_VCPU,
          central.vmCount * central.memoryGiB * BYTES_PER_GIB,
        );
  const used = [...pools.flatMap(({ weights }) => weights), ofCentral].reduce((a, b) => a + b, 0n);
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
  const idleAt = sorted.findIndex(({ clusterName, weights: [, overhead] }) => clusterName === null && overhead === 0n);
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
