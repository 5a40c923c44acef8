import type { Activity, Billing, KindDefinition } from "./price-kind-definition.ts";
import { type BaseUnit, hasPeriod, PERIODS, splitUnit } from "./price-units.ts";

const ANY_LABOUR = { pricedAs: "labour" } as const;
const BY_HOSTS = { coveredBy: "host" } as const;

/**
 * What can have a price in a price book. Everything that depends on the kind of a price stands in its definition or is
 * counted by its unit, so that a new definition is all that a new kind needs.
 */
export const PRICE_KINDS = {
  "infrastructure-vcpu": {
    title: "Infrastructure, vCPU",
    driver: "vcpu",
    absent: BY_HOSTS,
    billed: "by-node-size",
    units: ["vCPU"],
    size: "vcpu",
  },
  "infrastructure-memory": {
    title: "Infrastructure, memory",
    driver: "memory",
    absent: BY_HOSTS,
    billed: "by-node-size",
    units: ["GiB"],
    size: "memoryGiB",
  },
  "infrastructure-storage": {
    title: "Infrastructure, storage",
    driver: "storage",
    absent: BY_HOSTS,
    billed: "by-node-size",
    units: ["GiB"],
    size: "diskGiB",
  },
  host: {
    title: "Hosts",
    driver: "host",
    absent: "not missed",
    billed: "by-host",
    units: ["host"],
  },
  "license-starter": {
    title: "Starter licence",
    driver: "license",
    absent: "refused",
    billed: "by-licensed-vcpu",
    units: ["vCPU", "core"],
    edition: "starter",
  },
  "license-pro": {
    title: "Pro licence",
    driver: "license",
    absent: "refused",
    billed: "by-licensed-vcpu",
    units: ["vCPU", "core"],
    edition: "pro",
  },
  "license-ultimate": {
    title: "Ultimate licence",
    driver: "license",
    absent: "refused",
    billed: "by-licensed-vcpu",
    units: ["vCPU", "core"],
    edition: "ultimate",
  },
  "license-infrastructure": {
    title: "Infrastructure licence",
    driver: "infrastructure-license",
    absent: { leftOutAs: "licences of the infrastructure (NCI, AOS)" },
    billed: "by-unit",
    units: ["core", "host", "fleet"],
  },
  "guest-system": {
    title: "Guest systems",
    driver: "infrastructure-license",
    absent: { leftOutAs: "guest operating systems" },
    billed: "by-unit",
    units: ["node", "host", "fleet"],
  },
  labour: {
    title: "Labour",
    driver: "labour",
    absent: "refused",
    billed: "by-effort",
    units: ["hour"],
    activity: null,
  },
  "labour-operations": {
    title: "Labour, operations",
    driver: "labour",
    absent: ANY_LABOUR,
    billed: "by-effort",
    units: ["hour"],
    activity: "operations",
  },
  "labour-upgrades": {
    title: "Labour, upgrades",
    driver: "labour",
    absent: ANY_LABOUR,
    billed: "by-effort",
    units: ["hour"],
    activity: "upgrades",
  },
  "labour-onboarding": {
    title: "Labour, taking tenants on",
    driver: "labour",
    absent: ANY_LABOUR,
    billed: "by-effort",
    units: ["hour"],
    activity: "onboarding",
  },
  gpu: {
    title: "GPUs",
    driver: "other",
    absent: "missed where there is any",
    billed: "by-unit",
    units: ["GPU"],
  },
  power: {
    title: "Power",
    driver: "power",
    absent: { leftOutAs: "power" },
    billed: "by-unit",
    units: ["kWh"],
  },
  rack: {
    title: "Rack and cooling",
    driver: "power",
    absent: { leftOutAs: "rack and cooling" },
    billed: "by-unit",
    units: ["host"],
  },
  support: {
    title: "Support",
    driver: "support",
    absent: { leftOutAs: "vendor support" },
    billed: "by-unit",
    units: ["host", "cluster", "tenant", "vCPU", "fleet"],
  },
  backup: {
    title: "Backup",
    driver: "backup",
    absent: { leftOutAs: "backup storage" },
    billed: "by-unit",
    units: ["GiB"],
  },
  "prism-central": {
    title: "Prism Central",
    driver: "prism-central",
    absent: { leftOutAs: "Prism Central" },
    billed: "by-unit",
    units: ["VM", "host", "fleet"],
  },
  egress: {
    title: "Network egress",
    driver: "other",
    absent: { leftOutAs: "network egress" },
    billed: "by-unit",
    units: ["tenant", "cluster", "fleet"],
  },
  "second-site": {
    title: "Second site",
    driver: "other",
    absent: { leftOutAs: "a second site" },
    billed: "by-unit",
    units: ["host", "tenant", "cluster", "GiB", "fleet"],
  },
  other: {
    title: "Other",
    driver: "other",
    absent: "not missed",
    billed: "by-unit",
    units: ["host", "cluster", "tenant", "vCPU", "GiB", "node", "fleet"],
  },
  onboarding: {
    title: "Taking a tenant on",
    driver: "other",
    absent: { leftOutAs: "onboarding a tenant" },
    billed: "once-a-tenant",
    units: ["tenant"],
  },
} as const satisfies Readonly<Record<string, KindDefinition & Billing>>;

