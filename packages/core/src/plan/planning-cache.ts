import type { CurrencyCode } from "../base/currency.ts";
import { ClusterCache } from "../clusters/pools/cluster-cache.ts";
import { contextIn, type PlanningContext } from "../price-list/planning-context.ts";

/**
 * What one planning leaves for the next. Give the same cache to plans of the same context: clusters that are alike are
 * counted once then. It holds nothing that a plan needs, and what another context has counted is never taken.
 */
export class PlanningCache {
  readonly #converted = new WeakMap<PlanningContext, Map<CurrencyCode, PlanningContext>>();
  readonly #clusters = new WeakMap<PlanningContext, ClusterCache>();

  /** A context with its prices in a currency, one and the same for every plan. @throws InputError where a rate is missing */
  contextIn(context: PlanningContext, currency: CurrencyCode): PlanningContext {
    const known = this.#converted.get(context) ?? new Map<CurrencyCode, PlanningContext>();
    this.#converted.set(context, known);
    const value = known.get(currency) ?? contextIn(context, currency);
    known.set(currency, value);
    return value;
  }

  clustersOf(context: PlanningContext): ClusterCache {
    const known = this.#clusters.get(context) ?? new ClusterCache();
    this.#clusters.set(context, known);
    return known;
  }
}
