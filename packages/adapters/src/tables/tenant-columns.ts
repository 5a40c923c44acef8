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
  /** What follows a bare number in it, as Kubernetes writes it: GB and GiB differ. Empty: counts, vCPU and amounts. */
  readonly unit: "" | "m" | "Gi" | "G" | "Mi" | "M" | "Ti" | "T";
  /** What stands where the head of a price names a currency: `EUR / month`. Whether it is one, the reader knows. */
  readonly currency?: string;
}

type Unit = TenantColumn["unit"];

/** By what people call them. A head with one word more (`vCPU per pod`) says something else and is none of them. */
const NAMES: Readonly<Record<Exclude<TenantColumnId, "price">, RegExp>> = {
  name: /^((tenant|customer|client|company)( name)?|tenants|customers|clients|names?)$/,
  id: /^((tenant |customer )?id|key)$/,
  pods: /^(pods?|replicas|(pod|number) count|number pods)$/,
  vcpu: /^(v ?cpus?|cpus?|cores?|v ?cores?|cpu v?cpus?|v?cpu cores?)$/,
  memory: /^(memory|ram|mem)?$/,
  storage: /^(storage|volumes?|disks?|pvcs?|(storage|persistent) volumes?)$/,
  cadence: /^(upgrades?|(upgrade )?cadence)$/,
  growth: /^growth( rate)?( (percent|(percent )?(a|per) year|yearly|annual))?$/,
  largestVcpu: /^(largest|biggest|max) pods? (v ?cpus?|cpus?|cores?)$/,
  largestMemory: /^(largest|biggest|max) pods?( (memory|ram|mem))?$/,
  preset: /^(preset|(t shirt )?size)$/,
};

const PRICE_NOUNS = /^(price|fee|charge|revenue)$/;
const OF_A_MONTH = /^((a|per) )?month$|^(per )?mo$|^monthly$/;
/** Words of a head that change nothing of what its numbers mean. */
const FILLERS = /\b(total|requested|requests?|needed|required|in|of)\b/g;

const SIZE_UNITS: Readonly<Record<string, Unit>> = {
  gib: "Gi",
  gi: "Gi",
  gb: "G",
  mib: "Mi",
  mi: "Mi",
  mb: "M",
  tib: "Ti",
  ti: "Ti",
  tb: "T",
};
const MILLI = /( m| ?\b(millicores?|milli ?v?cpus?|mcpus?))$/;

/**
 * The column that a head names; undefined where it names none that is known.
 *
 * `Memory (GB)` → `{ id: "memory", unit: "G" }`
 */
export function tenantColumnOf(head: string): TenantColumn | undefined {
  const words = spaced(
    head
      .toLowerCase()
      .replaceAll("%", " percent ")
      .replaceAll("€", " eur ")
      .replaceAll("£", " gbp ")
      .replaceAll(/[^a-z0-9]+/g, " ")
      .replaceAll(FILLERS, " "),
  );
  return words === "" ? undefined : (sizeColumn(words) ?? cpuColumn(words) ?? plainColumn(words) ?? priceColumn(words));
}

function sizeColumn(words: string): TenantColumn | undefined {
  const units = words.split(" ").filter((word) => Object.hasOwn(SIZE_UNITS, word));
  if (units.length > 1) return undefined;
  const rest = spaced(words.replace(/\b(gib?|gb|mib?|mb|tib?|tb)\b/, " "));
  const id = (["storage", "memory", "largestMemory"] as const).find((one) => NAMES[one].test(rest));
  // "Largest pod" alone may be of vCPU.
  if (id === undefined || (id === "largestMemory" && rest === words && !/(memory|ram|mem)$/.test(rest)))
    return undefined;
  return { id, unit: SIZE_UNITS[units[0] ?? "gib"] ?? "Gi" };
}

function cpuColumn(words: string): TenantColumn | undefined {
  const rest = words.replace(MILLI, "");
  const id = rest === "" ? "vcpu" : (["vcpu", "largestVcpu"] as const).find((one) => NAMES[one].test(rest));
  return id === undefined ? undefined : { id, unit: rest === words ? "" : "m" };
}

function plainColumn(words: string): TenantColumn | undefined {
  const ids = ["name", "id", "pods", "cadence", "growth", "preset"] as const;
  const id = ids.find((one) => NAMES[one].test(words));
  return id === undefined ? undefined : { id, unit: "" };
}

/** A price a month: one of a year, or of a vCPU, would be another figure. */
function priceColumn(words: string): TenantColumn | undefined {
  const parts = words.match(/\b(a|per) \w+\b|\w+/g)?.filter((part) => part !== "agreed") ?? [];
  const others = parts.filter((part) => !OF_A_MONTH.test(part));
  const codes = others.filter((part) => !PRICE_NOUNS.test(part));
  const [code] = codes;
  // `EUR` alone may be the price of anything.
  const saysPrice = others.length > codes.length || (code !== undefined && parts.length > others.length);
  if (!saysPrice || codes.length > 1 || others.length - codes.length > 1) return undefined;
  if (code === undefined) return { id: "price", unit: "" };
  return /^[a-z]{3}$/.test(code) ? { id: "price", unit: "", currency: code.toUpperCase() } : undefined;
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
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
