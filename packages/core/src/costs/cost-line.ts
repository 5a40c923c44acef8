import { allocateMoney, type Money, sumMoney } from "../base/money.ts";
import type { ConfidenceOrUser, SourceId } from "../base/provenance.ts";
import { type CostDriver, costDrivers } from "../prices/cost-drivers.ts";
import type { Rate } from "../prices/rate.ts";

/** The drivers that any of several plans has a line of, in the order outputs list them: what is not priced is no row of zeros. */
export function driversOf(
  plans: readonly { readonly costs: readonly Pick<CostLine, "driver">[] }[],
): readonly CostDriver[] {
  return costDrivers.filter((driver) => plans.some(({ costs }) => driversIn(costs).has(driver)));
}

type Lines = readonly Pick<CostLine, "driver">[];

/** Of costs that somebody still has: asked for each row of a table. */
const known = new WeakMap<Lines, ReadonlySet<CostDriver>>();

function driversIn(costs: Lines): ReadonlySet<CostDriver> {
  const drivers = known.get(costs) ?? new Set(costs.map(({ driver }) => driver));
  known.set(costs, drivers);
  return drivers;
}

/**
 * A cost's parts: what tenants request, what the platform takes, and what nobody uses.
 * @see https://github.com/opencost/opencost/blob/5f653330/spec/opencost-specv01.md (total = workload + idle + overhead)
 */
export interface Attribution {
  readonly workload: Money;
  readonly overhead: Money;
  readonly idle: Money;
}
export const ATTRIBUTIONS = ["workload", "overhead", "idle"] as const;

/** Where a part of a cost arises: in one cluster, or in the fleet as a whole. */
export interface CostPortion {
  /** null: it belongs to no single cluster. */
  readonly clusterName: string | null;
  /** Where it belongs to no single cluster: those whose tenants share it; absent: all tenants do. */
  readonly amongClusters?: readonly string[];
  /** Whether it pays for what gathers metrics and logs, which those who only report to the cluster use too. */
  readonly isForCentralStack?: boolean;
  /** The pool whose nodes it pays for; null where it pays for something else. */
  readonly poolName: string | null;
  readonly amount: Money;
  /** Sums to the amount exactly. */
  readonly attribution: Attribution;
}

/** One line of the bill: quantity × unit price, rounded once, to the currency's smallest unit. */
export interface CostLine {
  /** Whether the amount comes again every month, or once; no total has both. */
  readonly recurs: "month" | "once";
  readonly driver: CostDriver;
  /** The cluster it is for; null where it is bought for several together. */
  readonly clusterName: string | null;
  readonly poolName: string | null;
  readonly label: string;
  readonly quantity: number;
  readonly rate: Rate;
  /** Of the tier that the quantity falls in: the rate's own where it has one price. */
  readonly unitPrice: Money;
  readonly amount: Money;
  /** Sums to the amount exactly. */
  readonly attribution: Attribution;
  /** Sum to the amount exactly; one where the line is for one cluster. */
  readonly portions: readonly CostPortion[];
  /** Where the quantity comes from; the rate comes from the price book. */
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  readonly note: string | undefined;
}

/** How a cost divides: whole numbers, in the order of `ATTRIBUTIONS`. */
export type Weights = readonly [workload: bigint, overhead: bigint, idle: bigint];
export const ALL_WORKLOAD: Weights = [1n, 0n, 0n];
export const ALL_OVERHEAD: Weights = [0n, 1n, 0n];
export const ALL_IDLE: Weights = [0n, 0n, 1n];

/** A cost divided by what it serves, to the cent. */
export function attributed(cost: Money, weights: Weights): Attribution {
  const [workload, overhead, idle] = allocateMoney(cost, weights) as [Money, Money, Money];
  return { workload, overhead, idle };
}

/** Costs of all parts added up by what they serve. */
export function sumAttributions(all: readonly Attribution[], currency: string): Attribution {
  const sumOf = (part: (typeof ATTRIBUTIONS)[number]) =>
    sumMoney(
      all.map((one) => one[part]),
      currency,
    );
  return { workload: sumOf("workload"), overhead: sumOf("overhead"), idle: sumOf("idle") };
}
