import type { ClusterPlan } from "./clusters.ts";
import type { PlanningContext } from "./context.ts";
import type { PoolRole } from "./models/operating-model.ts";
import { allocateMoney, type Money, multiplyMoney, roundToMinorUnit } from "./money.ts";
import type { NodePool } from "./pools/node-pool.ts";
import type { PoolsOfCluster } from "./pools/node-pools.ts";
import { type Rate, type RateKind, rateOf } from "./price-book.ts";
import type { ConfidenceOrUser, SourceId } from "./provenance.ts";
import { DAYS_PER_YEAR, gibOf, MONTHS_PER_YEAR } from "./units.ts";

export type CostDriver = "vcpu" | "memory" | "storage" | "license" | "labour";

/** In the order outputs list them. */
export const costDrivers: readonly CostDriver[] = ["license", "vcpu", "memory", "storage", "labour"];

export const DRIVER_TITLES: Readonly<Record<CostDriver, string>> = {
  license: "Licences",
  vcpu: "Infrastructure, vCPU",
  memory: "Infrastructure, memory",
  storage: "Infrastructure, storage",
  labour: "Labour",
};

/**
 * A cost's parts: what tenants request, what the platform takes, and what nobody uses.
 * @see https://github.com/opencost/opencost/blob/5f653330/spec/opencost-specv01.md (total = workload + idle + overhead)
 */
export interface Attribution {
  readonly workload: Money;
  readonly overhead: Money;
  readonly idle: Money;
}

/** One line of the bill: quantity × unit price, rounded once, to the currency's smallest unit. */
export interface CostLine {
  readonly driver: CostDriver;
  readonly clusterName: string;
  /** The pool whose nodes it pays for; null where it pays for the whole cluster. */
  readonly poolRole: PoolRole | null;
  readonly label: string;
  readonly quantity: number;
  readonly rate: Rate;
  readonly monthlyCost: Money;
  /** Sums to monthlyCost exactly. */
  readonly attribution: Attribution;
  /** Where the quantity comes from; the rate comes from the price book. */
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  readonly note: string | undefined;
}

/** The rates a plan of these clusters needs. */
export function ratesNeeded(clusters: readonly { readonly edition: string }[]): readonly RateKind[] {
  if (clusters.length === 0) return [];
  const licences = clusters.map(({ edition }) => `license-${edition}` as RateKind);
  return ["infrastructure-vcpu", "infrastructure-memory", "infrastructure-storage", "labour", ...licences];
}

/** Everything a month of these clusters costs, line by line. */
export function costsOf(clusters: readonly ClusterPlan[], context: PlanningContext): readonly CostLine[] {
  return clusters.flatMap((cluster) => [
    ...cluster.pools.flatMap((pool) => poolCosts(cluster, pool, context)),
    ...claimCosts(cluster, context),
    ...labourCosts(cluster, context),
  ]);
}

type Weights = readonly [workload: bigint, overhead: bigint, idle: bigint];
const ALL_WORKLOAD: Weights = [1n, 0n, 0n];
const ALL_OVERHEAD: Weights = [0n, 1n, 0n];

type Draft = Omit<CostLine, "clusterName" | "rate" | "monthlyCost" | "attribution">;

function lineOf(cluster: ClusterPlan, rate: Rate, draft: Draft, weights: Weights): CostLine {
  const monthlyCost = roundToMinorUnit(multiplyMoney(rate.unitPrice, draft.quantity));
  const [workload, overhead, idle] = allocateMoney(monthlyCost, weights) as [Money, Money, Money];
  return { ...draft, clusterName: cluster.name, rate, monthlyCost, attribution: { workload, overhead, idle } };
}

function poolCosts(cluster: ClusterPlan, pool: NodePool, { choices, priceBook }: PlanningContext): readonly CostLine[] {
  const { confidence, sources, note, shape, nodeCount } = pool;
  const evidence = { confidence, sources, note };
  const label = (what: string) => `${pool.role} ${what}, ${nodeCount} × ${shape.vcpu} vCPU, ${shape.memoryGiB} GiB`;
  const byCpu = weightsOf(pool, "cpuMillicores");
  const byMemory = weightsOf(pool, "memoryBytes");
  const line = (driver: CostDriver, kind: RateKind, each: number, what: string, weights: Weights) =>
    lineOf(
      cluster,
      rateOf(priceBook, kind),
      { driver, poolRole: pool.role, label: label(what), quantity: each * nodeCount, ...evidence },
      weights,
    );
  const infrastructure = [
    line("vcpu", "infrastructure-vcpu", shape.vcpu, "vCPU", byCpu),
    line("memory", "infrastructure-memory", shape.memoryGiB, "memory", byMemory),
    // A disk has no request; it serves whom the node's CPU serves.
    line("storage", "infrastructure-storage", shape.diskGiB, "node disks", byCpu),
  ];
  if (!isLicensed(pool, choices)) return infrastructure;
  const rule = choices.of("licensed-vcpu");
  const rate = rateOf(priceBook, `license-${cluster.edition}`);
  const draft: Draft = {
    driver: "license",
    poolRole: pool.role,
    label: `${cluster.edition} licence, ${label("vCPU")}`,
    quantity: shape.vcpu * nodeCount,
    confidence: rule.confidence,
    sources: [...new Set([...rule.sources, ...sources])],
    note: rule.note,
  };
  return [lineOf(cluster, rate, draft, byCpu), ...infrastructure];
}

