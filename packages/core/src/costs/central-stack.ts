import { addMoney, allocateMoney, isZeroMoney, type Money, noMoney } from "../base/money.ts";
import { multiplyResources, type Resources, sumResources } from "../base/units.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { HostClusterPlan, Infrastructure } from "../clusters/hosts/infrastructure.ts";
import type { NodePool } from "../clusters/pools/node-pool.ts";
import { centralStackOf, type FootprintLine, timesOn } from "../demand/footprint.ts";
import { costDriverOf } from "../prices/cost-drivers.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import { ATTRIBUTIONS, type Attribution, type CostLine, type CostPortion } from "./cost-line.ts";
import { hostWholes } from "./host-costs.ts";

/** A cluster as others see it: who manages it, and to whom it reports. */
export type Neighbour = Pick<ClusterPlan, "managedBy" | "reportsTo">;

/**
 * Sets apart what the central stack costs on clusters that look after some tenants and are reported to by others: those
 * that only report bear a share of the stack, and nothing of the plane. The stack's part of a portion is its part of what
 * the platform requests there: of CPU and memory on the nodes, of volume claims; licences, labour and control plane are
 * the plane's alone.
 *
 * A platform pool costs 100.00 for its vCPU; the stack requests 2 of 8 vCPU of its platform: 25.00 and 75.00.
 * @param others clusters beside these, of which only that is known
 */
export function withCentralStack(
  lines: readonly CostLine[],
  clusters: readonly ClusterPlan[],
  infrastructure: Infrastructure,
  context: PricedContext,
  others: readonly Neighbour[] = [],
): readonly CostLine[] {
  const all: readonly Neighbour[] = [...clusters, ...others];
  const managers = new Set(all.map(({ managedBy }) => managedBy));
  const reportedTo = new Set(
    all.flatMap(({ managedBy, reportsTo = null }) => (reportsTo === managedBy ? [] : reportsTo)),
  );
  const stacks = new Map(
    clusters
      // Those that serve tenants of their own or of clusters they manage, and are reported to by others beside.
      .filter(({ name, tenantIds }) => reportedTo.has(name) && (tenantIds.length > 0 || managers.has(name)))
      .map((one) => [one.name, stackOn(one, context)]),
  );
  if (stacks.size === 0) return lines;
  return lines.map((line) => {
    if (
      !costDriverOf(line.driver).followsPods ||
      !line.portions.some(({ clusterName }) => stacks.has(clusterName ?? ""))
    )
      return line;
    return { ...line, portions: line.portions.flatMap((portion) => divided(line, portion, stacks, infrastructure)) };
  });
}

interface StackOnCluster {
  readonly cluster: ClusterPlan;
  readonly lines: readonly FootprintLine[];
}

function stackOn(cluster: ClusterPlan, context: PricedContext): StackOnCluster {
  const names = centralStackOf(context);
  return { cluster, lines: cluster.footprint.filter(({ application }) => names.has(application)) };
}

type Part = readonly [stack: bigint, rest: bigint];

function divided(
  line: CostLine,
  portion: CostPortion,
  stacks: ReadonlyMap<string, StackOnCluster>,
  infrastructure: Infrastructure,
): readonly CostPortion[] {
  const stack = portion.clusterName === null ? undefined : stacks.get(portion.clusterName);
  const part = stack === undefined ? undefined : partOf(line, portion, stack, infrastructure);
  if (part === undefined || part[0] === 0n) return [portion];
  const parts = ATTRIBUTIONS.map((name) => allocateMoney(portion.attribution[name], part));
  const portionAt = (index: 0 | 1): CostPortion => {
    const amounts = parts.map((amount) => amount[index] as Money);
    const [workload, overhead, idle] = amounts as [Money, Money, Money];
    const attribution: Attribution = { workload, overhead, idle };
    return { ...portion, amount: amounts.reduce(addMoney, noMoney(workload.currency)), attribution };
  };
  const all = [{ ...portionAt(0), isForCentralStack: true }, portionAt(1)] as const;
  return all.filter(({ amount }) => !isZeroMoney(amount));
}

function partOf(
  { driver }: CostLine,
  { poolName }: CostPortion,
  { cluster, lines }: StackOnCluster,
  infrastructure: Infrastructure,
): Part | undefined {
  if (poolName === null) return ofWhole(claimsOf(lines, cluster), cluster.platformClaimsBytes);
  const pool = cluster.pools.find(({ name }) => name === poolName);
  if (pool === undefined || pool.role === "control-plane") return undefined;
  const asked = requestsOn(lines, pool);
  const cpu = ofWhole(asked.cpuMillicores, pool.platformRequests.cpuMillicores);
  const memory = ofWhole(asked.memoryBytes, pool.platformRequests.memoryBytes);
  if (driver === "memory") return memory;
  // A disk serves whom the node's CPU serves.
  if (driver === "vcpu" || driver === "storage") return cpu;
  return ofHosts(
    pool,
    cpu,
    memory,
    infrastructure.hostClusters.find(({ clusterNames }) => clusterNames.includes(cluster.name)),
  );
}

function ofWhole(part: number, whole: number): Part {
  return [BigInt(part), BigInt(Math.max(0, whole - part))];
}

/** Of a pool's part of the hosts, which is for its CPU and its memory, each in proportion to what all hosts offer. */
function ofHosts({ capacity }: NodePool, [a, b]: Part, [c, d]: Part, hosts: HostClusterPlan | undefined): Part {
  if (hosts === undefined) return [0n, 1n];
  const { allCpu, allMemory } = hostWholes(hosts);
  const cpu = BigInt(capacity.cpuMillicores) * allMemory * (c + d);
  const memory = BigInt(capacity.memoryBytes) * allCpu * (a + b);
  return [a * cpu + c * memory, b * cpu + d * memory];
}

/** What the stack's pods request on a pool of workers. */
function requestsOn(lines: readonly FootprintLine[], { nodeCount }: NodePool): Resources {
  const workers = { controlPlane: 0, workers: nodeCount };
  return sumResources(
    lines
      .filter(({ placement }) => placement !== "control-plane")
      .map((line) => multiplyResources(line.requestsEach, timesOn(line, workers))),
  );
}

function claimsOf(lines: readonly FootprintLine[], { nodes }: ClusterPlan): number {
  return sumResources(lines.map((line) => multiplyResources(line.requestsEach, timesOn(line, nodes)))).storageBytes;
}
