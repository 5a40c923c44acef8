import { type CurrencyCode, minorUnitDigits } from "../base/currency.ts";
import { groupedBy } from "../base/grouped.ts";
import {
  compareMoney,
  isZeroMoney,
  type Money,
  money,
  moneyAsNumber,
  ratioOf,
  subtractMoney,
  sumMoney,
} from "../base/money.ts";
import type { ParameterId } from "../base/parameter-ids.ts";
import { perUnit } from "../base/unit-words.ts";
import type { CostLine } from "../costs/cost-line.ts";
import { costsOfEfforts } from "../costs/efforts.ts";
import { choiceOf } from "../input/parameters.ts";
import type { PlannedFleet } from "../plan/planned-fleet.ts";
import type { Rate } from "../prices/rate.ts";
import { isFlat } from "../prices/tariff.ts";

/** A price or a number of hours that costs follow in proportion, and what it does to the difference between two plans. */
export interface Lever {
  readonly name: string;
  /** As planned: a price as its book has it, or hours. */
  readonly value: Money | number;
  /** `a vCPU-year`, `hours`. */
  readonly unit: string;
  /** null: it is no price. */
  readonly isInvented: boolean | null;
  /** What comes with it of the dearer plan's cost, less what comes with it of the cheaper one's. */
  readonly difference: Money;
  /** The value at which both plans cost the same with the same nodes and all else as planned; null: within its bounds there is none. */
  readonly tie: Money | number | null;
}

/**
 * Every lever between two plans, with the nodes that they have. What costs depend on in another way, such as the days
 * between upgrades, is none.
 *
 * The dearer plan costs 100 more, and 80 of it more come with a price of 10: at 10 × (1 − 100 ÷ 80) < 0 they cost the same,
 * so at no price; with 400 of it, at 10 × (1 − 100 ÷ 400) = 7.50.
 */
export function leversOf(cheaper: PlannedFleet, dearer: PlannedFleet): readonly Lever[] {
  return [...priceLevers(cheaper, dearer), ...hourLevers(cheaper, dearer)];
}

function priceLevers(cheaper: PlannedFleet, dearer: PlannedFleet): readonly Lever[] {
  const rates = new Map([...cheaper.costs, ...dearer.costs].map(({ rate }) => [rate.key, rate]));
  const [less, more] = [cheaper, dearer].map(({ costs }) => groupedBy(costs, ({ rate }) => rate.key));
  return [...rates.values()].filter(isInProportion).map((rate) => {
    const difference = differenceOf(less?.get(rate.key) ?? [], more?.get(rate.key) ?? [], cheaper.currency);
    const { unit, unitPrice, months, residualValue } = rate.written;
    const factor = tieFactor(cheaper, dearer, difference);
    const kept = residualValue === null ? 0 : moneyAsNumber(residualValue);
    const written = factor === null ? null : moneyAsNumber(rate.unitPrice) * factor * months + kept;
    return {
      name: rate.name,
      value: unitPrice,
      unit: perUnit(unit),
      isInvented: rate.origin.isInvented,
      difference,
      tie: written === null ? null : priceOf(written, unitPrice.currency),
    };
  });
}

/** Beyond the smallest unit of money, for prices below one: 0.14 a GiB is not bargained about in cents. */
const MORE_DIGITS = 2;

function priceOf(value: number, currency: CurrencyCode): Money {
  const digits = minorUnitDigits(currency) + (value < 1 ? MORE_DIGITS : 0);
  return money(value.toFixed(digits), currency);
}

/** Tiers move with the first one; a residual value does not, so that tiers beside one keep no proportion. */
function isInProportion({ tariff, unitPrice, written }: Rate): boolean {
  return !isZeroMoney(unitPrice) && (isFlat(tariff) || written.residualValue === null);
}

function hourLevers(cheaper: PlannedFleet, dearer: PlannedFleet): readonly Lever[] {
  const { choices } = cheaper.context;
  const ids = new Set([cheaper, dearer].flatMap(({ efforts }) => efforts.map(({ formula }) => formula.hoursId)));
  const linesOf = (plan: PlannedFleet, id: ParameterId) =>
    costsOfEfforts(
      plan.efforts.filter(({ formula }) => formula.hoursId === id),
      plan.context,
      "month",
    );
  return [...ids].flatMap((id): readonly Lever[] => {
    const [less, more] = [linesOf(cheaper, id), linesOf(dearer, id)];
    if (![...less, ...more].every(({ rate }) => isInProportion(rate))) return [];
    const { parameter, value } = choiceOf(choices, id);
    if (value === null) return [];
    const difference = differenceOf(less, more, cheaper.currency);
    const factor = tieFactor(cheaper, dearer, difference);
    const tie = factor === null ? null : value * factor;
    const most = parameter.custom?.kind === "number" ? parameter.custom.maximum : Number.POSITIVE_INFINITY;
    return [
      {
        name: parameter.title,
        value,
        unit: parameter.unit ?? "",
        isInvented: null,
        difference,
        tie: tie === null || tie > most ? null : tie,
      },
    ];
  });
}

function differenceOf(less: readonly CostLine[], more: readonly CostLine[], currency: string): Money {
  const sumOf = (lines: readonly CostLine[]) =>
    sumMoney(
      lines.map(({ amount }) => amount),
      currency,
    );
  return subtractMoney(sumOf(more), sumOf(less));
}

/** By which factor a lever must be taken so that both cost the same; null: by none that is zero or more. */
function tieFactor(cheaper: PlannedFleet, dearer: PlannedFleet, difference: Money): number | null {
  const whole = subtractMoney(dearer.totals.monthlyCost, cheaper.totals.monthlyCost);
  const ratio = ratioOf(whole, difference);
  return ratio === null || ratio > 1 ? null : 1 - ratio;
}

/** The lever with which most of the difference comes; undefined where none makes the dearer plan dearer. */
export function heaviestOf(levers: readonly Lever[]): Lever | undefined {
  return levers
    .filter(({ difference }) => moneyAsNumber(difference) > 0)
    .toSorted((a, b) => compareMoney(b.difference, a.difference))[0];
}

/** The lever that has to be moved least, in proportion, until both plans cost the same. */
export function nearestOf(levers: readonly Lever[]): Lever | undefined {
  const wayOf = ({ value, tie }: Lever) => Math.abs(numberOf(tie as Money | number) / numberOf(value) - 1);
  return levers
    .filter(({ tie, value }) => tie !== null && numberOf(value) !== 0)
    .toSorted((a, b) => wayOf(a) - wayOf(b))[0];
}

/** An amount or a number as a number, to be compared. */
export function numberOf(value: Money | number): number {
  return typeof value === "number" ? value : moneyAsNumber(value);
}
