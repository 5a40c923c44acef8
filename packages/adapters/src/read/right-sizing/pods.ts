import type { Chosen } from "./chosen-sizes.ts";
import { type PlannedKind, plannedKind } from "./kinds.ts";
import type { Sized } from "./sized.ts";

/** Pods alike, with what one of them takes. */
export interface PodsAlike {
  readonly cluster: string;
  readonly namespace: string;
  readonly name: string;
  readonly as: PlannedKind;
  /** null: as many as there are nodes. */
  readonly podCount: number | null;
  readonly cpuMillicores: bigint;
  readonly memoryBytes: bigint;
  readonly first: Sized;
  /** Whether pods that are taken for alike are not: the largest stands for all. */
  readonly differs: boolean;
}

const NANO_PER_MILLI = 1_000_000n;
const NANO_PER_BYTE = 1_000_000_000n;

/** The containers of one pod together: those that run, or the largest that prepares them where that is more. */
export function podOf(containers: readonly Chosen[], podCount: number): PodsAlike {
  const { one: first } = containers[0] as Chosen;
  const kind = plannedKind(first.kind);
  const of = (size: (chosen: Chosen) => bigint, unit: bigint): bigint => {
    const each = (chosen: Chosen) =>
      chosen.one.isSum ? divided(size(chosen), BigInt(Math.max(1, podCount))) : size(chosen);
    const running = containers.filter(({ one }) => !one.isInit).reduce((sum, one) => sum + each(one), 0n);
    const starting = containers.filter(({ one }) => one.isInit).map(each);
    return divided(starting.reduce(larger, running), unit);
  };
  // A sum of pods of a DaemonSet does not say what one of them takes, unless it says how many they are.
  const isOfNodes = kind === "DaemonSet" && (!first.isSum || first.podCount !== null);
  return {
    ...{ cluster: first.cluster, namespace: first.namespace, name: first.workload },
    as: kind === "DaemonSet" && !isOfNodes ? "Deployment" : kind,
    podCount: isOfNodes ? null : podCount,
    cpuMillicores: of(({ cpuNano }) => cpuNano, NANO_PER_MILLI),
    memoryBytes: of(({ memoryNano }) => memoryNano, NANO_PER_BYTE),
    ...{ first, differs: false },
  };
}

/** Pods of one workload that take the same, as one; of a DaemonSet the largest stands for all. */
export function together(pods: readonly PodsAlike[]): readonly PodsAlike[] {
  const groups = new Map<string, PodsAlike>();
  for (const one of pods) {
    const size = one.podCount === null ? [] : [one.cpuMillicores, one.memoryBytes];
    const key = [one.cluster, one.namespace, one.name, one.as, ...size].join("\n");
    const other = groups.get(key);
    groups.set(key, other === undefined ? one : both(other, one));
  }
  return [...groups.values()];
}

function both(a: PodsAlike, b: PodsAlike): PodsAlike {
  return {
    ...a,
    podCount: a.podCount === null || b.podCount === null ? null : a.podCount + b.podCount,
    cpuMillicores: larger(a.cpuMillicores, b.cpuMillicores),
    memoryBytes: larger(a.memoryBytes, b.memoryBytes),
    differs: a.differs || a.cpuMillicores !== b.cpuMillicores || a.memoryBytes !== b.memoryBytes,
  };
}

function larger(a: bigint, b: bigint): bigint {
  return a < b ? b : a;
}

/** Rounded up. */
function divided(number: bigint, by: bigint): bigint {
  return (number + by - 1n) / by;
}