export type RateKind = keyof typeof PRICE_KINDS;
export const rateKinds = Object.keys(PRICE_KINDS) as [RateKind, ...RateKind[]];

/** The definition of a kind, with the fields that only some have. */
export function priceKindOf(kind: RateKind): KindDefinition & Billing {
  return PRICE_KINDS[kind];
}

/** The kinds that are billed in one way, with their definitions, in the table's order. */
export function kindsBilled<Way extends Billing["billed"]>(
  way: Way,
): readonly {
  readonly kind: RateKind;
  readonly definition: KindDefinition & Extract<Billing, { readonly billed: Way }>;
}[] {
  return rateKinds.flatMap((kind) => {
    const definition = priceKindOf(kind);
    return definition.billed === way
      ? [{ kind, definition: definition as KindDefinition & Extract<Billing, { readonly billed: Way }> }]
      : [];
  });
}

/** The kind that hours of an activity are priced as. */
export function labourKindOf(activity: Activity): RateKind {
  const found = kindsBilled("by-effort").find(({ definition }) => definition.activity === activity);
  if (found === undefined) throw new Error(`No kind of price is for ${activity}.`);
  return found.kind;
}

/** Whether a book may hold several items of a kind: each is added to the bill. */
export function isAdded(kind: RateKind): boolean {
  return priceKindOf(kind).billed === "by-unit";
}

/** Whether the price of another kind is for this one too. */
export function isCoveredBy(kind: RateKind, other: RateKind): boolean {
  const { absent } = priceKindOf(kind);
  return typeof absent === "object" && "coveredBy" in absent && absent.coveredBy === other;
}

/** Whether the cheapest shape of node depends on a price, and with it what exists. */
export function ranksShapes(kind: RateKind, unit: string): boolean {
  const { billed } = priceKindOf(kind);
  return billed === "by-unit"
    ? MOVES_WITH_NODES.includes(splitUnit(unit).base)
    : ["by-node-size", "by-host", "by-licensed-vcpu"].includes(billed);
}

/** Of what a plan counts by the unit: what there is more of with more or larger nodes. */
const MOVES_WITH_NODES: readonly string[] = [
  "node",
  "vCPU",
  "GPU",
  "host",
  "core",
  "kWh",
] satisfies readonly BaseUnit[];

/** The units in which a kind's price may be written, the usual one first. */
export function unitsOf(kind: RateKind): readonly string[] {
  const { billed, units } = priceKindOf(kind);
  if (billed === "once-a-tenant") return units;
  const periods = units.flatMap((base) => (hasPeriod(base) ? PERIODS.map((period) => `${base}-${period}`) : [base]));
  // A host may be bought, too.
  return billed === "by-host" ? [...periods, ...units] : periods;
}

/** The same with periods said once: `host-*` for a month, year, hour or term of one, and `host`. */
export function unitFormsOf(kind: RateKind): readonly string[] {
  return [...new Set(unitsOf(kind).map((unit) => unit.replace(/-.*$/, "-*")))];
}
