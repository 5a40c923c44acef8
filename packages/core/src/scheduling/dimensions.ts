import type { PodGroup } from "../input/pod-group.ts";
import type { Bound } from "./bound.ts";
import type { Allocatable } from "./node.ts";

/** Something of which a node has so much, and a pod asks for so much. */
export interface Dimension {
  readonly bound: Bound;
  readonly free: (node: Allocatable) => number;
  readonly ask: (group: PodGroup) => number;
}

const EVERY_NODE: readonly Dimension[] = [
  { bound: "cpu", free: (node) => node.cpuMillicores, ask: ({ requests }) => requests.cpuMillicores ?? 0 },
  { bound: "memory", free: (node) => node.memoryBytes, ask: ({ requests }) => requests.memoryBytes ?? 0 },
  {
    bound: "ephemeral-storage",
    free: (node) => node.ephemeralStorageBytes ?? 0,
    ask: ({ requests }) => requests.ephemeralStorageBytes ?? 0,
  },
  { bound: "pods", free: (node) => node.podCount, ask: () => 1 },
];

/** What pods ask for of nodes: CPU, memory, ephemeral storage, their number, and extended resources that any asks for. */
export function dimensionsOf(groups: readonly PodGroup[]): readonly Dimension[] {
  const names = new Set(groups.flatMap(({ requests }) => Object.keys(requests.extended ?? {})));
  if (names.size === 0) return EVERY_NODE;
  const extended = [...names].map(
    (name): Dimension => ({
      bound: "extended-resource",
      free: (node) => node.extended?.[name] ?? 0,
      ask: ({ requests }) => requests.extended?.[name] ?? 0,
    }),
  );
  return [...EVERY_NODE, ...extended];
}

/** What a node has left beside one pod of each of these groups. */
export function lessOneOfEach(node: Allocatable, daemons: readonly PodGroup[]): Allocatable {
  const sum = (of: (group: PodGroup) => number) => daemons.reduce((total, group) => total + of(group), 0);
  const extended = Object.entries(node.extended ?? {}).map(([name, quantity]) => [
    name,
    quantity - sum(({ requests }) => requests.extended?.[name] ?? 0),
  ]);
  return {
    cpuMillicores: node.cpuMillicores - sum(({ requests }) => requests.cpuMillicores ?? 0),
    memoryBytes: node.memoryBytes - sum(({ requests }) => requests.memoryBytes ?? 0),
    podCount: node.podCount - daemons.length,
    ephemeralStorageBytes:
      (node.ephemeralStorageBytes ?? 0) - sum(({ requests }) => requests.ephemeralStorageBytes ?? 0),
    ...(extended.length === 0 ? {} : { extended: Object.fromEntries(extended) }),
  };
}
