import { type Problem, readQuantity, shown } from "@nkp-planner/core";
import { type CsvRow, rowsOfCsv } from "../../tables/csv-rows.ts";
import type { ReadText } from "../reader.ts";
import { type ClusterShape, type DeviceCount, NO_POOL, type PoolShape } from "./cluster-shape.ts";
import { poolsCounted, tenantsOfShapes } from "./demand-of-shapes.ts";
import { type NodeColumns, nodeColumns } from "./node-table-heads.ts";
import { shapeNotices } from "./shape-notices.ts";
import { type ShapeOptions, shapeBasis } from "./shape-options.ts";

const MOST_NODES = 100_000;
const NANO = 1_000_000_000n;
const BYTES_PER_MIB = 2n ** 20n;

interface ListedNode {
  readonly line: number;
  readonly name: string;
  readonly cpuMillicores: number;
  readonly memoryBytes: number;
  readonly gpus: readonly DeviceCount[];
}

/** A table with a row a node, as one cluster: nodes of one size and model are a pool. */
export function readNodeTable(text: string, options: ShapeOptions, stem: string): ReadText {
  const {
    rows,
    problems: unread,
    isCut,
  } = rowsOfCsv(text, MOST_NODES, ([first]) => nodeColumns(first ?? []) !== undefined);
  const [head, ...body] = rows;
  const columns = nodeColumns(head?.cells ?? []);
  if (isCut) return refused(`more than ${MOST_NODES} rows`, `at most ${MOST_NODES}`, "split the table");
  if (columns === undefined) return { data: null, problems: unread };
  if (body.length + unread.length === 0)
    return refused("no rows below the names of the columns", "a row for each node", "add the nodes");
  const problems = [...unread];
  const names = new Set<string>();
  let doubledCount = 0;
  const nodes: ListedNode[] = [];
  for (const row of body) {
    const read = nodeOfRow(row, columns);
    if (Array.isArray(read)) problems.push(...read);
    else if (read.name !== "" && names.has(read.name)) doubledCount += 1;
    else {
      names.add(read.name);
      nodes.push(read);
    }
  }
  const cluster: ClusterShape = {
    ...{ name: stem, kubernetesVersion: null, source: "node-table" as const },
    ...{ controlPlane: null, etcd: null, pools: poolsOf(nodes), failureDomains: [] },
  };
  const { counted, leftOut } = poolsCounted(cluster, options);
  const tenants = tenantsOfShapes(counted, options);
  const [first] = nodes;
  return {
    data: tenants.length === 0 ? null : tenants.map(({ tenant }) => tenant),
    clusters: [cluster],
    problems,
    notices: shapeNotices({ clusters: [cluster], counted, leftOut, ledger: null, options }),
    report: {
      entries: "nodes",
      foundCount: body.length + unread.length,
      usedCount: nodes.length,
      excluded: doubledCount === 0 ? [] : [{ count: doubledCount, reason: "that stand in it twice" }],
      unreadableCount: body.length + unread.length - nodes.length - doubledCount,
    },
    basis: shapeBasis(options),
    placeOf: () => ({ line: first?.line ?? 1, column: 1 }),
  };
}

function nodeOfRow({ line, cells }: CsvRow, columns: NodeColumns): ListedNode | Problem[] {
  const problems: Problem[] = [];
  const textOf = (column: keyof NodeColumns) => (cells[columns[column]] ?? "").trim();
  const name = textOf("name");
  const nanoOf = (column: keyof NodeColumns, what: string): bigint => {
    const read = /^\d+(\.\d+)?$/.test(textOf(column)) ? readQuantity(textOf(column)) : undefined;
    const nano = read?.ok === true ? read.quantity.nano : 0n;
    if (nano > 0n && nano < LARGEST_NANO) return nano;
    problems.push({
      path: [],
      found: `${shown(textOf(column))} as ${what} of ${name === "" ? "a node without a name" : shown(name)}`,
      expected: "a number above zero: what is not known is not 0",
      fix: "fill it in, or leave the node out with --skip-unreadable",
      line,
      column: columns[column] + 1,
    });
    return 0n;
  };
  const cpuMillicores = Number(upTo(nanoOf("cpuMilli", "CPU"), NANO));
  const memoryBytes = Number(upTo(nanoOf("memoryMiB", "memory") * BYTES_PER_MIB, NANO));
  const model = columns.model < 0 ? "" : textOf("model");
  const written = columns.gpu < 0 ? "" : textOf("gpu");
  const isNone = columns.gpu < 0 || /^0+(\.0+)?$/.test(written) || (written === "" && model === "");
  const gpuCount = isNone ? 0 : Number(upTo(nanoOf("gpu", "GPUs"), NANO));
  if (problems.length > 0) return problems;
  const gpus = gpuCount === 0 ? [] : [{ name: model === "" ? "GPU" : model, count: gpuCount }];
  return { line, name, cpuMillicores, memoryBytes, gpus };
}

/** As 8 PiB and more are of no machine. */
const LARGEST_NANO = 2n ** 33n * NANO;

function upTo(value: bigint, unit: bigint): bigint {
  return (value + unit - 1n) / unit;
}

function poolsOf(nodes: readonly ListedNode[]): readonly PoolShape[] {
  const groups = new Map<string, ListedNode[]>();
  for (const node of nodes) {
    const key = JSON.stringify([node.cpuMillicores, node.memoryBytes, node.gpus]);
    const group = groups.get(key) ?? [];
    group.push(node);
    groups.set(key, group);
  }
  return [...groups.values()].map((group, index) => {
    const [{ cpuMillicores, memoryBytes, gpus } = { cpuMillicores: null, memoryBytes: null, gpus: [] }] = group;
    return { ...NO_POOL, name: `nodes-${index + 1}`, count: group.length, cpuMillicores, memoryBytes, gpus };
  });
}

function refused(found: string, expected: string, fix: string): ReadText {
  const problem: Problem = { code: "unreadable", path: [], found, expected, fix, line: 1, column: 1 };
  return { data: null, problems: [problem] };
}
