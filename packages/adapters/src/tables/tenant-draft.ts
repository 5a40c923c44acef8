/** A tenant as a fleet file has it, before the planner has checked it: a field may hold anything that can be typed. */
export interface TenantDraft {
  readonly id: string;
  readonly name?: string;
  readonly demand?: TotalsDraft;
  readonly workloads?: readonly WorkloadDraft[];
  readonly preset?: string;
  readonly applications?: readonly ApplicationDraft[];
  readonly upgradeCadence?: string;
  readonly growthPercentPerYear?: Typed;
  /** Without `illustrative` it is the user's. */
  readonly price?: { readonly monthly: Typed; readonly illustrative?: boolean };
  readonly [field: string]: unknown;
}

export type Typed = string | number;

export interface RequestsDraft {
  readonly cpu: Typed;
  readonly memory: Typed;
}

export interface TotalsDraft extends RequestsDraft {
  readonly pods: Typed;
  readonly storage?: Typed;
  /** Left out: all pods are taken as equal in size. */
  readonly largestPod?: RequestsDraft;
}

export interface WorkloadDraft {
  readonly name: string;
  readonly replicas?: Typed;
  readonly requests: RequestsDraft;
  readonly storagePerReplica?: Typed;
  readonly [field: string]: unknown;
}

export interface ApplicationDraft {
  readonly application: string;
  readonly count?: Typed;
  readonly [field: string]: unknown;
}

export const NO_TOTALS: TotalsDraft = { pods: 0, cpu: "0", memory: "0" };

/** A tenant that asks for nothing yet, and whose price nobody has said. */
export function newTenant(id: string, name = ""): TenantDraft {
  return { id, name, demand: NO_TOTALS, upgradeCadence: "fleet" };
}

type Fields = Readonly<Record<string, unknown>>;

/** What stands at a path, `price.monthly`; undefined where nothing does that could be typed. */
export function valueAt(tenant: TenantDraft, path: string): Typed | undefined {
  const value = path.split(".").reduce<unknown>((within, step) => fieldsOf(within)[step], tenant);
  return typeof value === "string" || typeof value === "number" ? value : undefined;
}

/** The tenant with another value at a path; undefined: without it, and without what is left empty by that. */
export function withValueAt(tenant: TenantDraft, path: string, value: Typed | undefined): TenantDraft {
  return changed(tenant, path.split("."), value) as unknown as TenantDraft;
}

function changed(fields: Fields, [step = "", ...deeper]: readonly string[], value: Typed | undefined): Fields {
  const { [step]: there, ...others } = fields;
  if (deeper.length === 0) return value === undefined ? others : { ...fields, [step]: value };
  const within = changed(fieldsOf(there), deeper, value);
  return Object.keys(within).length === 0 ? others : { ...fields, [step]: within };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

const LONGEST_ID = 40;

/** `Clinic Nord` → `clinic-nord`, as ids are written in a fleet file. */
export function tenantIdOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, LONGEST_ID)
    .replace(/-+$/, "");
  return words === "" ? "tenant" : words;
}

/** The id wanted, or `kite-2` where it is taken. What is given is added to those taken. */
export function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}
