import type { Problem } from "@nkp-planner/core";
import type { CsvRow } from "./csv-rows.ts";
import { cellsOfRow, columnOf, type RowCells, type TenantTable } from "./row-cells.ts";
import { cellParts } from "./tenant-cells.ts";
import { type TenantColumnId, tenantIdOf } from "./tenant-columns.ts";

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

/**
 * One row as a tenant, or everything that is wrong with it.
 *
 * @param taken ids given so far; the row's own is added
 */
export function tenantOfRow(
  row: CsvRow,
  table: TenantTable,
  taken: Set<string>,
): { readonly tenant?: TenantRow; readonly problems: readonly Problem[] } {
  const { textOf, numberOf, say, problems } = cellsOfRow(row, table);
  const hasSizes = columnOf(table.columns, "pods") >= 0;
  const name = textOf("name");
  if (name === "") say("name", "the name of a tenant", "name it, or remove the row");
  else if (SUM.test(name)) say("name", "a tenant, not the sum of the others", "remove the row, or rename the tenant");
  const preset = textOf("preset");
  const size = preset === "" && hasSizes ? demandOf(numberOf) : undefined;
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
  const price = numberOf("price");
  const growth = numberOf("growth");
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
function demandOf(number: RowCells["numberOf"]): TenantRow["demand"] {
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
