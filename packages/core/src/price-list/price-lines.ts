import {
  addMoney,
  allocateMoney,
  costOf,
  isZeroMoney,
  type Money,
  noMoney,
  roundToMinorUnit,
  subtractMoney,
  wholeMinorUnits,
} from "../base/money.ts";
import { ALL_OVERHEAD, ALL_WORKLOAD, type Attribution, attributed, type Weights } from "../costs/cost-line.ts";
import { demandOf } from "../demand/demand.ts";
import { type Bill, type BillTerms, billOf } from "../prices/bill.ts";
import { moneyAlgebra } from "../prices/money-bill.ts";
import type { ServiceLine } from "../prices/service-line.ts";
import { type Charge, chargesFor, type Tariff } from "../prices/tariff.ts";
import type { PricedTenant } from "./bases/price-basis.ts";
import type { Bundle, PriceList, SupportPlan } from "./price-list.ts";
import { quantityFor } from "./tenant-quantities.ts";

/** One line of what a tenant pays: quantity × unit price, rounded once, less its discount. */
export interface PriceLine {
  readonly sku: string;
  readonly name: string;
  readonly description: string;
  /** null: an agreed price, which is for everything. */
  readonly service: ServiceLine | null;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: Money;
  /** quantity × unitPrice, rounded once. */
  readonly listAmount: Money;
  readonly discount: Money;
  /** listAmount − discount. */
  readonly amount: Money;
  readonly billing: "recurring" | "one-time";
  readonly isOptional: boolean;
  readonly isTaxable: boolean;
  /** What it pays for, summing to amount; null where that cannot be told. */
  readonly recovers: Attribution | null;
}

type Draft = Pick<PriceLine, "sku" | "name" | "quantity" | "unit" | "unitPrice"> &
  Partial<Pick<PriceLine, "description" | "service" | "billing" | "isOptional" | "isTaxable">> & {
    readonly weights: Weights | null;
  };

function lineOf({ weights, ...draft }: Draft): PriceLine & { readonly weights: Weights | null } {
  const listAmount = costOf(draft.unitPrice, draft.quantity);
  return {
    description: "",
    service: "other",
    billing: "recurring",
    isOptional: false,
    isTaxable: true,
    ...draft,
    listAmount,
    discount: noMoney(listAmount.currency),
    amount: listAmount,
    recovers: weights === null ? null : attributed(listAmount, weights),
    weights,
  };
}

/** The one line of a tenant whose price is agreed. */
export function agreedLine(monthlyPrice: Money): PriceLine {
  const { weights, ...line } = lineOf({
    sku: "AGREED",
    name: "Managed Kubernetes, as agreed",
    quantity: 1,
    unit: "month",
    unitPrice: roundToMinorUnit(monthlyPrice),
    service: null,
    weights: null,
  });
  return line;
}

/**
 * What a tenant pays by a price list: what it has × price, less discounts, no less than the minimum fee, and support
 * on top; one-off fees beside it. What comes to nothing is a line too: a free tier, what is included, a fee of zero.
 */
export function priceLinesOf(priced: PricedTenant, list: PriceList): readonly PriceLine[] {
  const usage = [...itemLines(priced, list), ...bundleLines(priced, list)];
  const bill = billOf(
    usage.map(({ listAmount }) => listAmount),
    termsOf(priced, list),
    moneyAlgebra(list.currency),
  );
  return [
    ...withDiscounts(usage, bill),
    ...minimumLines(bill, list),
    ...supportLines(bill, priced, list),
    ...onboardingLines(list),
  ];
}

/** What holds for all that a tenant is charged, by its contract and the list. */
export function termsOf(priced: Pick<PricedTenant, "tenant">, list: PriceList): BillTerms<Money, number> {
  const plan = supportPlanFor(priced, list);
  return {
    discount: discountOf(priced, list) / 100,
    discountCeiling: list.discountCeiling.monthly,
    minimumFee: list.minimumFee?.amount ?? null,
    support: plan === undefined ? null : { share: plan.percent / 100, minimum: plan.minimum },
  };
}

function itemLines(priced: PricedTenant, list: PriceList): readonly ReturnType<typeof lineOf>[] {
  const { options } = priced.tenant.contract;
  return list.items
    .filter(({ isOptional, sku }) => !isOptional || options.includes(sku))
    .flatMap((item) => {
      const { quantity, weights } = quantityFor(item, priced, list);
      const included = Math.min(quantity, item.tariff.includedQuantity);
      const free = { ...item, name: `${item.name}, included`, quantity: included, weights };
      return [
        ...(included > 0 ? [lineOf({ ...free, unitPrice: noMoney(list.currency) })] : []),
        ...chargesFor(item.tariff, quantity).map((charge) =>
          lineOf({
            ...item,
            name: `${item.name}${tierNote(charge, item.tariff)}${CHARGE_NOTES[charge.reason]}`,
            quantity: charge.quantity,
            unitPrice: charge.unitPrice,
            weights,
          }),
        ),
      ];
    });
}

