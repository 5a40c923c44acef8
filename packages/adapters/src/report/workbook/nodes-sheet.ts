import {
  extendedText,
  gibOf,
  isLicensed,
  type NodePool,
  type NodeReason,
  type PlannedFleet,
  pieceCount,
  type Rate,
  resourcesPriced,
  vcpuOf,
} from "@nkp-planner/core";
import {
  at,
  type Cell,
  column,
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

const SHEET = "Nodes";
/** Columns that say which pool a line is. */
const LABEL_COLUMNS = 2;

/** What is counted of a pool's nodes, and in which column. */
const TOTALS = { nodes: "C", vcpu: "Q", memoryGiB: "R", diskGiB: "S", licensedVcpu: "T" } as const;
export type NodeTotal = keyof typeof TOTALS;

export interface NodesPart {
  readonly sheet: WorkbookSheet;
  /** What a pool has of something, all its nodes together; undefined where there is no such pool. */
  totalOf(clusterName: string, poolName: string, what: NodeTotal): Counted | undefined;
  /** What one node of a pool has. */
  eachOf(clusterName: string, poolName: string, what: "vcpu" | "memoryGiB"): Counted | undefined;
  /** The extended resources of a pool's nodes that a rate is for. */
  piecesOf(clusterName: string, poolName: string, rate: Pick<Rate, "resource">): Counted | undefined;
  /** All nodes of the fleet. */
  sumOf(what: NodeTotal): Counted;
  /** Names of clusters beside what their pools have; null where there is no pool. */
  readonly clusterRange: string | null;
  rangeOf(what: NodeTotal): string | null;
}

/** Every pool: how many nodes, why, what they are and have, and what is requested of it. */
export function nodesPart({ clusters, context }: PlannedFleet): NodesPart {
  const pools = clusters.flatMap(({ name, pools: all }) => all.map((pool) => ({ name, pool })));
  const rows = { first: FIRST_ROW, last: FIRST_ROW + pools.length - 1 };
  const rowOf = new Map(pools.map(({ name, pool }, index) => [keyOf(name, pool.name), FIRST_ROW + index]));
  const poolOf = new Map(pools.map(({ name, pool }) => [keyOf(name, pool.name), pool]));
  const licensedEach = (pool: NodePool) => (isLicensed(pool, context.choices) ? pool.shape.vcpu : 0);
  const planned = (pool: NodePool, what: NodeTotal) => pool.nodeCount * eachIn(pool, licensedEach(pool))[what];
  const sumRow = rows.last + 1;
  const sumOf = (what: NodeTotal): Counted => ({
    formula: at(SHEET, TOTALS[what], sumRow),
    planned: pools.reduce((sum, { pool }) => sum + planned(pool, what), 0),
  });
  const total = (name: string, result: number): Cell =>
    formula(pools.length === 0 ? "0" : `SUM(${name}${rows.first}:${name}${rows.last})`, result, "sum");
  const hasExtended = pools.some(({ pool }) => pool.shape.extended !== undefined);
  const columns = hasExtended ? [...COLUMNS, ...EXTENDED_COLUMNS] : COLUMNS;
  const lines = pools.map(({ name, pool }, index) => [
    ...poolRow(name, pool, licensedEach(pool), FIRST_ROW + index),
    ...(hasExtended ? extendedCells(pool) : []),
  ]);
  const totals: Row = [
    text("Total", "sum"),
    null,
    total(TOTALS.nodes, sumOf("nodes").planned),
    ...Array.from({ length: COLUMNS.length - LABEL_COLUMNS - 1 }, (_, index): Cell | null => {
      const at = index + LABEL_COLUMNS + 1;
      const what = (Object.keys(TOTALS) as NodeTotal[]).find((one) => TOTALS[one] === LETTERS[at]);
      return what === undefined ? null : total(TOTALS[what], sumOf(what).planned);
    }),
  ];
  const find = (name: string, poolName: string) => {
    const [row, pool] = [rowOf.get(keyOf(name, poolName)), poolOf.get(keyOf(name, poolName))];
    return row === undefined || pool === undefined ? undefined : { row, pool };
  };
  return {
    sheet: tableSheet(SHEET, NOTE, columns, [...lines, totals], LABEL_COLUMNS),
    totalOf: (name, poolName, what) => {
      const found = find(name, poolName);
      return found && counted(at(SHEET, TOTALS[what], found.row), planned(found.pool, what));
    },
    eachOf: (name, poolName, what) => {
      const found = find(name, poolName);
      return found && counted(at(SHEET, what === "vcpu" ? "D" : "E", found.row), found.pool.shape[what]);
    },
    piecesOf: (name, poolName, rate) => {
      const found = find(name, poolName);
      const each = found === undefined ? 0 : pieceCount(found.pool.shape, resourcesPriced(rate, context.priceBook));
      return found && counted(`${at(SHEET, TOTALS.nodes, found.row)}*${each}`, planned(found.pool, "nodes") * each);
    },
    sumOf,
    clusterRange: column(SHEET, "A", rows),
    rangeOf: (what) => column(SHEET, TOTALS[what], rows),
  };
}

function keyOf(clusterName: string, poolName: string): string {
  return `${clusterName}/${poolName}`;
}

function eachIn({ shape }: NodePool, licensedVcpu: number): Readonly<Record<NodeTotal, number>> {
  const { vcpu, memoryGiB, diskGiB } = shape;
  return { nodes: 1, vcpu, memoryGiB, diskGiB, licensedVcpu };
}

function poolRow(clusterName: string, pool: NodePool, licensedEach: number, row: number): Row {
  const {
    name: poolName,
    nodeCount,
    shape,
    surgeNodeCount,
    allocatablePerNode: each,
    platformRequests,
    tenantRequests,
  } = pool;
  const added = (...reasons: readonly NodeReason[]) =>
    pool.steps.reduce((sum, step) => sum + (reasons.includes(step.reason) ? step.nodeCount : 0), 0);
  const [cpu, memory] = [vcpuOf(each.cpuMillicores), gibOf(each.memoryBytes)];
  const requestedCpu = vcpuOf(platformRequests.cpuMillicores + tenantRequests.cpuMillicores);
  const requestedMemory = gibOf(platformRequests.memoryBytes + tenantRequests.memoryBytes);
  const product = (name: string, value: number) => formula(`$C${row}*${name}${row}`, nodeCount * value);
  return [
    text(clusterName),
    text(poolName),
    number(nodeCount, "input"),
    number(shape.vcpu),
    number(shape.memoryGiB),
    number(shape.diskGiB),
    number(licensedEach, "input"),
    number(added("requests", "spreading", "arrival")),
    number(added("growth", "headroom")),
    number(added("failure")),
    number(added("floor", "asked", "standing", "choice")),
    number(surgeNodeCount),
    number(cpu),
    number(memory),
    number(requestedCpu),
    number(requestedMemory),
    product("D", shape.vcpu),
    product("E", shape.memoryGiB),
    product("F", shape.diskGiB),
    product("G", licensedEach),
    product("M", cpu),
    product("N", memory),
    formula(`U${row}-O${row}`, nodeCount * cpu - requestedCpu),
    formula(`V${row}-P${row}`, nodeCount * memory - requestedMemory),
  ];
}

/** GPUs and other devices by their names, where any node has one. */
function extendedCells({ shape, tenantExtended = {} }: NodePool): readonly Cell[] {
  return [text(extendedText(shape)), text(extendedText({ extended: tenantExtended }))];
}

const EXTENDED_COLUMNS = [
  ["Extended resources a node", 22],
  ["Requested of them", 22],
] as const;

const NOTE =
  "Blue cells are inputs: nodes, and licensed vCPU a node. The counts come from placing pods one by one and are not " +
  "counted again here: change one, and costs, shares and margins follow, whether the pods still fit or not.";

const COLUMNS = [
  ["Cluster", 18],
  ["Pool", 13],
  ["Nodes", 7],
  ["vCPU a node", 6],
  ["GiB a node", 6],
  ["Disk, GiB a node", 6],
  ["Licensed vCPU a node", 9],
  ["Nodes needed for pods", 8],
  ["for growth, headroom", 9],
  ["for a loss", 7],
  ["for the minimum", 8],
  ["Surge, in upgrades", 7],
  ["Allocatable vCPU a node", 10],
  ["Allocatable GiB a node", 10],
  ["Requested vCPU", 10],
  ["Requested GiB", 10],
  ["vCPU", 8],
  ["GiB", 8],
  ["Disk, GiB", 8],
  ["Licensed vCPU", 9],
  ["Allocatable vCPU", 10],
  ["Allocatable GiB", 10],
  ["Left, vCPU", 9],
  ["Left, GiB", 9],
] as const;

const LETTERS = COLUMNS.map((_, index) => columnName(index));
