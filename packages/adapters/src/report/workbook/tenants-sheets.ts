import {
  BYTES_PER_GIB,
  gibOf,
  type PlannedFleet,
  requestsOfTenants,
  type Split,
  sharingMethods,
  type TenantId,
  vcpuOf,
} from "@nkp-planner/core";
import { at, FIRST_ROW, formula, number, type Row, tableSheet, text, type WorkbookSheet, whole } from "./cells.ts";
import { type Counted, counted } from "./counted.ts";
import { methodIndexOf } from "./sharing-methods.ts";
import { weightUnitsOf } from "./weight-units.ts";
import { type SharingGroup, type TenantWeights, weightsPart } from "./weights-sheet.ts";

const SHEET = "Tenants";
const METHOD_ROW = 2;
const MILLICORES_PER_VCPU = 1000;
const METHOD = at(SHEET, "H", METHOD_ROW);

export interface TenantsPart {
  readonly sheet: WorkbookSheet;
  readonly weights: WorkbookSheet;
  /** By number, as sheets refer to a tenant; from 1, in the order of the fleet. */
  numberOf(tenantId: TenantId): number;
  /** In the order in which shares are computed. */
  readonly idsInOrder: readonly TenantId[];
  groupOf(split: Split): SharingGroup;
  /** What a tenant requests. */
  requestedOf(tenantId: TenantId): { readonly vcpu: Counted; readonly memoryGiB: Counted };
}

/** Who shares, and by what: what the weights of shared costs are computed from, and the weights themselves. */
export function tenantsPart(plan: PlannedFleet): TenantsPart {
  const { tenants } = plan.input;
  const requests = requestsOfTenants(plan.input, plan.clusters);
  const nodes = new Map(
    plan.clusters.flatMap(({ tenantIds, nodes: { workers } }) => tenantIds.map((id) => [id, workers] as const)),
  );
  const cpuOf = (id: TenantId) => requests.get(id)?.cpuMillicores ?? 0;
  const memoryOf = (id: TenantId) => requests.get(id)?.memoryBytes ?? 0;
  const units = weightUnitsOf(
    tenants.map(({ id }) => cpuOf(id)),
    tenants.map(({ id }) => memoryOf(id)),
    tenants.map(({ shareWeight }) => shareWeight ?? 0),
  );
  const rowOf = new Map(tenants.map(({ id }, index) => [id, FIRST_ROW + index]));
  const methodIndex = methodIndexOf(plan);
  const ofTenants = tenants.map(
    ({ id, shareWeight }): TenantWeights => ({
      id,
      row: rowOf.get(id) as number,
      cpuUnits: Math.round(cpuOf(id) / units.cpuMillicores),
      memoryUnits: Math.round(memoryOf(id) / units.memoryBytes),
      nodes: nodes.get(id) ?? 0,
      weightUnits: Math.round((shareWeight ?? 0) * units.weightScale),
    }),
  );
  const inOrder = ofTenants.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const part = weightsPart(plan, inOrder, { cell: METHOD, index: methodIndex });
  const everybody = part.groups[0] as SharingGroup;
  const cpuFactor = MILLICORES_PER_VCPU / units.cpuMillicores;
  const memoryFactor = BYTES_PER_GIB / units.memoryBytes;
  const lines = tenants.map(({ id, name, shareWeight }, index): Row => {
    const row = FIRST_ROW + index;
    const own = ofTenants[index] as TenantWeights;
    const weight = everybody.weights.get(id) ?? 0;
    return [
      number(index + 1),
      text(id),
      text(name),
      number(vcpuOf(cpuOf(id)), "input"),
      number(gibOf(memoryOf(id)), "input"),
      number(own.nodes, "input"),
      shareWeight === null ? null : number(shareWeight, "input"),
      whole(`ROUND(D${row}*${cpuFactor},0)`, own.cpuUnits),
      whole(`ROUND(E${row}*${memoryFactor},0)`, own.memoryUnits),
      whole(`ROUND(G${row}*${units.weightScale},0)`, own.weightUnits),
      whole(everybody.weightCell(id), weight),
      formula(
        `IF(${everybody.total}=0,0,K${row}/${everybody.total})`,
        everybody.totalWeight === 0 ? 0 : weight / everybody.totalWeight,
        "ratio",
      ),
    ];
  });
  const base = tableSheet(SHEET, "", COLUMNS, lines);
  const [title, , ...rest] = base.rows as [Row, Row, ...Row[]];
  const choice: Row = [
    text(NOTE, "note"),
    ...Array.from({ length: 6 }, () => null),
    number(methodIndex + 1, "input"),
    formula(
      `CHOOSE(H${METHOD_ROW},${sharingMethods.map(({ id }) => `"${id}"`).join(",")})`,
      sharingMethods[methodIndex]?.id ?? "",
    ),
  ];
  return {
    sheet: {
      ...base,
      rows: [title, choice, ...rest],
      choice: { cell: `H${METHOD_ROW}`, values: sharingMethods.map((_, index) => String(index + 1)) },
    },
    weights: part.sheet,
    numberOf: (id) => (rowOf.get(id) as number) - FIRST_ROW + 1,
    idsInOrder: inOrder.map(({ id }) => id),
    groupOf: part.groupOf,
    requestedOf: (id) => ({
      vcpu: counted(at(SHEET, "D", rowOf.get(id) as number), vcpuOf(cpuOf(id))),
      memoryGiB: counted(at(SHEET, "E", rowOf.get(id) as number), gibOf(memoryOf(id))),
    }),
  };
}

const NOTE =
  "What serves several tenants is split by: 1 by requests, 2 uniform, 3 by nodes, 4 by own weights (a blank one counts as 0).";

const COLUMNS = [
  ["No.", 6],
  ["Tenant", 24],
  ["Name", 30],
  ["Requested vCPU", 15],
  ["Requested GiB", 15],
  ["Nodes", 8],
  ["Own weight", 12],
  ["CPU units", 12],
  ["Memory units", 13],
  ["Weight units", 13],
  ["Weight", 20],
  ["Part", 9],
] as const;
