import { MONTHS_PER_YEAR } from "../base/units.ts";

/** What one unit of a price is, and what a plan counts of it where an item is billed by its unit. */
export const PRICE_UNITS = {
  vCPU: "vCPU of nodes that need a licence",
  core: "cores: of all hosts, spare ones included; of an NKP licence those that cover the licensed vCPU",
  GiB: "GiB of tenants' volume claims",
  host: "hosts, spare ones included",
  hour: "hours of work",
  kWh: "what all hosts draw",
  VM: "VMs of Prism Central",
  cluster: "clusters",
  node: "nodes",
  GPU: "GPUs and other extended resources of nodes",
  tenant: "tenants",
  fleet: "the fleet, once",
} as const;
export type BaseUnit = keyof typeof PRICE_UNITS;

/** Units by which an item of any such kind can be billed; `costs/unit-costs.ts` counts them. */
export type CountedUnit = Exclude<BaseUnit, "hour">;

/** Units that are used up: their price has no period. */
const WITHOUT_PERIOD: readonly BaseUnit[] = ["hour", "kWh"];

export type Period = "hour" | "month" | "year" | "term";
export const PERIODS: readonly Period[] = ["month", "year", "hour", "term"];

/** Whether its price is for a time. */
export function hasPeriod(unit: BaseUnit): boolean {
  return !WITHOUT_PERIOD.includes(unit);
}

/** `vCPU-year` → vCPU a year; `hour` → hours, as many as are worked in a month; `host` → bought, not rented. */
export function splitUnit(unit: string): { readonly base: BaseUnit; readonly period: Period | null } {
  const [base, period] = unit.split("-") as [BaseUnit, Period?];
  return { base, period: period ?? null };
}

/** How many months a period has; an hour's is a month ÷ hours a month. */
export function monthsOf(period: Period, termMonths: number | undefined, hoursPerMonth: number): number {
  const months = { hour: 1 / hoursPerMonth, month: 1, year: MONTHS_PER_YEAR, term: termMonths ?? 1 };
  return months[period];
}
