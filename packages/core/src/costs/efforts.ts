import type { ParameterId } from "../base/parameter-ids.ts";
import type { ConfidenceOrUser, IsoDate, SourceId } from "../base/provenance.ts";
import { DAYS_PER_YEAR, MONTHS_PER_YEAR } from "../base/units.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import { type Choices, choiceOf, numberOf } from "../input/parameters.ts";
import { findRate } from "../prices/price-book.ts";
import type { Activity } from "../prices/price-kind-definition.ts";
import { labourKindOf } from "../prices/price-kinds.ts";
import type { PricedContext } from "../prices/priced-context.ts";
import { type Bill, billed, type Use } from "./billing.ts";
import { ALL_OVERHEAD, ALL_WORKLOAD, type CostLine, type Weights } from "./cost-line.ts";

/** Work that somebody does for a cluster: what a month's costs, a forecast's dates and a what-if's hours are taken from. */
export interface Effort {
  readonly clusterName: string;
  readonly activity: Activity;
  /** Of a month, or of the one time. */
  readonly hours: number;
  readonly due: "every month" | IsoDate;
  /** What the hours are for, as a line of the bill says it. */
  readonly cause: string;
  readonly formula: HoursFormula;
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  readonly note: string | undefined;
}

/** Where hours come from: a figure of the assumptions, so many times, and where it is due every so many days a month's part of it. */
export interface HoursFormula {
  readonly hoursId: ParameterId;
  readonly timesCount: number;
  readonly everyDaysId: ParameterId | null;
}

const HOUR_DIGITS = 12;

/**
 * Hours a month, or of the one time: figure × times × (365 ÷ 12 ÷ days).
 * @param figureOf the figure of an assumption
 */
export function hoursOf(
  { hoursId, timesCount, everyDaysId }: HoursFormula,
  figureOf: (id: ParameterId) => number,
): number {
  const hours = figureOf(hoursId) * timesCount;
  // So that 4.3 minutes × 21 ÷ 60 ÷ 7, which a double holds as a little less than 0.215, is 0.215.
  if (everyDaysId === null) return Number(hours.toFixed(HOUR_DIGITS));
  return hours * (DAYS_PER_YEAR / MONTHS_PER_YEAR / figureOf(everyDaysId));
}

/** Every month, for each cluster: to run it. */
export function monthlyOperations(clusters: readonly ClusterPlan[], choices: Choices): readonly Effort[] {
  return clusters.map((cluster) => knownEffort(operations, cluster, choices, () => operationsOf(cluster, choices)));
}

/** Efforts of clusters, known as long as somebody has the cluster and the choices: what follows from the same is the same. */
type KnownEfforts = WeakMap<Choices, WeakMap<ClusterPlan, Effort>>;
const operations: KnownEfforts = new WeakMap();
const upgrades: KnownEfforts = new WeakMap();

function knownEffort(known: KnownEfforts, cluster: ClusterPlan, choices: Choices, make: () => Effort): Effort {
  const ofChoices = known.get(choices) ?? new WeakMap<ClusterPlan, Effort>();
  known.set(choices, ofChoices);
  const effort = ofChoices.get(cluster) ?? make();
  ofChoices.set(cluster, effort);
  return effort;
}

/** A month's part of the hours to upgrade each cluster, on average. */
export function averageUpgrades(clusters: readonly ClusterPlan[], choices: Choices): readonly Effort[] {
  return clusters.map((cluster) => knownEffort(upgrades, cluster, choices, () => averageUpgradesOf(cluster, choices)));
}

function averageUpgradesOf(cluster: ClusterPlan, choices: Choices): Effort {
  const cadence = choiceOf(choices, "days-between-minors");
  const hoursId = `upgrade-hours-${cluster.role}` as const;
  const hours = choiceOf(choices, hoursId);
  const formula = { hoursId, timesCount: 1, everyDaysId: "days-between-minors" } as const;
  const cause = `upgrades, ${hours.value} hours every ${cadence.value} days`;
  return {
    ...effortOf(cluster, "upgrades", { formula, cause, due: "every month" }, choices),
    sources: [...new Set([...hours.sources, ...cadence.sources])],
  };
}

