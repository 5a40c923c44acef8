/** Which columns of a spreadsheet say what of a tenant. Without imports, so that a page can know it before it loads a reader. */

export type TenantColumnId =
  | "name"
  | "id"
  | "pods"
  | "vcpu"
  | "memory"
  | "storage"
  | "cadence"
  | "price"
  | "growth"
  | "largestVcpu"
  | "largestMemory"
  | "preset";

export interface TenantColumn {
  readonly id: TenantColumnId;
  /** What a bare number in it is counted in, as Kubernetes writes it: GB and GiB differ. */
  readonly unit: "Gi" | "G" | "Mi" | "M" | "Ti" | "T";
}

/** By what people call them, the more particular first. */
const WORDS: readonly (readonly [TenantColumnId, RegExp])[] = [
  ["largestVcpu", /^(largest|biggest|max) pod (v?cpu|cores?)/],
  ["largestMemory", /^(largest|biggest|max) pod (memory|ram|gi?b)/],
  ["growth", /^growth/],
  ["cadence", /^(upgrades?|cadence|upgrade cadence)$/],
  ["price", /^(price|fee|charge|revenue)\b|^[a-z]{3} (a |per )?month$|^monthly (price|fee)/],
  ["preset", /^(preset|size|t shirt( size)?)$/],
  ["storage", /^(storage|volumes?|disk|pvc)\b/],
  ["memory", /^(memory|ram|mem|gib|gb|gi)\b/],
  ["vcpu", /^(v ?cpus?|cpus?|cores?)\b/],
  ["pods", /^(pods?|replicas|pod count)$/],
  ["name", /^(tenants?|names?|customers?|clients?|tenant name|customer name|company)$/],
  ["id", /^(id|tenant id|key)$/],
];

const UNITS: readonly (readonly [TenantColumn["unit"], RegExp])[] = [
  ["Mi", /\bmi(b)?\b/],
  ["M", /\bmb\b/],
  ["Ti", /\bti(b)?\b/],
  ["T", /\btb\b/],
  ["G", /\bgb\b/],
];

/**
 * The column that a head names; undefined where it names none that is known.
 *
 * `Memory (GB)` → `{ id: "memory", unit: "G" }`
 */
export function tenantColumnOf(head: string): TenantColumn | undefined {
  const words = head
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
  const id = WORDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (id === undefined) return undefined;
  return { id, unit: UNITS.find(([, pattern]) => pattern.test(words))?.[0] ?? "Gi" };
}

const LONGEST_ID = 40;

/** `Clinic Nord` → `clinic-nord`, as ids are written in a fleet file. */
export function tenantIdOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, LONGEST_ID)
    .replace(/-+$/, "");
  return words === "" ? "tenant" : words;
}
