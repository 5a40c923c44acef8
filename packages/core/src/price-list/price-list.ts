import type { CurrencyCode } from "../base/currency.ts";
import { InputError } from "../base/findings/input-error.ts";
import { readWith } from "../base/findings/problems.ts";
import { convertMoney, type Money, money, roundRate } from "../base/money.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { FilePlace } from "../base/rate-origin.ts";
import { fileOfToday } from "../input/older-files.ts";
import { type ExchangeRate, exchangeProblems, exchangeRateOf } from "../prices/exchange.ts";
import {
  type PricesFrom,
  pricesFromDays,
  type WrittenPart,
  type WrittenParts,
  writtenAt,
} from "../prices/price-changes.ts";
import { type DatedPrices, datedPrices } from "../prices/price-file.ts";
import { withPeriods } from "../prices/price-periods.ts";
import type { ServiceLine } from "../prices/service-line.ts";
import type { Tariff } from "../prices/tariff.ts";
import { tariffOf } from "../prices/tariff-file.ts";
import { basisNamed, priceBases } from "./bases/price-bases.ts";
import type { ChargedItem, PriceBasis } from "./bases/price-basis.ts";
import { PriceListFile, priceListFileWith, priceListProblems, type ReadPriceList } from "./price-list-file.ts";
import type { ListItemFile } from "./price-list-item-file.ts";

export interface ListItem extends ChargedItem {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly tariff: Tariff;
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
  /** What it charges by beside what every list may; absent: nothing. */
  readonly ownBases?: readonly PriceBasis[];
  /** The rate at which it was converted into the fleet's currency; null where it is in it. */
  readonly convertedAt: ExchangeRate | null;
  /** Where its prices stand, by SKU; absent where no file was read. */
  readonly places?: ReadonlyMap<string, FilePlace>;
  /** Those of its parts that a change has brought; absent: none. */
  readonly written?: WrittenParts;
  /** Where its prices change: the list as it stands from each of its days on, the first one first; absent: they never do. */
  readonly periods?: readonly PriceList[];
}

/**
 * Reads a price list from plain data (parsed YAML or JSON).
 * @param ownBases what it may charge by beside what every list may
 * @throws InputError with every problem of the price list at once
 */
export function parsePriceList(
  value: unknown,
  subject = "price list",
  ownBases: readonly PriceBasis[] = [],
): PriceList {
  const { data, ...ofForm } = fileOfToday(value, subject);
  const ids = [...priceBases, ...ownBases].map(({ id }) => id);
  const schema = ownBases.length === 0 ? PriceListFile : priceListFileWith(ids);
  const periods = pricesFromDays<ReadPriceList>(readWith(schema, data, subject, priceListProblems));
  return { ...withPeriods(periods.map((period) => listOf(period, ownBases))), ...ofForm };
}

function listOf(period: PricesFrom<ReadPriceList>, ownBases: readonly PriceBasis[]): PriceList {
  const { file } = period;
  const { currency } = file;
  const amount = (text: string) => money(text, currency);
  const { termDiscounts, discountCeiling } = file;
  return {
    ...datedPrices(file, pricedParts(file), period),
    items: file.items.map((item) => itemOf(item, currency, ownBases)),
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
    supportPlans: file.supportPlans.map(({ id, sku, name, percent, minimum }) => ({
      ...{ id, sku, name, percent },
      minimum: amount(minimum),
    })),
    defaultSupportPlan: file.defaultSupportPlan ?? null,
    onboarding: feeOf(file.onboarding, file.onboarding?.unitPrice, currency),
    indexationPercentPerYear: file.indexation?.percentPerYear ?? null,
    convertedAt: null,
    ...(ownBases.length > 0 && { ownBases }),
    ...(Object.keys(period.written).length > 0 && { written: period.written }),
  };
}

/** All of a list that has a price of its own. */
function pricedParts({ items, bundles, minimumFee, supportPlans, onboarding }: ReadPriceList) {
  return [items, bundles, minimumFee ?? [], supportPlans, onboarding ?? []].flat();
}

/** The parts of a list by their SKU, with where they stand in it. Of a SKU that several have, the first is meant. */
export function partsOfList({ items, bundles, minimumFee, supportPlans, onboarding }: PriceList) {
  const all: readonly (readonly [sku: string | undefined, path: WrittenPart["path"]])[] = [
    ...items.map(({ sku }, index) => [sku, ["items", index]] as const),
    ...bundles.map(({ sku }, index) => [sku, ["bundles", index]] as const),
    [minimumFee?.sku, ["minimumFee"]],
    ...supportPlans.map(({ sku }, index) => [sku, ["supportPlans", index]] as const),
    [onboarding?.sku, ["onboarding"]],
  ];
  return all;
}

/** From which day on the price of a SKU holds; undefined: from the list's beginning, or there is none of that name. */
export function priceSince(list: PriceList, sku: string): IsoDate | undefined {
  const [, path] = partsOfList(list).find(([name]) => name === sku) ?? [];
  return path && writtenAt(list.written ?? {}, path).since;
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

function itemOf(file: ListItemFile, currency: CurrencyCode, ownBases: readonly PriceBasis[]): ListItem {
  const { sku, name, per } = file;
  const basis = basisNamed(per, ownBases);
  return {
    sku,
    name,
    description: file.description ?? "",
    per,
    unit: basis.unit,
    tariff: tariffOf(file, currency, (price) => price),
    flavour: file.flavour ?? null,
    storageClass: file.storageClass ?? null,
    service: file.service ?? basis.service,
    recovers: file.recovers ?? basis.recovers,
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
  return { ...withAmounts(list, here), currency, convertedAt: at };
}

/** A price list with each of its amounts changed. @param change of an amount, with the SKU that it is the price of; null: of none */
export function withAmounts(list: PriceList, change: (value: Money, sku: string | null) => Money): PriceList {
  const fee = (one: Fee | null) => (one === null ? null : { ...one, amount: change(one.amount, one.sku) });
  const { monthly } = list.discountCeiling;
  return {
    ...list,
    items: list.items.map((item) => ({
      ...item,
      tariff: {
        ...item.tariff,
        tiers: item.tariff.tiers.map((tier) => ({ ...tier, unitPrice: change(tier.unitPrice, item.sku) })),
      },
    })),
    bundles: list.bundles.map((bundle) => ({ ...bundle, unitPrice: change(bundle.unitPrice, bundle.sku) })),
    minimumFee: fee(list.minimumFee),
    onboarding: fee(list.onboarding),
    supportPlans: list.supportPlans.map((plan) => ({ ...plan, minimum: change(plan.minimum, plan.sku) })),
    discountCeiling: { ...list.discountCeiling, monthly: monthly === null ? null : change(monthly, null) },
  };
}
