import { addMonths } from "../base/dates.ts";
import { InputError } from "../base/findings/input-error.ts";
import { shown } from "../base/shown.ts";
import { MONTHS_PER_YEAR } from "../base/units.ts";
import { demandOf } from "../demand/demand.ts";
import type { Tenant, TenantId } from "../input/fleet.ts";
import { isUnderContract } from "../input/fleet-of-day.ts";
import type { ForecastMonth } from "./fleet-in-month.ts";
import type { TenantRates } from "./rates-given.ts";

/** Everybody who is a tenant in any month, each with the days on which it comes and leaves. */
export interface TenantsOverTime {
  readonly tenants: readonly Tenant[];
  /** Who leaves by the rate, in that order. */
  readonly leaving: readonly Tenant[];
  /** Who comes by the rate, in that order. */
  readonly coming: readonly Tenant[];
  /** Whose size those who come have; null where nobody does. */
  readonly pattern: Tenant | null;
  /** In which month each of them is there for the first time; it grows from then on. */
  readonly arrivals: ReadonlyMap<TenantId, number>;
}

const PERCENT = 100;
/** What a sum of parts may lack of a whole one, because a double holds it as a little less. */
const TOLERANCE = 1e-9;

/**
 * Plays rates out, without chance. Each month its part of the newcomers of a year is added up, and of those whom nothing
 * binds the part that leaves in a month, 1 − (1 − churn)^(1 ÷ 12); whenever a sum comes to a whole one, a tenant comes or
 * leaves with the next month. Those who leave are spread evenly over the sizes; those who come are as large as the median.
 *
 * Six a year: one in months 3, 5, 7 …; 12 % a year of 50: 0.53 a month, the first in month 3.
 * @throws InputError where tenants are to come and the first month has none to take a size from
 */
export function tenantsOverTime(
  given: readonly Tenant[],
  months: readonly ForecastMonth[],
  rates: TenantRates,
): TenantsOverTime {
  const pattern = rates.newTenantsPerYear === 0 ? null : patternOf(given, months, rates);
  const monthlyRatio = 1 - (1 - rates.churnPercentPerYear / PERCENT) ** (1 / MONTHS_PER_YEAR);
  const taken = new Set(given.map(({ id }) => id));
  const coming: Tenant[] = [];
  const arrivals = new Map<TenantId, number>();
  const untilOf = new Map<TenantId, Tenant>();
  let leaverCount = 0;
  let before: readonly Tenant[] = [];
  for (const month of months) {
    leaverCount += before.length * monthlyRatio;
    const isDue = () => untilOf.size + 1 <= leaverCount + TOLERANCE;
    const left = isDue() ? [...bySize(before)] : [];
    while (isDue() && left.length > 0) {
      const [leaver] = left.splice(Math.floor(spread(untilOf.size + 1) * left.length), 1) as [Tenant];
      untilOf.set(leaver.id, { ...leaver, contract: { ...leaver.contract, until: month.firstDay } });
    }
    const due = Math.floor((rates.newTenantsPerYear * (month.monthNumber - 1)) / MONTHS_PER_YEAR + TOLERANCE);
    while (pattern !== null && coming.length < due) {
      const newcomer = alike(pattern, coming.length + 1, month, taken);
      coming.push(newcomer);
      arrivals.set(newcomer.id, month.monthNumber);
    }
    before = [...given, ...coming].filter((tenant) => !untilOf.has(tenant.id) && isFree(tenant, month));
  }
  const leaving = [...untilOf.values()];
  return {
    tenants: [...given, ...coming].map((one) => untilOf.get(one.id) ?? one),
    leaving,
    coming,
    pattern,
    arrivals,
  };
}

/** Whether nothing keeps a tenant that is there: no end of its contract that is known, and no term that runs. */
function isFree(tenant: Tenant, { firstDay }: ForecastMonth): boolean {
  const { from, until, termMonths } = tenant.contract;
  const isBound = from !== null && termMonths !== null && firstDay < addMonths(from, termMonths);
  return until === null && !isBound && isUnderContract(tenant, firstDay);
}

/** The tenant of the first month that half of the others are no larger than. */
function patternOf(
  given: readonly Tenant[],
  months: readonly ForecastMonth[],
  { newTenantsPerYear }: TenantRates,
): Tenant {
  const [first] = months;
  const there = bySize(given.filter((tenant) => first !== undefined && isUnderContract(tenant, first.firstDay)));
  const median = there[Math.floor((there.length - 1) / 2)];
  if (median !== undefined) return median;
  const expected = "a tenant under contract in the first month, whose size those who come can have";
  const fix = "add one to the fleet, or begin later";
  throw new InputError("forecast", [
    { path: ["new-tenants-per-year"], found: shown(newTenantsPerYear), expected, fix },
  ]);
}

/** From the smallest requested CPU on, then memory, then id, so that the order of a file changes nothing. */
function bySize(tenants: readonly Tenant[]): readonly Tenant[] {
  const sized = tenants.map((tenant) => ({ tenant, requests: demandOf(tenant).requests }));
  sized.sort(
    (a, b) =>
      a.requests.cpuMillicores - b.requests.cpuMillicores ||
      a.requests.memoryBytes - b.requests.memoryBytes ||
      (a.tenant.id < b.tenant.id ? -1 : 1),
  );
  return sized.map(({ tenant }) => tenant);
}

/** 1/2, 1/4, 3/4, 1/8, 5/8 …: places from 0 to 1 that are spread evenly, however many are taken. */
function spread(index: number): number {
  let [place, part] = [0, 1];
  for (let rest = index; rest > 0; rest = Math.floor(rest / 2)) {
    part /= 2;
    place += (rest % 2) * part;
  }
  return place;
}

/** A tenant like another, from a month on, under an id that nobody has. */
function alike(pattern: Tenant, number: number, { firstDay }: ForecastMonth, taken: ReadonlySet<TenantId>): Tenant {
  let id = `new-${number}`;
  while (taken.has(id)) id = `${id}-more`;
  const contract = { ...pattern.contract, from: firstDay, until: null };
  return { ...pattern, id, name: `New tenant ${number}`, contract };
}