/** Whether a pool's vCPU need a licence. */
export function isLicensed(
  pool: Pick<PoolsOfCluster["pools"][number], "role">,
  choices: PlanningContext["choices"],
): boolean {
  return pool.role !== "control-plane" || choices.of("licensed-vcpu").chosen === "all";
}

/**
 * How a pool's nodes divide: a pool no tenant may use is overhead whole; elsewhere what tenants request is
 * workload, what platform and kubelet take is overhead, the rest is idle.
 */
export function dividePool(pool: NodePool, resource: "cpuMillicores" | "memoryBytes") {
  const capacity = pool.capacity[resource];
  if (pool.role !== "workload") return { workload: 0, overhead: capacity, idle: 0 };
  const workload = Math.min(pool.tenantRequests[resource], capacity);
  const overhead = Math.min(pool.platformRequests[resource] + pool.reserved[resource], capacity - workload);
  return { workload, overhead, idle: capacity - workload - overhead };
}

function weightsOf(pool: NodePool, resource: "cpuMillicores" | "memoryBytes"): Weights {
  const { workload, overhead, idle } = dividePool(pool, resource);
  return [BigInt(workload), BigInt(overhead), BigInt(idle)];
}

function claimCosts(cluster: ClusterPlan, { priceBook }: PlanningContext): readonly CostLine[] {
  const claims = [
    ["volume claims of the platform", cluster.platformClaimsBytes, ALL_OVERHEAD, "derived-manifest"],
    ["volume claims of tenants", cluster.tenantClaimsBytes, ALL_WORKLOAD, "user"],
  ] as const;
  const rate = rateOf(priceBook, "infrastructure-storage");
  return claims
    .filter(([, bytes]) => bytes > 0)
    .map(([label, bytes, weights, confidence]) =>
      lineOf(
        cluster,
        rate,
        {
          driver: "storage",
          poolRole: null,
          label,
          quantity: gibOf(bytes),
          confidence,
          sources: confidence === "user" ? [] : sourcesOfClaims(cluster),
          note: undefined,
        },
        weights,
      ),
    );
}

function sourcesOfClaims({ footprint }: ClusterPlan): readonly SourceId[] {
  return [
    ...new Set(footprint.filter(({ requestsEach }) => requestsEach.storageBytes > 0).flatMap(({ sources }) => sources)),
  ];
}

function labourCosts(cluster: ClusterPlan, { choices, priceBook }: PlanningContext): readonly CostLine[] {
  const rate = rateOf(priceBook, "labour");
  const operations = choices.of(`operations-hours-${cluster.role}`);
  const upgrade = choices.of(`upgrade-hours-${cluster.role}`);
  const cadence = choices.of("days-between-minors");
  const upgradesPerMonth = DAYS_PER_YEAR / MONTHS_PER_YEAR / choices.numberOf("days-between-minors");
  const drafts: readonly Draft[] = [
    {
      driver: "labour",
      poolRole: null,
      label: "operations, hours a month",
      quantity: choices.numberOf(`operations-hours-${cluster.role}`),
      confidence: operations.confidence,
      sources: operations.sources,
      note: operations.note,
    },
    {
      driver: "labour",
      poolRole: null,
      label: `upgrades, ${upgrade.value} hours every ${cadence.value} days`,
      quantity: choices.numberOf(`upgrade-hours-${cluster.role}`) * upgradesPerMonth,
      confidence: upgrade.confidence,
      sources: [...new Set([...upgrade.sources, ...cadence.sources])],
      note: upgrade.note,
    },
  ];
  return drafts.filter(({ quantity }) => quantity > 0).map((draft) => lineOf(cluster, rate, draft, ALL_OVERHEAD));
}
