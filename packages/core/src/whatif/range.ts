import type { CurrencyCode } from "../base/currency.ts";
import type { Finding } from "../base/findings/finding.ts";
import { numberText } from "../base/findings/format.ts";
import { statementOf } from "../base/findings/statement.ts";
import { type Money, moneyAsNumber } from "../base/money.ts";
import type { ParameterId } from "../base/parameter-ids.ts";
import { perUnit } from "../base/unit-words.ts";
import { choiceNamed, numberOf } from "../input/parameters.ts";
import type { FleetPlan } from "../plan/plan.ts";
import type { PlanningContext } from "../price-list/planning-context.ts";
import { allRates } from "../prices/price-book.ts";
import type { Activity } from "../prices/price-kind-definition.ts";
import { ranksShapes } from "../prices/price-kinds.ts";

/** What is said of ranges, with its words: plans load none of them. */
const TEXTS = {
  "range-without-plan": {
    kind: "reading",
    text: "The range of {target}, {low} to {high}, leaves out what is planned: {planned}.",
  },
} as const;

/** What is varied: a numeric assumption, a unit price of the price book, or one of the price list. */
export interface Target {
  readonly kind: "setting" | "price" | "listPrice";
  /** The assumption's name, or the SKU. */
  readonly id: string;
}

/**
 * From where to where something may turn out. Values are decimal text, so that they are what was written; a price's are
 * in the unit in which its book has it, such as a year's.
 */
export interface Range {
  readonly target: Target;
  readonly low: string;
  readonly high: string;
  /** The likeliest value of a triangular distribution; null: uniform, every value between is as likely. */
  readonly mode: string | null;
}

/** The ranges that a what-if rests on. */
export interface WhatIf {
  readonly title: string | null;
  /** What its prices are in. */
  readonly currency: CurrencyCode;
  /** true: nobody gave them, they are made up around the base. */
  readonly isAssumed: boolean;
  readonly ranges: readonly Range[];
  /** What reading an older form of the file changed or left out; absent: nothing. */
  readonly said?: readonly Finding[];
}

/** Where nobody gives ranges: prices a fifth less and more, */
const LEAST_PRICE = 0.8;
const MOST_PRICE = 1.2;
/** and hours from half to double. */
const LEAST_HOURS = 0.5;
const MOST_HOURS = 2;

/** What the made-up ranges are, for people. */
export const ASSUMED_RANGES = "±20 % assumed for every price of the book, hours from half to double";

/** Digits after the point of a value: as many as a rate has. */
const VALUE_DIGITS = 10;

/** A value as decimal text, at ten digits after the point. */
export function valueTextOf(value: number): string {
  return value.toFixed(VALUE_DIGITS).replace(/\.?0+$/, "");
}

/** Ranges around the base where nobody gives any: of the prices that plans use, and of the hours their clusters take. */
export function assumedRanges(plans: readonly FleetPlan[], context: PlanningContext): WhatIf {
  const { choices, priceBook } = context;
  const used = new Set(plans.flatMap(({ costs }) => costs.map(({ rate }) => rate.sku)));
  const all = allRates(priceBook);
  const rates = all.filter(({ sku }) => used.has(sku) && all.filter((other) => other.sku === sku).length === 1);
  const efforts = plans.flatMap((plan) => plan.efforts);
  const hoursOf = (activity: Activity) =>
    efforts.filter((effort) => effort.activity === activity).map(({ formula }) => formula.hoursId);
  const hours = new Set<ParameterId>([...hoursOf("operations"), ...hoursOf("upgrades")]);
  return {
    title: null,
    currency: priceBook.currency,
    isAssumed: true,
    ranges: [
      ...rates.map(({ sku, written }) => {
        const price = moneyAsNumber(written.unitPrice);
        return rangeOf({ kind: "price", id: sku }, price * LEAST_PRICE, price * MOST_PRICE);
      }),
      ...[...hours].map((id) => {
        const value = numberOf(choices, id);
        return rangeOf({ kind: "setting", id }, value * LEAST_HOURS, value * MOST_HOURS);
      }),
    ],
  };
}

