import { InputError } from "../base/findings/input-error.ts";
import {
  compareMoney,
  type Money,
  minorUnitOf,
  multiplyMoney,
  priceAtMargin,
  requireMarginRatio,
  roundUpToMinorUnit,
} from "../base/money.ts";
import { didYouMean, shown } from "../base/shown.ts";
import type { PlanInput, TenantId } from "../input/fleet.ts";
import type { OperatingModel } from "../models/operating-model.ts";
import { type FleetPlan, type FleetStructure, pricedPlan, structureOf } from "../plan/plan.ts";
import { PlanningCache } from "../plan/planning-cache.ts";
import type { PlanTotals } from "../plan/totals/totals.ts";
import { contextOn, type PlanningContext } from "../price-list/planning-context.ts";
import type { PriceList } from "../price-list/price-list.ts";
import { repricedTariff } from "../prices/money-bill.ts";

/** What a tenant must pay at least. */
export interface TenantPriceTargets {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly monthlyPrice: Money | null;
  /** Below it the tenant does not even pay for its own cluster. */
  readonly ownCostMonthlyPrice: Money;
  /** Below it the tenant makes a loss. */
  readonly floorMonthlyPrice: Money;
  /** The smallest price at which the margin ratio is reached. */
  readonly targetMonthlyPrice: Money;
}

/**
 * Price floors and the price for a margin, of every tenant: exact, to the currency's smallest unit.
 *
 * cost 75.00, margin ratio 0.25 → 100.00, as (100 − 75) ÷ 100 = 0.25
 *
 * @throws RangeError unless 0 ≤ ratio < 1
 */
export function targetPricesOf(plan: FleetPlan, marginRatio: number): readonly TenantPriceTargets[] {
  requireMarginRatio(marginRatio);
  return plan.tenants.map(({ tenantId, name, monthlyPrice, monthlyCost, ownMonthlyCost }) => ({
    tenantId,
    name,
    monthlyPrice,
    ownCostMonthlyPrice: roundUpToMinorUnit(ownMonthlyCost),
    floorMonthlyPrice: roundUpToMinorUnit(monthlyCost),
    targetMonthlyPrice: priceAtMargin(monthlyCost, marginRatio),
  }));
}

/** The unit price of one item of the price list at which the fleet reaches a margin. */
export interface UnitPriceAnswer {
  readonly sku: string;
  readonly reason: UnitPriceReason;
  /** null: there is none, for the reason given. */
  readonly unitPrice: Money | null;
  /** Margin ratios of the plans at the answer and at one smallest unit less; the second is below the target. */
  readonly marginRatio: number | null;
  readonly belowMarginRatio: number | null;
  readonly searchedUpTo: Money;
}

/**
 * `reached`: at this price and at none below; `already-when-free`: the margin is reached where the item costs nothing;
 * `not-charged`: nobody pays by the item, whatever it costs; `price-unknown`: what somebody pays is not known, so that the
 * fleet's margin is not; `not-reached`: at no price searched.
 */
export const UNIT_PRICE_REASONS = [
  "reached",
  "already-when-free",
  "not-charged",
  "price-unknown",
  "not-reached",
] as const;
export type UnitPriceReason = (typeof UNIT_PRICE_REASONS)[number];

/** So often is the price doubled before it is given up. */
const MOST_DOUBLINGS = 40;

/**
 * The smallest unit price of an item at which the fleet's margin reaches a ratio: by doubling and halving in smallest
 * units of the currency, as revenue grows with the price; both neighbours of the answer are planned. Tiers of the item
 * keep their proportions.
 * @param marginRatio from 0 to below 1: 0.3 for 30 %
 * @throws RangeError unless 0 ≤ ratio < 1
 * @throws InputError where the price list has no such item
 */
export function unitPriceForMargin(
  input: PlanInput,
  model: OperatingModel,
  asGiven: PlanningContext,
  sku: string,
  marginRatio: number,
  cache: PlanningCache = new PlanningCache(),
): UnitPriceAnswer {
  requireMarginRatio(marginRatio);
  const context = contextOn(asGiven, input.asOf);
  const list = context.priceList;
  const item = list?.items.find((one) => one.sku === sku);
  if (list === undefined || item === undefined) throw unknownItem(sku, list);
  const structure = structureOf(input, model, context, cache);
  const unit = minorUnitOf(list.currency);
  const totalsAt = (units: number) =>
    totalsWith({ input, model, structure, context }, withUnitPrice(list, sku, multiplyMoney(unit, units)));
  const ratioAt = (units: number) => totalsAt(units).marginRatio;
  let enough = 1;
  for (let doubling = 0; doubling < MOST_DOUBLINGS && !reaches(ratioAt(enough), marginRatio); doubling += 1)
    enough += enough;
  const searchedUpTo = multiplyMoney(unit, enough);
  // At a price so high that the least quantity of the item is seen.
  const [free, dear] = [totalsAt(0).monthlyPrice, totalsAt((1 + 1) ** MOST_DOUBLINGS).monthlyPrice];
  const nothing = { sku, unitPrice: null, marginRatio: null, belowMarginRatio: null, searchedUpTo };
  if (free === null || dear === null) return { ...nothing, reason: "price-unknown" };
  if (compareMoney(free, dear) === 0) return { ...nothing, reason: "not-charged" };
  if (!reaches(ratioAt(enough), marginRatio)) return { ...nothing, reason: "not-reached" };
  let short = -1;
  while (enough - short > 1) {
    const middle = short + Math.ceil((enough - short) / (1 + 1));
    if (middle === enough) break;
    if (reaches(ratioAt(middle), marginRatio)) enough = middle;
    else short = middle;
  }
  return {
    sku,
    reason: enough === 0 ? "already-when-free" : "reached",
    unitPrice: multiplyMoney(unit, enough),
    marginRatio: ratioAt(enough),
    belowMarginRatio: enough === 0 ? null : ratioAt(enough - 1),
    searchedUpTo,
  };
}

function reaches(ratio: number | null, target: number): boolean {
  return ratio !== null && ratio >= target;
}

/** What exists, to be priced by one list after another. */
interface PricedStructure {
  readonly input: PlanInput;
  readonly model: OperatingModel;
  readonly structure: FleetStructure;
  readonly context: PlanningContext;
}

function totalsWith({ input, model, structure, context }: PricedStructure, priceList: PriceList): PlanTotals {
  return pricedPlan(input, model, structure, { ...context, priceList }).totals;
}

/** A price list with another unit price of an item; dearer and cheaper tiers keep their proportion to the first. */
export function withUnitPrice(list: PriceList, sku: string, unitPrice: Money): PriceList {
  const items = list.items.map((item) =>
    item.sku === sku ? { ...item, tariff: repricedTariff(item.tariff, unitPrice) } : item,
  );
  return { ...list, items };
}

function unknownItem(sku: string, list: PriceList | undefined): InputError {
  const known = list?.items.map((item) => item.sku) ?? [];
  const fix = list === undefined ? "give a price list" : didYouMean(sku, known);
  return new InputError("price list", [{ path: [], found: shown(sku), expected: "the SKU of an item", fix }]);
}
