import { NO_POOL, type NodeRoom, type NodeTaint, type PoolShape } from "./cluster-shape.ts";
import type { NodeFacts } from "./node-facts.ts";
import type { ShapePlaces } from "./shape-places.ts";

const BYTES_PER_GIB = 2 ** 30;

/** Nodes alike as pools: of one maker and one size, to the GiB, as nodes of one size differ by some KiB. */
export function poolsOfNodes(all: readonly NodeFacts[], unnamed: string, places: ShapePlaces): readonly PoolShape[] {
  const groups = new Map<string, NodeFacts[]>();
  for (const node of all) {
    const { pool, cpuMillicores, memoryBytes, gpus, taints, closed } = node;
    const gib = Math.round(memoryBytes / BYTES_PER_GIB);
    const key = JSON.stringify([pool, cpuMillicores, gib, gpus, taints, closed]);
    const group = groups.get(key) ?? [];
    group.push(node);
    groups.set(key, group);
  }
  const taken = new Set<string>();
  return [...groups.values()].map((group) => poolOfNodes(group, freeName(group[0]?.pool || unnamed, taken), places));
}

/** All of some nodes as one pool: a node of it has the least that any has, and what keeps pods off one keeps them off all. */
export function poolOfNodes(group: readonly NodeFacts[], name: string, places: ShapePlaces): PoolShape {
  const least = (sizeOf: (node: NodeFacts) => number | null) => {
    const values = group.map(sizeOf);
    return values.reduce(
      (lower, one) => (lower === null || one === null ? null : Math.min(lower, one)),
      values[0] ?? null,
    );
  };
  const zones = new Set(group.map(({ zone }) => zone));
  const isTold = group.every(({ allocatable }) => allocatable !== null);
  const cpuMillicores = least(({ allocatable }) => allocatable?.cpuMillicores ?? null);
  const memoryBytes = least(({ allocatable }) => allocatable?.memoryBytes ?? null);
  const allocatable: NodeRoom | null =
    cpuMillicores === null || memoryBytes === null
      ? null
      : { cpuMillicores, memoryBytes, podCount: least((node) => node.allocatable?.podCount ?? null) };
  const taints = new Map<string, NodeTaint>(
    group.flatMap((node) => node.taints.map((taint) => [JSON.stringify(taint), taint] as const)),
  );
  const pool: PoolShape = {
    ...NO_POOL,
    name,
    count: group.length,
    cpuMillicores: least((node) => node.cpuMillicores),
    memoryBytes: least((node) => node.memoryBytes),
    diskBytes: least((node) => node.diskBytes),
    gpus: group[0]?.gpus ?? [],
    failureDomain: zones.size === 1 ? (group[0]?.zone ?? null) : null,
    taints: [...taints.values()],
    closed: group.find(({ closed }) => closed !== null)?.closed ?? null,
    allocatable: isTold ? allocatable : null,
    total: {
      cpuMillicores: sumOf(group.map((node) => (node.allocatable ?? node).cpuMillicores)),
      memoryBytes: sumOf(group.map((node) => (node.allocatable ?? node).memoryBytes)),
    },
  };
  const [first] = group;
  if (first === undefined) return pool;
  const smallest = group.reduce((one, other) => (isSmaller(other, one) ? other : one));
  const tainted = group.find(({ taints }) => taints.length > 0) ?? first;
  return places.put(pool, {
    whole: { object: first.object, path: [] },
    machine: { object: smallest.object, path: ["status", "capacity"] },
    taints: { object: tainted.object, path: ["spec", "taints"] },
    labels: { object: first.object, path: ["metadata", "labels"] },
  });
}

/** Beside nodes of its pool, which differ by little. */
function isSmaller(one: NodeFacts, other: NodeFacts): boolean {
  return one.cpuMillicores === other.cpuMillicores
    ? one.memoryBytes < other.memoryBytes
    : one.cpuMillicores < other.cpuMillicores;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
  taken.add(name);
  return name;
}
