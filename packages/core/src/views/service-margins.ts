import {
  addMoney,
  allocateMoney,
  isZeroMoney,
  type Money,
  noMoney,
  ratioOf,
  subtractMoney,
  wholeMinorUnits,
} from "../base/money.ts";
import { ATTRIBUTIONS } from "../costs/cost-line.ts";
import { shareOf } from "../costs/sharing.ts";
import type { TenantId } from "../input/fleet.ts";
import type { FleetPlan } from "../plan/plan.ts";
import { costDriverOf } from "../prices/cost-drivers.ts";
import { ServiceLine } from "../prices/service-line.ts";

/** What one service costs and brings in, for one tenant or all. */
export interface ServiceMargin {
  readonly service: ServiceLine;
  readonly monthlyCost: Money;
  /** null: a tenant's price is agreed as a whole, so no part of it is this service's. */
  readonly monthlyPrice: Money | null;
  readonly monthlyMargin: Money | null;
  readonly marginRatio: number | null;
  /**
   * true: it brings money and no cost is this service's, as the work or the machines behind it stand in others. Its margin
   * is no margin of its own, and it has no ratio.
   */
  readonly costsElsewhere: boolean;
}

/**
 * Margin by service line. Cost of what tenants request and of what nobody requests goes to the service of its driver,
 * the platform's overhead to the platform; each tenant's share of a line is divided as the line's portion is.
 * @param tenantId one tenant's; absent: all tenants'
 */
export function serviceMarginsOf(plan: FleetPlan, tenantId?: TenantId): readonly ServiceMargin[] {
  const { currency } = plan;
  const costs = new Map<ServiceLine, Money>();
  const add = (sums: Map<ServiceLine, Money>, service: ServiceLine, amount: Money) =>
    sums.set(service, addMoney(sums.get(service) ?? noMoney(currency), amount));
  for (const { line, splits } of plan.shared) {
    for (const { portion, shares } of splits) {
      const amounts =
        tenantId === undefined ? shares.map(({ amount }) => amount) : [shareOf(shares, tenantId) ?? noMoney(currency)];
      const parts = ATTRIBUTIONS.map((part) => wholeMinorUnits(portion.attribution[part]));
      for (const amount of amounts) {
        const divided = allocateMoney(amount, parts);
        ATTRIBUTIONS.forEach((part, index) => {
          const service = part === "overhead" ? "platform" : costDriverOf(line.driver).service;
          add(costs, service, divided[index] as Money);
        });
      }
    }
  }
  const tenants = plan.tenants.filter((tenant) => tenantId === undefined || tenant.tenantId === tenantId);
  const lines = tenants.flatMap(({ priceLines }) => priceLines.filter(({ billing }) => billing === "recurring"));
  const isDivided =
    tenants.every(({ monthlyPrice }) => monthlyPrice !== null) && lines.every(({ service }) => service !== null);
  const prices = new Map<ServiceLine, Money>();
  for (const { service, amount } of lines) if (service !== null) add(prices, service, amount);
  return ServiceLine.options
    .filter((service) => costs.has(service) || prices.has(service))
    .map((service) => {
      const monthlyCost = costs.get(service) ?? noMoney(currency);
      const monthlyPrice = isDivided ? (prices.get(service) ?? noMoney(currency)) : null;
      const monthlyMargin = monthlyPrice === null ? null : subtractMoney(monthlyPrice, monthlyCost);
      const costsElsewhere = monthlyPrice !== null && !isZeroMoney(monthlyPrice) && isZeroMoney(monthlyCost);
      const hasRatio = monthlyPrice !== null && monthlyMargin !== null && !costsElsewhere;
      return {
        service,
        monthlyCost,
        monthlyPrice,
        monthlyMargin,
        marginRatio: hasRatio ? ratioOf(monthlyMargin, monthlyPrice) : null,
        costsElsewhere,
      };
    });
}
