import { type Money, noMoney, subtractMoney, sumMoney } from "../base/money.ts";
import type { Infrastructure } from "../clusters/hosts/infrastructure.ts";
import { ATTRIBUTIONS } from "../costs/cost-line.ts";
import type { TotalDefinition } from "../plan/totals/total-definition.ts";
import type { TotalParts } from "../plan/totals/total-parts.ts";
import { type PlanTotals, TOTALS } from "../plan/totals/totals.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { costDrivers } from "../prices/cost-drivers.ts";
import type { ModelPart } from "./fleet-part.ts";
import { grainsOf, KNOWN, OF_HOSTS } from "./sums.ts";

/** All totals of a plan of its sums and its hosts, in the order of `totalsOf`. */
export function totalsOfSums(
  { counts, amounts, known }: Pick<ModelPart, "counts" | "amounts" | "known">,
  { hostClusters }: Infrastructure,
  platform: PlanningContext,
  currency: string,
): PlanTotals {
  const amountOf = (key: string) => amounts[key] ?? noMoney(currency);
  const knownOf = (id: string): Money | null => {
    const amount = known[id];
    return amount === undefined ? noMoney(currency) : amount;
  };
  const byDriver = Object.fromEntries(costDrivers.map((driver) => [driver, amountOf(`driver/${driver}`)]));
  const monthlyCost = sumMoney(Object.values(byDriver), currency);
  const monthlyPrice = knownOf("monthlyPrice");
  const monthlyMargin = monthlyPrice === null ? null : subtractMoney(monthlyPrice, monthlyCost);
  // Of these, totals that are no sums are taken: margins and their ratios, hosts.
  const parts: TotalParts = {
    ...{ clusters: [], pools: [], costs: [], oneTimeCosts: [], tenants: [] },
    ...{ platform, currency, hostClusters, monthlyCost, monthlyPrice, monthlyMargin },
  };
  const sums: Readonly<Record<string, unknown>> = {
    monthlyCostByDriver: byDriver,
    monthlyCostByAttribution: Object.fromEntries(ATTRIBUTIONS.map((name) => [name, amountOf(`attribution/${name}`)])),
    failureAddedMonthlyCost: amountOf("failureAddedMonthlyCost"),
    oneTimeCost: amountOf("oneTimeCost"),
    ...Object.fromEntries(KNOWN.map((id) => [id, knownOf(id)])),
  };
  const totalOf = (id: string, one: TotalDefinition): unknown => {
    if (Object.hasOwn(sums, id)) return sums[id];
    const isCounted = (one.kind === "count" || one.kind === "amount") && !OF_HOSTS.includes(id);
    return isCounted ? Number(counts[id] ?? "0") / grainsOf(one.unit) : one.of(parts);
  };
  const entries = Object.entries(TOTALS).map(([id, one]) => [id, totalOf(id, one)]);
  return Object.fromEntries(entries) as unknown as PlanTotals;
}
