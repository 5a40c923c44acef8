import { type Problem, shown } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import { type DecimalSign, plainNumber } from "./numbers.ts";
import { cellParts } from "./tenant-cells.ts";
import { type TenantColumn, type TenantColumnId, tenantIdOf } from "./tenant-columns.ts";

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

/** What holds for all rows of a table. */
export interface TenantTable {
  readonly heads: readonly string[];
  readonly columns: readonly (TenantColumn | undefined)[];
  readonly sign: DecimalSign;
  /** The prices' own; undefined where nobody said. */
  readonly currency: string | undefined;
}

const WANTED: Readonly<Partial<Record<TenantColumnId, readonly [expected: string, fix: string]>>> = {
  pods: ["a whole number of pods", "write for example 24"],
  vcpu: ["a number of vCPU", "write for example 3.5, or 500m"],
  largestVcpu: ["a number of vCPU", "write for example 0.5, or 500m"],
  memory: ["a size such as 96 or 96Gi", "write for example 96"],
  largestMemory: ["a size such as 2 or 2Gi", "write for example 2"],
  storage: ["a size such as 200 or 200Gi", "write for example 200"],
  price: ["an amount a month", "write for example 4200.00"],
  growth: ["percent a year", "write for example 15"],
};

export function isNumeric(id: TenantColumnId): boolean {
  return WANTED[id] !== undefined;
}

/**
 * One row as a tenant, or everything that is wrong with it.
 *
 * @param taken ids given so far; the row's own is added
 */
export function tenantOfRow(
  { line, cells }: CsvRow,
  table: TenantTable,
  taken: Set<string>,
): { readonly tenant?: TenantRow; readonly problems: readonly Problem[] } {
  const { heads, columns, sign } = table;
  const problems: Problem[] = [];
  const textOf = (id: TenantColumnId) => (cells[columnOf(columns, id)] ?? "").trim();
  const say = (id: TenantColumnId, expected: string, fix: string, found = textOf(id)) => {
    const at = Math.max(0, columnOf(columns, id));
    const what = found === "" ? "nothing" : shown(found);
    problems.push({ path: [heads[at] ?? id], found: what, expected, fix, line, column: at + 1 });
  };
  const number = (id: TenantColumnId, isNeeded = false): string | undefined => {
    const column = columns[columnOf(columns, id)];
    const parts = column === undefined ? null : cellParts(textOf(id), column);
    const [expected, fix] = WANTED[id] ?? ["", ""];
    if (parts === null) {
      if (isNeeded) say(id, expected, fix);
      return undefined;
    }
    if (parts.currency !== undefined && table.currency !== undefined && parts.currency !== table.currency)
      say(id, `an amount in ${table.currency}`, `convert it to ${table.currency}`);
    const plain = plainNumber(parts.number, id === "pods" ? null : sign);
    // A count has no fraction: with two readings it is the whole one that is meant.
    if (plain.is === "ambiguous" && id === "pods") return plain.readings.find((one) => !one.includes("."));
    if (plain.is === "ambiguous")
      say(
        id,
        "a number that can be read in one way only",
        `write ${plain.readings.map((one) => (one.includes(".") ? `${one}0` : one)).join(" or ")}`,
      );
    else if (plain.is === "none" || (id === "pods" && plain.text.includes("."))) say(id, expected, fix);
    return plain.is === "number" ? `${plain.text}${parts.unit}` : undefined;
  };

  if (cells.slice(columns.length).some((cell) => cell.trim() !== "")) {
    const expected = `${columns.length}, as the row of names has`;
    const fix = "quote cells that hold the separator";
    problems.push({ path: [], found: `${cells.length} cells`, expected, fix, line, column: columns.length + 1 });
  }
  const name = textOf("name");
  if (name === "") say("name", "the name of a tenant", "name it, or remove the row");
  else if (SUM.test(name)) say("name", "a tenant, not the sum of the others", "remove the row, or rename the tenant");
  const preset = textOf("preset");
  const hasSizes = columnOf(columns, "pods") >= 0;
  const size = preset === "" && hasSizes ? demandOf(number) : undefined;
  if (preset === "" && !hasSizes) say("preset", "a preset: the table has no sizes", "write for example M");
  if (preset !== "" && SIZES.some((id) => cellParts(textOf(id), { id, unit: "" }) !== null))
    say("preset", "a preset, or sizes of the tenant's own", "leave one of the two empty");
  const [largestVcpu, largestMemory] = [textOf("largestVcpu"), textOf("largestMemory")];
  if (preset === "" && (largestVcpu === "") !== (largestMemory === ""))
    say(
      largestVcpu === "" ? "largestVcpu" : "largestMemory",
      "vCPU and memory of the largest pod",
      "give both or none",
    );
  const price = number("price");
  const growth = number("growth");
  const cadence = CADENCES[textOf("cadence").toLowerCase()];
  if (cadence === undefined) say("cadence", "fleet, or own for a pace of its own", "write fleet or own");
  const given = textOf("id");
  if (given !== "" && taken.has(given)) say("id", "an id of its own", "give this tenant another id");
  if (problems.length > 0 || cadence === undefined) return { problems };
  return {
    problems,
    tenant: {
      id: freeId(given === "" ? tenantIdOf(name) : given, taken),
      name,
      ...(size === undefined ? { preset: preset.toUpperCase() } : { demand: size }),
      upgradeCadence: cadence,
      ...(growth === undefined ? {} : { growthPercentPerYear: Number(growth) }),
      ...(price === undefined ? {} : { price: { monthly: price } }),
    },
  };
}

export function columnOf(columns: TenantTable["columns"], id: TenantColumnId): number {
  return columns.findIndex((column) => column?.id === id);
}

const SUM = /^(grand )?(total|sum)s?:?$/i;
const SIZES: readonly TenantColumnId[] = ["pods", "vcpu", "memory", "storage", "largestVcpu", "largestMemory"];
const CADENCES: Readonly<Record<string, TenantRow["upgradeCadence"]>> = Object.assign(Object.create(null), {
  "": "fleet",
  fleet: "fleet",
  "with fleet": "fleet",
  own: "own",
  "own pace": "own",
  "own cadence": "own",
});

/** The totals that a row states; of what it does not, the problem is said. */
function demandOf(number: (id: TenantColumnId, isNeeded?: boolean) => string | undefined): TenantRow["demand"] {
  const [pods = "0", cpu = "0", memory = "0"] = [number("pods", true), number("vcpu", true), number("memory", true)];
  const storage = number("storage");
  const [largestCpu, largestMemory] = [number("largestVcpu"), number("largestMemory")];
  const hasLargest = largestCpu !== undefined && largestMemory !== undefined;
  return {
    pods: Number(pods),
    cpu,
    memory,
    ...(storage === undefined ? {} : { storage }),
    ...(hasLargest ? { largestPod: { cpu: largestCpu, memory: largestMemory } } : {}),
  };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}
