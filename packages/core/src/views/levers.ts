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
import { type Choices, choiceOf } from "../input/parameters.ts";
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

/** What levers are taken of: a plan's cost, and what of it comes with each rate and each number of hours. */
export interface LeverSide {
  readonly currency: CurrencyCode;
  readonly choices: Choices;
  readonly monthlyCost: Money;
  /** Those of its cost lines, by key. */
  readonly rates: ReadonlyMap<string, Rate>;
  readonly hoursIds: readonly ParameterId[];
  amountOfRate(key: string): Money;
  /** null: not in proportion. */
  amountOfHours(id: ParameterId): Money | null;
}

/**
 * Every lever between two plans, with the nodes that they have. What costs depend on in another way, such as the days
 * between upgrades, is none.
 *
 * The dearer plan costs 100 more, and 80 of it more come with a price of 10: at 10 × (1 − 100 ÷ 80) < 0 they cost the same,
 * so at no price; with 400 of it, at 10 × (1 − 100 ÷ 400) = 7.50.
 */
export function leversOf(cheaper: PlannedFleet, dearer: PlannedFleet): readonly Lever[] {
  return leversBetween(leverSideOf(cheaper), leverSideOf(dearer));
}

/** The same of sides, of which nobody may have the plan. */
export function leversBetween(cheaper: LeverSide, dearer: LeverSide): readonly Lever[] {
  return [...priceLevers(cheaper, dearer), ...hourLevers(cheaper, dearer)];
}

/** A plan as one side of a difference. */
export function leverSideOf({ costs, efforts, currency, totals, context }: PlannedFleet): LeverSide {
  const byRate = groupedBy(costs, ({ rate }) => rate.key);
  return {
    currency,
    choices: context.choices,
    monthlyCost: totals.monthlyCost,
    rates: new Map(costs.map(({ rate }) => [rate.key, rate])),
    hoursIds: [...new Set(efforts.map(({ formula }) => formula.hoursId))],
    amountOfRate: (key) => amountOf(byRate.get(key) ?? [], currency),
    amountOfHours: (id) => {
      const lines = costsOfEfforts(
        efforts.filter(({ formula }) => formula.hoursId === id),
        context,
        "month",
      );
      return lines.every(({ rate }) => isInProportion(rate)) ? amountOf(lines, currency) : null;
    },
  };
}

function amountOf(lines: readonly CostLine[], currency: CurrencyCode): Money {
  return sumMoney(
    lines.map(({ amount }) => amount),
    currency,
  );
}

function priceLevers(cheaper: LeverSide, dearer: LeverSide): readonly Lever[] {
  const rates = new Map([...cheaper.rates, ...dearer.rates]);
  return [...rates.values()].filter(isInProportion).map((rate) => {
    const difference = subtractMoney(dearer.amountOfRate(rate.key), cheaper.amountOfRate(rate.key));
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

function hourLevers(cheaper: LeverSide, dearer: LeverSide): readonly Lever[] {
  const ids = new Set([...cheaper.hoursIds, ...dearer.hoursIds]);
  return [...ids].flatMap((id): readonly Lever[] => {
    const [less, more] = [cheaper.amountOfHours(id), dearer.amountOfHours(id)];
    if (less === null || more === null) return [];
    const { parameter, value } = choiceOf(cheaper.choices, id);
    if (value === null) return [];
    const difference = subtractMoney(more, less);
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

/** By which factor a lever must be taken so that both cost the same; null: by none that is zero or more. */
function tieFactor(cheaper: LeverSide, dearer: LeverSide, difference: Money): number | null {
  const whole = subtractMoney(dearer.monthlyCost, cheaper.monthlyCost);
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
