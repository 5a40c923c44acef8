import { changeTenant } from "./edits.ts";
import type { FleetDraft, Scenario, TenantDraft } from "./scenario.ts";
import { plainNumber } from "./typed-text.ts";

/** What a fleet says of upgrades, as it is typed on the page: days, freezes, versions. What else a file brought stays. */

type Edit = (scenario: Scenario) => Scenario;
type Fields = Readonly<Record<string, unknown>>;

/** Fields of a tenant's upgrades that have a place on the page. */
export const TENANT_FIELDS = ["readyAfterDays", "freezes", "version"] as const;
export type TenantField = (typeof TENANT_FIELDS)[number];

/** Fields of the fleet's upgrades that have a place on the page. */
export const FLEET_FIELDS = ["everyDays", "prismCentral", "aos"] as const;
export type FleetField = (typeof FLEET_FIELDS)[number];

/** What stands in a field of a tenant. */
export function tenantText({ upgrades }: TenantDraft, field: TenantField): string {
  const value = fieldsOf(upgrades)[field];
  return field === "freezes" ? freezesText(value) : textOf(value);
}

/** What stands in a field of the fleet. */
export function fleetText(fleet: FleetDraft, field: FleetField): string {
  return textOf(fieldsOf(fleet["upgrades"])[field]);
}

export function setTenantUpgrades(tenantId: string, field: TenantField, text: string): Edit {
  return changeTenant(tenantId, (tenant, { locale }) => {
    const values = { readyAfterDays: daysIn(text, locale), freezes: freezesIn(text), version: typedIn(text) };
    return withField(tenant, field, values[field]);
  });
}

export function setFleetUpgrades(field: FleetField, text: string): Edit {
  return (scenario) => {
    const value = field === "everyDays" ? daysIn(text, scenario.locale) : typedIn(text);
    return { ...scenario, fleet: withField(scenario.fleet, field, value) };
  };
}

/** What a file says of upgrades that has no field on the page, by name. */
export function otherFields(upgrades: unknown, shown: readonly string[]): readonly string[] {
  return Object.keys(fieldsOf(upgrades)).filter((field) => !shown.includes(field));
}

/** With a field of its upgrades; undefined: without it, and without what is left empty by that. */
function withField<Draft extends Fields>(draft: Draft, field: string, value: unknown): Draft {
  const { upgrades, ...rest } = draft;
  const { [field]: _, ...others } = fieldsOf(upgrades);
  const next = value === undefined ? others : { ...others, [field]: value };
  return (Object.keys(next).length === 0 ? rest : { ...rest, upgrades: next }) as unknown as Draft;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function textOf(value: unknown): string {
  return value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}

function typedIn(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}

/** A whole number as one; anything else as it was typed, so that the planner says what is wrong with it. */
function daysIn(text: string, locale: string): string | number | undefined {
  const plain = plainNumber(text, locale);
  return /^\d+$/.test(plain) ? Number(plain) : typedIn(text);
}

const BETWEEN = / to /;

/** `2026-12-01 to 2027-01-10, 2027-07-01 to 2027-07-31`, as entries of a fleet file. */
function freezesIn(text: string): readonly Fields[] | undefined {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0) return undefined;
  return parts.map((part) => {
    const [from, ...to] = part.split(BETWEEN).map((day) => day.trim());
    // Of a single word that is no freeze the end is said to be missing.
    return to.length === 0 ? { from } : { from, to: to.join(" to ") };
  });
}

function freezesText(value: unknown): string {
  if (!Array.isArray(value)) return textOf(value);
  return value
    .map(fieldsOf)
    .map(({ from, to }) => (to === undefined ? textOf(from) : `${textOf(from)} to ${textOf(to)}`))
    .join(", ");
}
