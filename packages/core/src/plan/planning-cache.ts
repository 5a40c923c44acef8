import type { CurrencyCode } from "../base/currency.ts";
import type { IsoDate } from "../base/provenance.ts";
import { isSameData } from "../base/same-data.ts";
import { ClusterCache, type CountedKinds, remember } from "../clusters/pools/cluster-cache.ts";
import { allChoices, type Choice } from "../input/parameters.ts";
import { contextIn, type PlanningContext, periodOn } from "../price-list/planning-context.ts";
import { KeptClusters } from "./kept-clusters.ts";
import type { PlanningLimits } from "./planning-limits.ts";
import type { OnStep, PlanningStep } from "./planning-step.ts";

/** So many ways of counting are kept for contexts to come: who tries a setting after the other would keep all of them. */
const MOST_KEPT = 8;

/** So many contexts keep their last plans for equal ones to come: the one that is edited, and one beside it. */
const MOST_CONTEXTS = 2;

/**
 * What one planning leaves for the next: clusters that are alike are counted once, and a cluster that is as it was in the
 * last plan is the one of that plan, with what it costs. It holds nothing that a plan needs, and what was counted by
 * another platform, other prices or other assumptions about nodes is never taken. Fleets and contexts that were planned
 * with it are not to be changed in place.
 */
export class PlanningCache {
  readonly #onStep: OnStep | undefined;
  #step: PlanningStep | null = null;
  /** What no plan that is made with this cache may go beyond. */
  readonly limits: PlanningLimits;
  readonly #converted = new WeakMap<PlanningContext, Map<string, PlanningContext>>();
  /** Those used last; the last stands last. */
  readonly #contexts: PlanningContext[] = [];
  /** By the id of a model. */
  readonly #kept = new WeakMap<PlanningContext, Map<string, KeptClusters>>();
  /** For as long as somebody has the context. */
  readonly #clusters = new WeakMap<PlanningContext, ClusterCache>();
  /** For contexts that come after it and count alike; the one used last stands last. */
  readonly #chosen: Kept<ClusterCache>[] = [];
  /** The same for those that only price nodes otherwise. */
  readonly #counted: Kept<CountedKinds>[] = [];

  /** @param onStep told of every cluster before its nodes are counted, in each plan that is made with this cache */
  constructor({ onStep, ...limits }: PlanningLimits & { readonly onStep?: OnStep } = {}) {
    this.#onStep = onStep;
    this.limits = limits;
  }

  /** Says what comes next, to whoever is told, and the same again now and then while it takes long. */
  begin(step: PlanningStep): void {
    this.#step = step;
    this.#onStep?.(step);
  }

  /**
   * A context with its prices of a day in a currency, one and the same for every plan between two changes of prices, and
   * for a context that says the same as one before.
   * @throws InputError where a rate is missing
   */
  contextIn(context: PlanningContext, currency: CurrencyCode, day: IsoDate): PlanningContext {
    const known = this.#converted.get(context) ?? new Map<string, PlanningContext>();
    this.#converted.set(context, known);
    return remember(known, `${currency} ${periodOn(context, day)}`, () =>
      this.#like(contextIn(context, currency, day)),
    );
  }

  /** The clusters of a model as they were counted last in this context. */
  keptOf(context: PlanningContext, modelId: string): KeptClusters {
    const known = this.#kept.get(context) ?? new Map<string, KeptClusters>();
    this.#kept.set(context, known);
    return remember(known, modelId, () => new KeptClusters());
  }

  /** The one among the contexts used last that says the same. */
  #like(context: PlanningContext): PlanningContext {
    const index = this.#contexts.findIndex((one) => one === context || isSameContext(one, context));
    const [like = context] = index === -1 ? [] : this.#contexts.splice(index, 1);
    this.#contexts.push(like);
    if (this.#contexts.length > MOST_CONTEXTS) this.#contexts.shift();
    return like;
  }

  /** What was counted by this context, or by one that counts nodes as it does. */
  clustersOf(context: PlanningContext): ClusterCache {
    const known = this.#clusters.get(context) ?? this.#countedLike(context);
    this.#clusters.set(context, known);
    return known;
  }

  #goesOn(): void {
    if (this.#step !== null) this.#onStep?.(this.#step);
  }

  #countedLike({ catalog, choices, priceBook }: PlanningContext): ClusterCache {
    const settings = (all: readonly Choice[]) =>
      all.map(({ parameter, chosen, value }) => [parameter.id, chosen, value]);
    const structure = allChoices(choices).filter(({ parameter: { affects } }) => affects === "structure");
    // What a book says of other days counts no nodes.
    const byPrices = JSON.stringify([{ ...priceBook, periods: undefined }, settings(structure)]);
    return keptLike(this.#chosen, catalog, byPrices, () => {
      const byNodes = JSON.stringify(settings(structure.filter(countsNodes)));
      const counted = keptLike(this.#counted, catalog, byNodes, (): CountedKinds => new Map());
      return new ClusterCache(() => this.#goesOn(), counted);
    });
  }
}

interface Kept<Value> {
  readonly catalog: PlanningContext["catalog"];
  readonly by: string;
  readonly all: Value;
}

/** What is kept for the same platform and key, made where there is none; the one used last stands last. */
function keptLike<Value>(
  kept: Kept<Value>[],
  catalog: PlanningContext["catalog"],
  by: string,
  make: () => Value,
): Value {
  const index = kept.findIndex((one) => one.by === by && isSameCatalog(one.catalog, catalog));
  const [like = { catalog, by, all: make() }] = index === -1 ? [] : kept.splice(index, 1);
  kept.push(like);
  if (kept.length > MOST_KEPT) kept.shift();
  return like.all;
}

/** Hosts and Prism Central stand under nodes; by the price of hosts they only say which shape is the cheapest. */
function countsNodes({ parameter: { appliesTo } }: Choice): boolean {
  return appliesTo?.stage !== "hosts" && appliesTo?.stage !== "prism-central";
}

/** Whether plans of one are plans of the other. */
function isSameContext({ catalog, ...one }: PlanningContext, { catalog: other, ...another }: PlanningContext): boolean {
  return isSameCatalog(catalog, other) && isSameData(one, another);
}

/** Two catalogs that were put together from the same parts. */
function isSameCatalog(one: PlanningContext["catalog"], other: PlanningContext["catalog"]): boolean {
  const parts = Object.keys(one) as (keyof PlanningContext["catalog"])[];
  return parts.every((part) => one[part] === other[part]);
}
