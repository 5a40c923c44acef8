import { type Problem, parseQuantity, shown } from "@nkp-planner/core";
import { type TenantColumn, type TenantColumnId, tenantIdOf } from "./tenant-columns.ts";
import type { CsvRow } from "./tenants-csv.ts";

/** A tenant as a fleet file has it. */
export interface TenantRow {
  readonly id: string;
  readonly name: string;
  readonly preset?: string;
  readonly demand?: {
    readonly pods: number;
    readonly cpu: string;
    readonly memory: string;
    readonly storage?: string;
    readonly largestPod?: { readonly cpu: string; readonly memory: string };
  };
  readonly upgradeCadence: "fleet" | "own";
  readonly growthPercentPerYear?: number;
  readonly price?: { readonly monthly: string };
}

interface Ways {
  readonly hasDecimalComma: boolean;
  /** Ids given so far; the row's own is added. */
  readonly taken: Set<string>;
}

/** One row as a tenant, or everything that is wrong with it. */
export function tenantOfRow(
  { line, cells }: CsvRow,
  columns: readonly (TenantColumn | undefined)[],
  heads: readonly string[],
  { hasDecimalComma, taken }: Ways,
): { readonly tenant?: TenantRow; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const indexOf = (id: TenantColumnId) => columns.findIndex((column) => column?.id === id);
  const textOf = (id: TenantColumnId) => (cells[indexOf(id)] ?? "").trim();
  const say = (id: TenantColumnId, expected: string, fix: string) => {
    const text = textOf(id);
    const found = text === "" ? "nothing" : shown(text);
    problems.push({ path: [heads[indexOf(id)] ?? id], found, expected, fix, line, column: indexOf(id) + 1 });
  };
  const number = (id: TenantColumnId, expected: string, example: string, isOptional = false): string | undefined => {
    const plain = plainNumber(textOf(id), hasDecimalComma);
    if (indexOf(id) < 0 || (plain === "" && isOptional)) return undefined;
    if (!/^\d{1,15}(\.\d{1,9})?$/.test(plain)) say(id, expected, `write for example ${example}`);
    return plain;
  };
  const size = (id: TenantColumnId, isOptional = false): string | undefined => {
    const plain = plainNumber(textOf(id), hasDecimalComma).replaceAll(/\s/g, "");
    if (indexOf(id) < 0 || (plain === "" && isOptional)) return undefined;
    const unit = id === "vcpu" || id === "largestVcpu" ? "" : (columns[indexOf(id)]?.unit ?? "");
    const quantity = /^\d+(\.\d+)?$/.test(plain) ? `${plain}${unit}` : plain.replace(/B$/, "");
    const isQuantity = (parseQuantity(quantity) ?? -1n) >= 0n;
    if (!isQuantity)
      say(
        id,
        unit === "" ? "a number of vCPU" : `a size such as 96 or 96Gi`,
        `write for example ${unit === "" ? "24" : "96"}`,
      );
    return quantity;
  };

  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    const expected = `${columns.length}, as the first row has`;
    problems.push({
      path: [],
      found: `${cells.length} cells`,
      expected,
      fix: "quote cells that hold the separator",
      line,
      column: columns.length + 1,
    });
  }
  const name = textOf("name");
  if (name === "") say("name", "the name of a tenant", "name it, or remove the row");
  const preset = textOf("preset");
  const pods = preset === "" ? number("pods", "a whole number of pods", "24") : undefined;
  if (pods !== undefined && /\./.test(pods)) say("pods", "a whole number of pods", "write for example 24");
  const [cpu, memory] = preset === "" ? [size("vcpu"), size("memory")] : [];
  const storage = size("storage", true);
  const [largestCpu, largestMemory] = [size("largestVcpu", true), size("largestMemory", true)];
  const price = number("price", "an amount a month", "4200.00", true);
  const growth = number("growth", "percent a year", "15", true);
  const given = textOf("id");
  if (given !== "" && taken.has(given)) say("id", "an id of its own", "give this tenant another id");
  if (problems.length > 0) return { problems };

  const id = freeId(given === "" ? tenantIdOf(name) : given, taken);
  const demand = {
    pods: Number(pods ?? 0),
    cpu: cpu ?? "0",
    memory: memory ?? "0",
    ...(storage === undefined ? {} : { storage }),
    ...(largestCpu === undefined || largestMemory === undefined
      ? {}
      : { largestPod: { cpu: largestCpu, memory: largestMemory } }),
  };
  return {
    problems,
    tenant: {
      id,
      name,
      ...(preset === "" ? { demand } : { preset: preset.toUpperCase() }),
      upgradeCadence: /^own/i.test(textOf("cadence")) ? "own" : "fleet",
      ...(growth === undefined ? {} : { growthPercentPerYear: Number(growth) }),
      ...(price === undefined ? {} : { price: { monthly: price } }),
    },
  };
}

/** Without grouping, with a point: `1.234,5` or `1,234.5` → `1234.5`, by which of the two the decimal sign is. */
function plainNumber(text: string, hasDecimalComma: boolean): string {
  const bare = text.replace(/^[A-Z]{3}\s|[€$£]\s?/g, "").trim();
  // `3,500` may be three and a half there: left as it is, it is refused as no number.
  if (hasDecimalComma && /^\d{1,3},\d{3}$/.test(bare)) return bare;
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return bare.replaceAll(",", "");
  if (hasDecimalComma && /^\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return bare.replaceAll(".", "").replace(",", ".");
  return hasDecimalComma && /^\d+,\d+$/.test(bare) ? bare.replace(",", ".") : bare;
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}