/** One upgrade of each cluster on each of some days. */
export function upgradesOn(
  days: readonly IsoDate[],
  clusters: readonly ClusterPlan[],
  choices: Choices,
): readonly Effort[] {
  return days.flatMap((due) =>
    clusters.map((cluster) => {
      const formula = { hoursId: `upgrade-hours-${cluster.role}`, timesCount: 1, everyDaysId: null } as const;
      return effortOf(cluster, "upgrades", { formula, cause: "upgrades, hours", due }, choices);
    }),
  );
}

/** What taking on the tenants of each cluster asks for, once. */
export function onboardingsOn(due: IsoDate, clusters: readonly ClusterPlan[], choices: Choices): readonly Effort[] {
  return clusters
    .filter(({ tenantIds }) => tenantIds.length > 0)
    .map((cluster) => {
      const formula = { hoursId: "onboarding-hours", timesCount: cluster.tenantIds.length, everyDaysId: null } as const;
      return effortOf(cluster, "onboarding", { formula, cause: "onboarding, hours once", due }, choices);
    });
}

/** One change of shape, or one shrinking, of the nodes of each cluster. */
export function reshapingsOn(due: IsoDate, clusters: readonly ClusterPlan[], choices: Choices): readonly Effort[] {
  const formula = { hoursId: "reshape-hours-per-cluster", timesCount: 1, everyDaysId: null } as const;
  const cause = "nodes changed, hours once";
  return clusters.map((cluster) => effortOf(cluster, "operations", { formula, cause, due }, choices));
}

function operationsOf(cluster: ClusterPlan, choices: Choices): Effort {
  const formula = { hoursId: `operations-hours-${cluster.role}`, timesCount: 1, everyDaysId: null } as const;
  return effortOf(cluster, "operations", { formula, cause: "operations, hours a month", due: "every month" }, choices);
}

function effortOf(
  { name }: ClusterPlan,
  activity: Activity,
  { formula, cause, due }: Pick<Effort, "formula" | "cause" | "due">,
  choices: Choices,
): Effort {
  const { confidence, sources, note } = choiceOf(choices, formula.hoursId);
  const hours = hoursOf(formula, (id) => numberOf(choices, id));
  return { clusterName: name, activity, hours, due, cause, formula, confidence, sources, note };
}

/** Whom an activity serves: the platform, or the tenant itself. */
const WEIGHTS: Readonly<Record<Activity, Weights>> = {
  operations: ALL_OVERHEAD,
  upgrades: ALL_OVERHEAD,
  onboarding: ALL_WORKLOAD,
};

/**
 * What efforts cost, each activity at the rate of who does it; what is for one cause in one cluster is one line. An activity
 * that has no price is left out: `ratesNeeded` asked for those that every plan has.
 */
export function costsOfEfforts(
  efforts: readonly Effort[],
  { priceBook }: Pick<PricedContext, "priceBook">,
  recurs: CostLine["recurs"],
  bill: Bill = (rate, uses) => billed(rate, uses(), recurs),
): readonly CostLine[] {
  return [...new Set(efforts.map(({ activity }) => activity))].flatMap((activity) => {
    const rate = findRate(priceBook, labourKindOf(activity));
    return rate === undefined ? [] : bill(rate, () => usesOf(efforts, activity));
  });
}

function usesOf(efforts: readonly Effort[], activity: Activity): readonly Use[] {
  const uses = new Map<string, Use>();
  for (const { clusterName, hours, cause, confidence, sources, note } of efforts.filter(
    (effort) => effort.activity === activity,
  )) {
    const key = `${clusterName} ${cause}`;
    const quantity = (uses.get(key)?.quantity ?? 0) + hours;
    uses.set(key, {
      ...{ clusterName, poolName: null, label: cause, quantity, weights: WEIGHTS[activity] },
      ...{ confidence, sources, note },
    });
  }
  return [...uses.values()];
}
