import type { CurrencyCode } from "../base/currency.ts";
import { InputError } from "../base/findings/input-error.ts";
import { readWith } from "../base/findings/problems.ts";
import { convertMoney, type Money, money, roundRate } from "../base/money.ts";
import type { FilePlace } from "../base/rate-origin.ts";
import { type ExchangeRate, exchangeProblems, exchangeRateOf } from "../prices/exchange.ts";
import { type DatedPrices, datedPrices } from "../prices/price-file.ts";
import type { ServiceLine } from "../prices/service-line.ts";
import type { Tariff } from "../prices/tariff.ts";
import { tariffOf } from "../prices/tariff-file.ts";
import { PriceListFile, priceListProblems } from "./price-list-file.ts";
import { type ListItemFile, PRICE_BASES, type PriceBasis } from "./price-list-item-file.ts";

export interface ListItem {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly per: PriceBasis;
  readonly unit: string;
  readonly tariff: Tariff;
  /** `8x32x80`: only nodes of this shape; null: all nodes that no other item names. */
  readonly flavour: string | null;
  readonly storageClass: string | null;
  readonly service: ServiceLine;
  /** What it pays for; null: as the nodes it is charged for divide. */
  readonly recovers: "platform" | "workload" | null;
  readonly isOptional: boolean;
  readonly isTaxable: boolean;
}

export interface Bundle {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly unitPrice: Money;
  /** null: no bound. */
  readonly upTo: {
    readonly cpuMillicores: number | null;
    readonly memoryBytes: number | null;
    readonly podCount: number | null;
    readonly storageBytes: number | null;
  };
}

export interface SupportPlan {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly percent: number;
  readonly minimum: Money;
}

/** A single fee with its name. */
export interface Fee {
  readonly sku: string;
  readonly name: string;
  readonly amount: Money;
}

/** What a provider charges its tenants. */
export interface PriceList extends DatedPrices {
  readonly items: readonly ListItem[];
  readonly bundles: readonly Bundle[];
  readonly minimumFee: Fee | null;
  readonly termDiscounts: readonly { readonly months: number; readonly discountPercent: number }[];
  readonly discountCeiling: { readonly percent: number | null; readonly monthly: Money | null };
  readonly supportPlans: readonly SupportPlan[];
  readonly defaultSupportPlan: string | null;
  readonly onboarding: Fee | null;
  readonly indexationPercentPerYear: number | null;
  /** The rate at which it was converted into the fleet's currency; null where it is in it. */
  readonly convertedAt: ExchangeRate | null;
  /** Where its prices stand, by SKU; absent where no file was read. */
  readonly places?: ReadonlyMap<string, FilePlace>;
}

/**
 * Reads a price list from plain data (parsed YAML or JSON).
 * @throws InputError with every problem of the price list at once
 */
export function parsePriceList(value: unknown, subject = "price list"): PriceList {
  const file = readWith(PriceListFile, value, subject, priceListProblems);
  const { currency } = file;
  const amount = (text: string) => money(text, currency);
  const { termDiscounts, discountCeiling } = file;
  return {
    ...datedPrices(file),
    items: file.items.map((item) => itemOf(item, currency)),
    bundles: file.bundles.map(({ sku, name, description, upTo, unitPrice }) => ({
      sku,
      name,
      description: description ?? "",
      unitPrice: amount(unitPrice),
      upTo: {
        cpuMillicores: upTo.vcpu ?? null,
        memoryBytes: upTo.memory ?? null,
        podCount: upTo.pods ?? null,
        storageBytes: upTo.storage ?? null,
      },
    })),
    minimumFee: feeOf(file.minimumFee, file.minimumFee?.monthly, currency),
    termDiscounts,
    discountCeiling: {
      percent: discountCeiling.percent ?? null,
      monthly: discountCeiling.monthly === undefined ? null : amount(discountCeiling.monthly),
    },
    supportPlans: file.supportPlans.map((plan) => ({ ...plan, minimum: amount(plan.minimum) })),
    defaultSupportPlan: file.defaultSupportPlan ?? null,
    onboarding: feeOf(file.onboarding, file.onboarding?.unitPrice, currency),
    indexationPercentPerYear: file.indexation?.percentPerYear ?? null,
    convertedAt: null,
  };
}

function feeOf(
  file: { readonly sku: string; readonly name: string } | undefined,
  amount: string | undefined,
  currency: CurrencyCode,
): Fee | null {
  return file === undefined || amount === undefined
    ? null
    : { sku: file.sku, name: file.name, amount: money(amount, currency) };
}

/** Where an item says nothing of it: a fee for being there pays for the platform, one by the node for all that is on it. */
const DEFAULTS: Readonly<Record<PriceBasis, Pick<ListItem, "service" | "recovers">>> = {
  tenant: { service: "platform", recovers: "platform" },
  cluster: { service: "platform", recovers: "platform" },
  "requested-vcpu": { service: "compute", recovers: "workload" },
  "requested-memory": { service: "compute", recovers: "workload" },
  pod: { service: "compute", recovers: "workload" },
  node: { service: "compute", recovers: null },
  "node-vcpu": { service: "compute", recovers: null },
  "node-memory": { service: "compute", recovers: null },
  storage: { service: "storage", recovers: "workload" },
};

function itemOf(file: ListItemFile, currency: CurrencyCode): ListItem {
  const { sku, name, per } = file;
  return {
    sku,
    name,
    description: file.description ?? "",
    per,
    unit: PRICE_BASES[per],
    tariff: tariffOf(file, currency, (price) => price),
    flavour: file.flavour ?? null,
    storageClass: file.storageClass ?? null,
    service: file.service ?? DEFAULTS[per].service,
    recovers: file.recovers ?? DEFAULTS[per].recovers,
    isOptional: file.optional,
    isTaxable: file.taxable,
  };
}

/**
 * A price list with all its prices in a currency, by its own dated rate.
 * @throws InputError where the list has no rate to it
 */
export function priceListIn(list: PriceList, currency: CurrencyCode): PriceList {
  if (list.currency === currency) return list;
  const problems = exchangeProblems(list.exchangeRates, list.currency, currency, ["currency"]);
  if (problems.length > 0) throw new InputError(`price list ${list.id}`, problems);
  const at = exchangeRateOf(list.exchangeRates, list.currency, currency) as ExchangeRate;
  const here = (value: Money) => roundRate(convertMoney(value, at.rate, currency));
  const fee = (one: Fee | null) => (one === null ? null : { ...one, amount: here(one.amount) });
  return {
    ...list,
    currency,
    items: list.items.map((item) => ({
      ...item,
      tariff: {
        ...item.tariff,
        tiers: item.tariff.tiers.map((tier) => ({ ...tier, unitPrice: here(tier.unitPrice) })),
      },
    })),
    bundles: list.bundles.map((bundle) => ({ ...bundle, unitPrice: here(bundle.unitPrice) })),
    minimumFee: fee(list.minimumFee),
    onboarding: fee(list.onboarding),
    supportPlans: list.supportPlans.map((plan) => ({ ...plan, minimum: here(plan.minimum) })),
    discountCeiling: {
      ...list.discountCeiling,
      monthly: list.discountCeiling.monthly === null ? null : here(list.discountCeiling.monthly),
    },
    convertedAt: at,
  };
}
