import { MONTHS_PER_YEAR } from "../units.ts";

/** What can have a price in a price book, and what one unit of it is. */
export const RATE_KINDS = {
  "infrastructure-vcpu": ["vCPU"],
  "infrastructure-memory": ["GiB"],
  "infrastructure-storage": ["GiB"],
  host: ["host"],
  "license-starter": ["vCPU", "core"],
  "license-pro": ["vCPU", "core"],
  "license-ultimate": ["vCPU", "core"],
  labour: ["hour"],
  "labour-operations": ["hour"],
  "labour-upgrades": ["hour"],
  "labour-onboarding": ["hour"],
  power: ["kWh"],
  rack: ["host"],
  support: ["host", "cluster", "tenant", "vCPU", "fleet"],
  backup: ["GiB"],
  "prism-central": ["VM", "host", "fleet"],
  other: ["host", "cluster", "tenant", "vCPU", "GiB", "node", "fleet"],
  onboarding: ["tenant"],
} as const satisfies Readonly<Record<string, readonly BaseUnit[]>>;

export type BaseUnit =
  | "vCPU"
  | "core"
  | "GiB"
  | "host"
  | "hour"
  | "kWh"
  | "VM"
  | "cluster"
  | "node"
  | "tenant"
  | "fleet";
export type RateKind = keyof typeof RATE_KINDS;
export const rateKinds = Object.keys(RATE_KINDS) as [RateKind, ...RateKind[]];

/** Kinds of which a book may hold several items: each is added to the bill. */
const ADDED_KINDS: readonly RateKind[] = ["power", "rack", "support", "backup", "prism-central", "other"];

export function isAdded(kind: RateKind): boolean {
  return ADDED_KINDS.includes(kind);
}

/** Units that are used up, or bought once: their price has no period. */
const WITHOUT_PERIOD: readonly BaseUnit[] = ["hour", "kWh"];

export type Period = "hour" | "month" | "year" | "term";
const PERIODS: readonly Period[] = ["month", "year", "hour", "term"];

/** The units in which a kind's price may be written, the usual one first. */
export function unitsOf(kind: RateKind): readonly string[] {
  const bases: readonly BaseUnit[] = RATE_KINDS[kind];
  if (kind === "onboarding") return bases;
  const periods = bases.flatMap((base) =>
    WITHOUT_PERIOD.includes(base) ? [base] : PERIODS.map((period) => `${base}-${period}`),
  );
  return kind === "host" ? [...periods, ...bases] : periods;
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