/** Of which units a tier's price is: those beyond its beginning, or all of them. */
function tierNote({ fromQuantity }: Charge, { mode }: Tariff): string {
  if (!fromQuantity) return "";
  return mode === "volume" ? `, all at the price above ${fromQuantity}` : `, beyond ${fromQuantity}`;
}

const CHARGE_NOTES = { usage: "", step: ", to fill the last step", minimum: ", least billed" } as const;

function bundleLines({ tenant }: PricedTenant, { bundles }: PriceList): readonly ReturnType<typeof lineOf>[] {
  const bundle = bundleFor(tenant, bundles);
  if (bundle === undefined) return [];
  return [lineOf({ ...bundle, quantity: 1, unit: "tenant", service: "compute", weights: ALL_WORKLOAD })];
}

/** The bundle that a tenant's contract names, or the first that holds it. */
export function bundleFor(tenant: PricedTenant["tenant"], bundles: readonly Bundle[]): Bundle | undefined {
  const { bundle: named } = tenant.contract;
  if (named !== null) return bundles.find(({ sku }) => sku === named);
  const { requests, podCount } = demandOf(tenant);
  const holds = (bound: number | null, value: number) => bound === null || value <= bound;
  return bundles.find(
    ({ upTo }) =>
      holds(upTo.cpuMillicores, requests.cpuMillicores) &&
      holds(upTo.memoryBytes, requests.memoryBytes) &&
      holds(upTo.podCount, podCount) &&
      holds(upTo.storageBytes, requests.storageBytes),
  );
}

/** The percentages of a tenant's term and of its contract, added up, at most the ceiling's. */
export function discountOf(
  { tenant }: Pick<PricedTenant, "tenant">,
  { termDiscounts, discountCeiling }: PriceList,
): number {
  const { termMonths, discountPercent } = tenant.contract;
  const ofTerm = termDiscounts
    .filter(({ months }) => termMonths !== null && months <= termMonths)
    .reduce((longest, one) => (one.months >= longest.months ? one : longest), { months: 0, discountPercent: 0 });
  const wanted = ofTerm.discountPercent + (discountPercent ?? 0);
  return Math.min(wanted, discountCeiling.percent ?? 100, 100);
}

/** Each line less its percentage; where all together exceed the ceiling, that is divided by what lines cost. */
function withDiscounts(lines: readonly ReturnType<typeof lineOf>[], bill: Bill<Money>): readonly PriceLine[] {
  const amounts = lines.map(({ listAmount }) => wholeMinorUnits(listAmount));
  const discounts = bill.discounts ?? allocateMoney(bill.discount, amounts);
  return lines.map(({ weights, ...line }, index) => {
    const discount = discounts[index] as Money;
    const amount = subtractMoney(line.listAmount, discount);
    return { ...line, discount, amount, recovers: weights === null ? null : attributed(amount, weights) };
  });
}

function minimumLines({ topUp }: Bill<Money>, { minimumFee }: PriceList): readonly PriceLine[] {
  if (minimumFee === null || isZeroMoney(topUp)) return [];
  const { sku, name } = minimumFee;
  const { weights, ...line } = lineOf({
    sku,
    name,
    quantity: 1,
    unit: "month",
    unitPrice: topUp,
    service: "platform",
    weights: ALL_OVERHEAD,
  });
  return [line];
}

/** The plan that a tenant's contract names, or the list's default. */
function supportPlanFor({ tenant }: Pick<PricedTenant, "tenant">, list: PriceList): SupportPlan | undefined {
  const id = tenant.contract.supportPlan ?? list.defaultSupportPlan;
  return list.supportPlans.find((plan) => plan.id === id);
}

function supportLines({ support }: Bill<Money>, priced: PricedTenant, list: PriceList): readonly PriceLine[] {
  const plan = supportPlanFor(priced, list);
  if (plan === undefined) return [];
  const { weights, ...line } = lineOf({
    sku: plan.sku,
    name: plan.name,
    description: `${plan.percent} % of recurring charges, at least ${plan.minimum.amount}`,
    quantity: 1,
    unit: "month",
    unitPrice: support,
    service: "support",
    weights: null,
  });
  return [line];
}

function onboardingLines({ onboarding }: PriceList): readonly PriceLine[] {
  if (onboarding === null) return [];
  const { sku, name, amount } = onboarding;
  const { weights, ...line } = lineOf({
    sku,
    name,
    quantity: 1,
    unit: "tenant",
    unitPrice: amount,
    billing: "one-time",
    weights: null,
  });
  return [line];
}

/** The sum of lines billed one way. */
export function priceOf(lines: readonly PriceLine[], billing: PriceLine["billing"], currency: string): Money {
  return lines
    .filter((line) => line.billing === billing)
    .map(({ amount }) => amount)
    .reduce(addMoney, noMoney(currency));
}
