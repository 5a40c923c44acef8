import { type Money, smallerMoney } from "../base/money.ts";
import type { ClusterPlan } from "../clusters/clusters.ts";
import type { StandingClusters } from "../clusters/pools/node-pool.ts";
import { failureCountOf } from "../clusters/pools/pools-compared.ts";
import { numberOf } from "../input/parameters.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { built, type ClusterEvent, ended, reshaped } from "./cluster-event.ts";
import type { ForecastMonth } from "./fleet-in-month.ts";
import { effortOfReshaping, hasSameNodes, isGrownOnly, paysBack, type Reshaping, savingOf } from "./reshaping.ts";

/** Counts the nodes of a month's clusters, where some of them stand already. */
export type CountClusters = (month: ForecastMonth, standing: StandingClusters) => readonly ClusterPlan[];

/** The context of a month: platform and assumptions are the same in all of them, prices are those of its first day. */
export type ContextOf = (month: ForecastMonth) => PlanningContext;

/** What stands in a month, and what happened on its first day. */
export interface ClustersInMonth {
  readonly clusters: readonly ClusterPlan[];
  readonly events: readonly ClusterEvent[];
}

const NOTHING: StandingClusters = new Map();

/**
 * The clusters of a fleet over its months. A cluster keeps the shape of its workers from the month it is built in and
 * gets nodes only, unless not everything runs so, or other or fewer nodes pay back: then it is as if it were built anew.
 */
export class ClusterLedger {
  readonly #months: readonly ForecastMonth[];
  readonly #count: CountClusters;
  readonly #contextOf: ContextOf;
  #standing: readonly ClusterPlan[] | null = null;

  /**
   * @param months all that are asked for: whether a change lasts is seen in a later one
   * @param contextOf with the prices of a month
   */
  constructor(months: readonly ForecastMonth[], count: CountClusters, contextOf: ContextOf) {
    this.#months = months;
    this.#count = count;
    this.#contextOf = contextOf;
  }

  /** What stands in the next month; months come in their order. What is there in the first was built before it. */
  clustersIn(month: ForecastMonth): ClustersInMonth {
    const before = this.#standing;
    const fresh = this.#count(month, NOTHING);
    const { clusters, reshapings } =
      before === null ? { clusters: fresh, reshapings: [] } : this.#keeping(month, before, fresh);
    this.#standing = clusters;
    return { clusters, events: before === null ? [] : this.#eventsOf(month, before, clusters, reshapings) };
  }

  #keeping(month: ForecastMonth, before: readonly ClusterPlan[], fresh: readonly ClusterPlan[]) {
    if (isGrownOnly(before, fresh)) return { clusters: fresh, reshapings: [] };
    const kept = this.#count(month, standingOf(before));
    const asked = kept.flatMap((cluster, index) => this.#worthwhile(month, cluster, fresh[index] as ClusterPlan));
    const reshapings = this.#lasting(month, kept, asked);
    return { clusters: withReshaped(kept, reshapings), reshapings };
  }

  /** A cluster that would not run as it stands, or costs less by more than the effort if it were built anew. */
  #worthwhile(month: ForecastMonth, kept: ClusterPlan, fresh: ClusterPlan): readonly Reshaping[] {
    if (hasSameNodes(kept.pools, fresh.pools)) return [];
    const more = failureCountOf(fresh.pools) - failureCountOf(kept.pools);
    if (more < 0) return [{ kept, fresh, monthlySaving: null }];
    const monthlySaving = savingOf(kept, fresh, this.#contextOf(month));
    return more === 0 && this.#isPaidBack(month, kept, monthlySaving) ? [{ kept, fresh, monthlySaving }] : [];
  }

  /** Of changes that save something those that do so at the end of the payback time too, at the smaller saving of both. */
  #lasting(month: ForecastMonth, kept: readonly ClusterPlan[], asked: readonly Reshaping[]): readonly Reshaping[] {
    const end =
      this.#months[Math.min(month.monthNumber - 1 + paybackMonthsIn(this.#contextOf(month)), this.#months.length) - 1];
    if (end === undefined || end.monthNumber <= month.monthNumber || asked.every(isNeeded)) return asked;
    const left = byName(this.#count(end, standingOf(kept)));
    const changed = byName(this.#count(end, standingOf(withReshaped(kept, asked))));
    return asked.flatMap((one): readonly Reshaping[] => {
      const [asItIs, anew] = [left.get(one.kept.name), changed.get(one.kept.name)];
      if (one.monthlySaving === null) return [one];
      if (asItIs === undefined || anew === undefined || failureCountOf(anew.pools) > failureCountOf(asItIs.pools))
        return [];
      const monthlySaving = smallerMoney(one.monthlySaving, savingOf(asItIs, anew, this.#contextOf(end)));
      return this.#isPaidBack(month, one.kept, monthlySaving) ? [{ ...one, monthlySaving }] : [];
    });
  }

  #isPaidBack(month: ForecastMonth, cluster: ClusterPlan, monthlySaving: Money): boolean {
    const context = this.#contextOf(month);
    return paysBack(monthlySaving, effortOfReshaping(month.firstDay, cluster, context).cost, paybackMonthsIn(context));
  }

  #eventsOf(
    month: ForecastMonth,
    before: readonly ClusterPlan[],
    clusters: readonly ClusterPlan[],
    reshapings: readonly Reshaping[],
  ): readonly ClusterEvent[] {
    const [was, is, context] = [byName(before), byName(clusters), this.#contextOf(month)];
    return [
      ...clusters.filter(({ name }) => !was.has(name)).map((cluster) => built(month, cluster, context)),
      ...reshapings.map((one) => reshaped(month, was.get(one.kept.name) ?? one.kept, one, context)),
      ...before.filter(({ name }) => !is.has(name)).map((cluster) => ended(month, cluster, context)),
    ];
  }
}

function paybackMonthsIn({ choices }: PlanningContext): number {
  return numberOf(choices, "reshape-payback-months");
}

function isNeeded({ monthlySaving }: Reshaping): boolean {
  return monthlySaving === null;
}

function byName(clusters: readonly ClusterPlan[]): ReadonlyMap<string, ClusterPlan> {
  return new Map(clusters.map((cluster) => [cluster.name, cluster]));
}

function standingOf(clusters: readonly ClusterPlan[]): StandingClusters {
  return new Map(clusters.map(({ name, pools }) => [name, pools]));
}

function withReshaped(kept: readonly ClusterPlan[], reshapings: readonly Reshaping[]): readonly ClusterPlan[] {
  const anew = new Map(reshapings.map((one) => [one.kept.name, one.fresh]));
  return kept.map((cluster) => anew.get(cluster.name) ?? cluster);
}
