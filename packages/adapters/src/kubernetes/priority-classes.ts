import type { PodGroup } from "@nkp-planner/core";

/** A class, and whether a cluster has it anyway. */
interface PriorityClass {
  readonly name: string;
  readonly value: number;
  readonly isBuiltIn: boolean;
}

/** Highest first. */
const BUILT_IN: readonly PriorityClass[] = [
  { name: "system-node-critical", value: 2_000_001_000, isBuiltIn: true },
  { name: "system-cluster-critical", value: 2_000_000_000, isBuiltIn: true },
];

/**
 * What lies above is the system's.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass
 */
const HIGHEST_OF_USERS = 1_000_000_000;

/** The class of a priority, or of the next lower one that can be had; undefined where pods need none. */
function classOf(priority: number): PriorityClass | undefined {
  if (priority === 0) return undefined;
  const builtIn = BUILT_IN.find(({ value }) => priority >= value);
  if (builtIn !== undefined) return builtIn;
  const value = Math.min(priority, HIGHEST_OF_USERS);
  return { name: `nkp-planner-${value < 0 ? `minus-${-value}` : value}`, value, isBuiltIn: false };
}

export function priorityClassName(priority: number): string | undefined {
  return classOf(priority)?.name;
}

/** The classes that the groups need and a cluster does not have, lowest first. */
export function priorityClassObjects(groups: readonly PodGroup[]): readonly object[] {
  const classes = new Map(
    groups.flatMap(({ priority }) => {
      const found = classOf(priority);
      return found === undefined || found.isBuiltIn ? [] : [[found.name, found] as const];
    }),
  );
  return [...classes.values()]
    .sort((a, b) => a.value - b.value)
    .map(({ name, value }) => ({
      apiVersion: "scheduling.k8s.io/v1",
      kind: "PriorityClass",
      metadata: { name },
      value,
    }));
}
