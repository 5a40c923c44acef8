import type { PlannedFleet, Split, TenantId } from "@nkp-planner/core";
import {
  at,
  type Cell,
  columnName,
  FIRST_ROW,
  number,
  type Row,
  tableSheet,
  text,
  type WorkbookSheet,
  whole,
} from "./cells.ts";
import { methodsInWorkbook, type WeightUnits } from "./sharing-methods.ts";

const SHEET = "Weights";
/** Column of the first tenant. */
const FIRST_TENANT = 2;

/** Numbers are multiplied in two limbs of 24 bits, so that no product loses a digit. */
export const LIMB = 2 ** 24;

/** What a tenant's weight is computed from: whole numbers, and its row among the tenants. */
export interface TenantWeights extends WeightUnits {
  readonly id: TenantId;
  readonly row: number;
}

/** Tenants that bear a cost together, with the cells of their weights. */
export interface SharingGroup {
  readonly title: string;
  readonly weights: ReadonlyMap<TenantId, number>;
  readonly totalWeight: number;
  weightCell(id: TenantId): string;
  readonly total: string;
  limbCells(id: TenantId): readonly [high: string, low: string];
  readonly totalLimbs: readonly [high: string, low: string];
}

export interface WeightsPart {
  readonly sheet: WorkbookSheet;
  /** The first is everybody. */
  readonly groups: readonly SharingGroup[];
  groupOf(split: Split): SharingGroup;
}

interface Method {
  readonly cell: string;
  readonly index: number;
}

/** Rows of a group, in this order. */
const ROWS = ["member", "CPU units", "memory units", "by the method", "weight", "high limb", "low limb"] as const;
const [MEMBER, CPU, MEMORY, BY_METHOD, WEIGHT, HIGH, LOW] = [0, 1, 2, 3, 4, 5, 6] as const;

/** The weights of every set of tenants that bears something together, a column a tenant in the order of their ids. */
export function weightsPart(
  { shared, oneTimeShared }: PlannedFleet,
  tenants: readonly TenantWeights[],
  method: Method,
): WeightsPart {
  const splits = [...shared, ...oneTimeShared].flatMap(({ splits: all }) => all).filter(({ basis }) => basis !== "own");
  const everybody = tenants.map(({ id }) => id);
  const members = new Map([everybody, ...splits.map(membersOf)].map((ids) => [ids.join(" "), ids]));
  const built = [...members].map(([key, ids], index) => [key, groupOf(ids, tenants, index, method)] as const);
  const groups = new Map(built.map(([key, { group }]) => [key, group]));
  return {
    sheet: tableSheet(
      SHEET,
      "Weights by which shared costs are split, once for each set of tenants that shares. Limbs are for exact products.",
      [["Shared by", 28], ["", 16], ...tenants.map(({ id }) => [id, 18] as const), ["Sum", 20]],
      built.flatMap(([, { rows }]) => rows),
      FIRST_TENANT,
    ),
    groups: [...groups.values()],
    groupOf: (split) => groups.get(membersOf(split).join(" ")) as SharingGroup,
  };
}

function membersOf({ shares }: Split): readonly TenantId[] {
  return shares.map(({ tenantId }) => tenantId);
}

function groupOf(
  ids: readonly TenantId[],
  tenants: readonly TenantWeights[],
  index: number,
  method: Method,
): { readonly group: SharingGroup; readonly rows: readonly Row[] } {
  const first = FIRST_ROW + index * ROWS.length;
  const title = ids.length === tenants.length ? "all tenants" : `${ids.length} tenants, set ${index}`;
  const sumColumn = columnName(FIRST_TENANT + tenants.length);
  const columnOf = new Map(tenants.map(({ id }, place) => [id, columnName(FIRST_TENANT + place)]));
  const isMember = new Set(ids);
  const ofMembers = tenants.filter(({ id }) => isMember.has(id));
  const sumOf = (of: (tenant: TenantWeights) => number) => ofMembers.reduce((sum, one) => sum + of(one), 0);
  const [allCpu, allMemory] = [sumOf(({ cpuUnits }) => cpuUnits), sumOf(({ memoryUnits }) => memoryUnits)];
  const chosen = methodsInWorkbook[method.index];
  const byMethod = (tenant: TenantWeights) => chosen?.weight(tenant, { cpuUnits: allCpu, memoryUnits: allMemory }) ?? 0;
  const sumByMethod = sumOf(byMethod);
  const weightOf = (tenant: TenantWeights) => (sumByMethod === 0 ? 1 : byMethod(tenant));
  const totalWeight = sumOf(weightOf);
  const sumCell = (row: number) => `$${sumColumn}$${first + row}`;
  const tenantCells = (tenant: TenantWeights): readonly Cell[] => {
    const name = columnOf.get(tenant.id) as string;
    const own = (row: number) => `${name}${first + row}`;
    const source = (from: string) => at("Tenants", from, tenant.row);
    const isIn = isMember.has(tenant.id);
    const weight = isIn ? weightOf(tenant) : 0;
    const known = (value: number) => (isIn ? value : 0);
    const cells = {
      ...{ cpu: own(CPU), memory: own(MEMORY), allCpu: sumCell(CPU), allMemory: sumCell(MEMORY) },
      ...{ nodes: source("F"), weight: source("J") },
    };
    const formulas = methodsInWorkbook.map(({ formula }) => formula(cells));
    return [
      number(known(1)),
      whole(`${own(MEMBER)}*${source("H")}`, known(tenant.cpuUnits)),
      whole(`${own(MEMBER)}*${source("I")}`, known(tenant.memoryUnits)),
      whole(`${own(MEMBER)}*CHOOSE(${method.cell},${formulas.join(",")})`, known(byMethod(tenant))),
      whole(`IF(${sumCell(BY_METHOD)}=0,${own(MEMBER)},${own(BY_METHOD)})`, weight),
      ...limbCells(own(WEIGHT), weight),
    ];
  };
  const columns = tenants.map(tenantCells);
  const sumRange = (row: number) =>
    `${columnName(FIRST_TENANT)}${first + row}:${columnName(FIRST_TENANT + tenants.length - 1)}${first + row}`;
  const sums: readonly Cell[] = [
    ...[ids.length, allCpu, allMemory, sumByMethod, totalWeight].map((result, row) =>
      whole(tenants.length === 0 ? "0" : `SUM(${sumRange(row)})`, result),
    ),
    ...limbCells(sumCell(WEIGHT), totalWeight),
  ];
  const rows = ROWS.map(
    (label, row): Row => [
      text(row === 0 ? title : ""),
      text(label),
      ...columns.map((cells) => cells[row] ?? null),
      sums[row] ?? null,
    ],
  );
  const cellOf = (id: TenantId, row: number) => at(SHEET, columnOf.get(id) as string, first + row);
  const sumAt = (row: number) => at(SHEET, sumColumn, first + row);
  const group: SharingGroup = {
    title,
    weights: new Map(ofMembers.map((tenant) => [tenant.id, weightOf(tenant)])),
    totalWeight,
    weightCell: (id) => cellOf(id, WEIGHT),
    total: sumAt(WEIGHT),
    limbCells: (id) => [cellOf(id, HIGH), cellOf(id, LOW)],
    totalLimbs: [sumAt(HIGH), sumAt(LOW)],
  };
  return { group, rows };
}

function limbCells(cell: string, value: number): readonly [Cell, Cell] {
  return [whole(`INT(${cell}/${LIMB})`, Math.floor(value / LIMB)), whole(`MOD(${cell},${LIMB})`, value % LIMB)];
}