function rangeOf(target: Target, low: number, high: number): Range {
  return { target, low: valueTextOf(low), high: valueTextOf(high), mode: null };
}

/**
 * Ranges whose percentages have become values, of what is planned. What has no one figure as planned stays as it is
 * written, and is refused by `rangeProblems`.
 *
 * 80% of a licence at 420 a vCPU-year → 336
 */
export function valuedRanges(whatIf: WhatIf, context: PlanningContext): WhatIf {
  return {
    ...whatIf,
    ranges: whatIf.ranges.map((range) => {
      const base = baseValueOf(context, range.target);
      const valued = (text: string) =>
        text.endsWith("%") && base !== null ? valueTextOf((base * Number(text.slice(0, -1))) / PERCENT) : text;
      return {
        ...range,
        low: valued(range.low),
        high: valued(range.high),
        mode: range.mode === null ? null : valued(range.mode),
      };
    }),
  };
}

const PERCENT = 100;

/** What a reader must know of ranges that were given: those that the plan itself is not in. */
export function rangeFindings({ ranges }: WhatIf, context: PlanningContext): readonly Finding[] {
  return ranges.flatMap((range) => {
    const base = baseValueOf(context, range.target);
    if (base === null || (Number(range.low) <= base && base <= Number(range.high))) return [];
    const figures = {
      target: { kind: "name", value: range.target.id },
      low: { kind: "text", value: said(range.low) },
      high: { kind: "text", value: said(range.high) },
      planned: { kind: "text", value: `${said(base)} ${unitOfTarget(context, range.target)}`.trim() },
    } as const;
    return [statementOf(TEXTS, "what-if", "range-without-plan", { figures })];
  });
}

/** Digits of a price that say something: 0.014 a GiB is not 0.01. */
const SAID_DIGITS = 6;

function said(value: string | number): string {
  return numberText(Number(value), SAID_DIGITS);
}

/** What a target's values are in: `a vCPU-year`, `hours`; empty where it has no unit. */
export function unitOfTarget({ choices, priceBook }: PlanningContext, { kind, id }: Target): string {
  if (kind === "setting") return choiceNamed(choices, id)?.parameter.unit ?? "";
  if (kind === "price") {
    const unit = allRates(priceBook).find(({ sku }) => sku === id)?.written.unit;
    return unit === undefined ? "" : perUnit(unit);
  }
  return "";
}

/** What a target is at as planned: null where it has no one figure. */
export function baseValueOf(context: PlanningContext, target: Target): number | null {
  if (target.kind === "setting") return choiceNamed(context.choices, target.id)?.value ?? null;
  const price = basePriceOf(context, target);
  return price === undefined ? null : moneyAsNumber(price);
}

function basePriceOf({ priceBook, priceList }: PlanningContext, { kind, id }: Target): Money | undefined {
  const named = ({ sku }: { readonly sku: string }) => sku === id;
  if (kind === "price") return allRates(priceBook).find(named)?.written.unitPrice;
  const item = priceList?.items.find(named)?.tariff.tiers[0]?.unitPrice;
  return item ?? priceList?.bundles.find(named)?.unitPrice ?? feeOf(priceList, id);
}

function feeOf(priceList: PlanningContext["priceList"], sku: string): Money | undefined {
  return priceList?.minimumFee?.sku === sku ? priceList.minimumFee.amount : undefined;
}

/** Whether nodes and shapes may come out otherwise: then the fleet is planned again, else only priced again. */
export function isStructural({ kind, id }: Target, context: PlanningContext): boolean {
  if (kind === "listPrice") return false;
  if (kind === "setting") return choiceNamed(context.choices, id)?.parameter.affects === "structure";
  // The cheapest shape of node is chosen by these.
  return allRates(context.priceBook).some((rate) => rate.sku === id && ranksShapes(rate.kind, rate.unit));
}
