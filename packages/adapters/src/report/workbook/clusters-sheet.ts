import { gibOf, type PlannedFleet } from "@nkp-planner/core";
import {
  at,
  type Cell,
  columnName,
  FIRST_ROW,
  formula,
  number,
  type Row,
  tableSheet,
  text,
  type WorkbookSheet,
} from "./cells.ts";
import { type Counted, counted } from "./counted.ts";
import type { NodesPart, NodeTotal } from "./nodes-sheet.ts";

const SHEET = "Clusters";
const LABEL_COLUMNS = 1;
const INPUTS = { clusters: "E", tenants: "F", platformClaims: "G", tenantClaims: "H" } as const;
/** Column of the first class of volumes: I. */
const FIRST_CLASS = 8;

export interface ClustersPart {
  readonly sheet: WorkbookSheet;
  /** What a cluster counts as; undefined where there is no such cluster. `tenantClaims`: of every class. */
  countOf(clusterName: string, what: keyof typeof INPUTS): Counted | undefined;
  /** Volume claims of a cluster's tenants of one class, GiB; null: of no class. */
  claimsOf(clusterName: string, storageClass: string | null): Counted | undefined;
  /** Volume claims of all clusters, GiB. */
  readonly allClaims: Counted;
  /** Nodes of all clusters. */
  readonly allNodes: string;
}

/** Every cluster: what it is, what it counts as in the bill, and what its pools have together. */
export function clustersPart({ clusters }: PlannedFleet, nodes: NodesPart): ClustersPart {
  const classes = [...new Set(clusters.flatMap(({ demand }) => demand.claims.map((one) => one.storageClass)))];
  const named = [null, ...classes.filter((one) => one !== null)];
  const rowOf = new Map(clusters.map(({ name }, index) => [name, FIRST_ROW + index]));
  const clusterOf = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const sumRow = FIRST_ROW + clusters.length;
  const classColumn = (index: number) => columnName(FIRST_CLASS + index);
  const lastClass = classColumn(named.length - 1);
  const claimsIn = (name: string, storageClass: string | null) =>
    gibOf(clusterOf.get(name)?.demand.claims.find((one) => one.storageClass === storageClass)?.claimedBytes ?? 0);
  const tenantClaimsIn = (name: string) => named.reduce((sum, one) => sum + claimsIn(name, one), 0);
  const platformClaimsIn = (name: string) => gibOf(clusterOf.get(name)?.platformClaimsBytes ?? 0);
  const plannedIn = (name: string): Readonly<Record<keyof typeof INPUTS, number>> => ({
    clusters: 1,
    tenants: clusterOf.get(name)?.tenantIds.length ?? 0,
    platformClaims: platformClaimsIn(name),
    tenantClaims: tenantClaimsIn(name),
  });
  const ofPools = (name: string, row: number, what: NodeTotal): Cell => {
    const [names, amounts] = [nodes.clusterRange, nodes.rangeOf(what)];
    const pools = clusterOf.get(name)?.pools ?? [];
    const result = pools.reduce(
      (sum, { name: poolName }) => sum + (nodes.totalOf(name, poolName, what)?.planned ?? 0),
      0,
    );
    return formula(names === null ? "0" : `SUMIF(${names},A${row},${amounts})`, result);
  };
  const lines = clusters.map(({ name, role, edition, tenantIds, managedBy }, index): Row => {
    const row = FIRST_ROW + index;
    return [
      text(name),
      text(role),
      text(edition),
      text(managedBy ?? ""),
      number(1, "input"),
      number(tenantIds.length, "input"),
      number(platformClaimsIn(name), "input"),
      formula(`SUM(${classColumn(0)}${row}:${lastClass}${row})`, tenantClaimsIn(name)),
      ...named.map((one) => number(claimsIn(name, one), "input")),
      ...POOL_TOTALS.map(([what]) => ofPools(name, row, what)),
      text(tenantIds.join(", ")),
    ];
  });
  const columns = [
    ...HEADS,
    ...named.map((one) => [`Claims of tenants of ${one === null ? "no class" : `class ${one}`}, GiB`, 12] as const),
    ...POOL_TOTALS.map(([, title]) => [title, 9] as const),
    ["Tenants in it", 40] as const,
  ];
  const summed = (index: number): Cell | null => {
    if (index < columnIndexOf(INPUTS.clusters) || index === columns.length - 1) return null;
    const results = lines.map((line) => {
      const cell = line[index];
      return cell?.kind === "number" ? cell.value : cell?.kind === "formula" ? Number(cell.result) : 0;
    });
    const name = columnName(index);
    const sum = clusters.length === 0 ? "0" : `SUM(${name}${FIRST_ROW}:${name}${sumRow - 1})`;
    return formula(
      sum,
      results.reduce((a, b) => a + b, 0),
      "sum",
    );
  };
  const totals: Row = [text("Total", "sum"), ...columns.slice(1).map((_, index) => summed(index + 1))];
  const all = clusters.reduce((sum, { name }) => sum + platformClaimsIn(name) + tenantClaimsIn(name), 0);
  return {
    sheet: tableSheet(SHEET, NOTE, columns, [...lines, totals], LABEL_COLUMNS),
    countOf: (name, what) => {
      const row = rowOf.get(name);
      return row === undefined ? undefined : counted(at(SHEET, INPUTS[what], row), plannedIn(name)[what]);
    },
    claimsOf: (name, storageClass) => {
      const [row, index] = [rowOf.get(name), named.indexOf(storageClass)];
      if (row === undefined || index < 0) return undefined;
      return counted(at(SHEET, classColumn(index), row), claimsIn(name, storageClass));
    },
    allClaims: counted(`${at(SHEET, INPUTS.platformClaims, sumRow)}+${at(SHEET, INPUTS.tenantClaims, sumRow)}`, all),
    allNodes: at(SHEET, columnName(FIRST_CLASS + named.length), sumRow),
  };
}

const POOL_TOTALS = [
  ["nodes", "Nodes"],
  ["vcpu", "vCPU"],
  ["memoryGiB", "GiB"],
  ["diskGiB", "Disk, GiB"],
  ["licensedVcpu", "Licensed vCPU"],
] as const satisfies readonly (readonly [NodeTotal, string])[];

const NOTE =
  "Blue cells are inputs: how many clusters and tenants a line is billed as, and volume claims in GiB. Nodes are " +
  "changed on Nodes, a line a pool. Nothing is placed again.";

const HEADS = [
  ["Cluster", 18],
  ["Role", 13],
  ["Edition", 9],
  ["Managed by", 14],
  ["Clusters", 8],
  ["Tenants", 8],
  ["Claims of the platform, GiB", 12],
  ["Claims of tenants, all, GiB", 12],
] as const;

function columnIndexOf(name: string): number {
  return HEADS.findIndex((_, index) => columnName(index) === name);
}
