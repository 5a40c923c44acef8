import { dayBefore } from "../base/dates.ts";
import type { Finding } from "../base/findings/finding.ts";
import { InputError } from "../base/findings/input-error.ts";
import { compareMoney, costOf, type Money } from "../base/money.ts";
import type { IsoDate } from "../base/provenance.ts";
import { didYouMean, shown } from "../base/shown.ts";
import { gibOf, vcpuOf } from "../base/units.ts";
import { daemonDemandIn } from "../clusters/clusters.ts";
import { addDemand, demandOf } from "../demand/demand.ts";
import type { TenantId } from "../input/fleet.ts";
import type { FleetOfDay } from "../input/fleet-of-day.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import { paysInventedPrices } from "../price-list/invented-prices.ts";
import type { PriceLine } from "../price-list/price-lines.ts";
import type { PriceList } from "../price-list/price-list.ts";
import { paysAgreedPrice } from "../price-list/tenant-prices.ts";
import { quotedTenant, quoteFindings } from "./quote-findings.ts";

/** What a tenant is offered: what it has, what it pays a month and once. Nothing of what it costs the provider. */
export interface Quote {
  readonly tenantId: TenantId;
  /** Its key elsewhere, as the fleet has it. */
  readonly ref?: string;
  readonly name: string;
  readonly currency: string;
  readonly asOf: IsoDate;
  /** The last day the price list holds as it stands; null: none is named, or the price is agreed. */
  readonly validUntil: IsoDate | null;
  /** true: prices are invented. */
  readonly illustrative: boolean;
  readonly termMonths: number | null;
  /** How much the price list raises prices a year; null: it does not, or the price is agreed. */
  readonly indexationPercentPerYear: number | null;
  readonly size: {
    readonly podCount: number;
    readonly vcpu: number;
    readonly memoryGiB: number;
    readonly storageGiB: number;
  };
  readonly recurring: readonly PriceLine[];
  readonly oneTime: readonly PriceLine[];
  readonly monthlyPrice: Money;
  readonly oneTimePrice: Money;
}

/** The quotes for tenants of a plan, in the fleet's order; those without any price are left out and named beside. */
export interface Quotes {
  readonly quotes: readonly Quote[];
  readonly withoutPrice: readonly string[];
  /** What must be known before one is sent, in words that name no other tenant and no cost. */
  readonly findings: readonly Finding[];
}

/**
 * What tenants are offered; all of them, or those named.
 * @throws InputError naming every id that is no tenant's
 */
export function quotesOf(plan: PlannedFleet, tenantIds: readonly TenantId[] = []): Quotes {
  const known = plan.tenants.map(({ tenantId }) => tenantId);
  const unknown = tenantIds.filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new InputError(
      "quote",
      unknown.map((id) => ({ path: [], ...whyUnknown(plan.input, id, known) })),
    );
  }
  const wanted = plan.tenants.filter(({ tenantId }) => tenantIds.length === 0 || tenantIds.includes(tenantId));
  return {
    quotes: wanted.flatMap((tenant) => quoteOf(plan, tenant) ?? []),
    withoutPrice: wanted.filter(({ monthlyPrice }) => monthlyPrice === null).map(({ name }) => name),
    findings: quoteFindings(
      plan,
      wanted.map(({ tenantId }) => tenantId),
    ),
  };
}

function whyUnknown({ absentTenants, asOf }: FleetOfDay, id: TenantId, known: readonly TenantId[]) {
  const absent = absentTenants.find((tenant) => tenant.id === id);
  if (absent === undefined) return { found: shown(id), expected: "the id of a tenant", fix: didYouMean(id, known) };
  const { from, until } = absent.contract;
  const days = [from === null ? "" : ` from ${from}`, until === null ? "" : ` until ${until}`].join("");
  const fix = "plan for a day of its contract";
  return { found: shown(id), expected: `a tenant under contract on ${asOf}; it is under contract${days}`, fix };
}

function quoteOf(plan: PlannedFleet, tenant: PlannedFleet["tenants"][number]): Quote | null {
  const { tenantId, name, monthlyPrice, oneTimePrice, priceLines } = tenant;
  if (monthlyPrice === null || oneTimePrice === null) return null;
  const { contract, ...given } = quotedTenant(plan, tenantId);
  // What is agreed follows no list: neither its last day nor its indexation.
  const priceList = paysAgreedPrice(given, plan.context) ? undefined : plan.context.priceList;
  const { podCount, requests } = addDemand(demandOf(given), daemonDemandIn(plan.clusters, tenantId));
  return {
    tenantId,
    ...(given.ref === undefined ? {} : { ref: given.ref }),
    name,
    currency: plan.currency,
    asOf: plan.input.asOf,
    validUntil: priceList === undefined ? null : lastDayOf(priceList, plan.input.asOf),
    illustrative: paysInventedPrices(given, plan.context, priceLines),
    termMonths: contract.termMonths,
    indexationPercentPerYear: priceList?.indexationPercentPerYear ?? null,
    size: {
      podCount,
      vcpu: vcpuOf(requests.cpuMillicores),
      memoryGiB: gibOf(requests.memoryBytes),
      storageGiB: gibOf(requests.storageBytes),
    },
    recurring: priceLines.filter(({ billing }) => billing === "recurring"),
    oneTime: priceLines.filter(({ billing }) => billing === "one-time"),
    monthlyPrice,
    oneTimePrice,
  };
}

/** The last day a list holds as it stands on a day: it ends, or other prices come. */
function lastDayOf(list: PriceList, day: IsoDate): IsoDate | null {
  const next = list.periods?.find(({ since }) => since !== undefined && since > day);
  return next?.since === undefined ? list.validUntil : dayBefore(next.since);
}

/** Two digits are easy to read; nine is what a quantity has. */
const FEWEST_DIGITS = 2;
const MOST_DIGITS = 9;

/**
 * A line's quantity for people: with as few digits, two at least, as still give its amount to whoever computes it again.
 *
 * 10 GB are 9.313225746 GiB; at 5.20 a GiB they cost 48.43, and so do 9.313 GiB
 */
export function quotedQuantity({
  quantity,
  unitPrice,
  listAmount,
}: Pick<PriceLine, "quantity" | "unitPrice" | "listAmount">): number {
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits += 1) {
    const rounded = Number(quantity.toFixed(digits));
    if (compareMoney(costOf(unitPrice, rounded), listAmount) === 0) return rounded;
  }
  return quantity;
}
