import type { NanoUnits } from "@nkp-planner/core";
import type { Sized, Sizes } from "../sized.ts";
import type { Allocation } from "./allocation.ts";

const NANO = 1_000_000_000n;
const MS_PER_MINUTE = 60_000n;

/**
 * Allocations as OpenCost itself puts them together: those of pods by who makes them, those of several windows by their
 * minutes. A pod that was there for a quarter of the time is a quarter of a pod.
 *
 * 3 cores for 60 minutes and 1 core for 20: (3 × 60 + 1 × 20) ÷ 80 = 2.5 cores where one came after the other.
 */
export function averagesOf(allocations: readonly Allocation[]): readonly Sized[] {
  const groups = new Map<string, Allocation[]>();
  for (const one of allocations) {
    const isOfPod = one.pod !== "";
    const key = isOfPod
      ? ["pods", one.cluster, one.namespace, one.controllerKind, one.workload, one.container].join("\n")
      : ["sum", one.cluster, one.namespace, one.name].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups].map(([key, all]) => averageOf(all[0]?.pod === "" ? key : key.replace(/\n[^\n]*$/, ""), all));
}

function averageOf(podKey: string, all: readonly Allocation[]): Sized {
  const first = all[0] as Allocation;
  const minutesNano = [...byWindow(all).values()].reduce((sum, window) => sum + minutesOf(window), 0n);
  const average = (of: (one: Allocation) => NanoUnits | null): NanoUnits | null => {
    const values = all.map(of);
    if (values.some((one) => one === null)) return null;
    if (all.length === 1) return values[0] ?? null;
    // Without minutes nobody knows what each weighs.
    if (minutesNano === 0n || all.some((one) => one.minutesNano === 0n)) return null;
    const total = all.reduce((sum, one) => sum + (of(one) ?? 0n) * one.minutesNano, 0n);
    return (total + minutesNano - 1n) / minutesNano;
  };
  const sizes = (of: (one: Allocation) => Sizes): Sizes => ({
    cpuNano: average((one) => of(one).cpuNano),
    memoryNano: average((one) => of(one).memoryNano),
  });
  return {
    ...{ cluster: first.cluster, namespace: first.namespace, kind: first.controllerKind, workload: first.workload },
    container: first.container,
    podKey,
    podCount: first.pod === "" ? null : podCountOf(all, minutesNano),
    isSum: true,
    isInit: false,
    sizes: {
      requests: sizes(({ requests }) => requests),
      recommendation: { cpuNano: null, memoryNano: null },
      usage: sizes(({ usage }) => usage),
    },
    bounds: null,
    hint: all.find(({ hint }) => hint !== "")?.hint ?? "",
    problems: all.flatMap(({ problems }) => problems),
    entryCount: all.length,
    placeOf: () => (all.find(({ hint }) => hint !== "") ?? first).placeOf(),
  };
}

function byWindow(all: readonly Allocation[]): ReadonlyMap<number, readonly Allocation[]> {
  const windows = new Map<number, Allocation[]>();
  for (const one of all) {
    const window = windows.get(one.windowIndex);
    if (window === undefined) windows.set(one.windowIndex, [one]);
    else window.push(one);
  }
  return windows;
}

/** From the first that was there to the last, as OpenCost counts it; of one alone its own minutes. */
function minutesOf(window: readonly Allocation[]): NanoUnits {
  const longest = window.map(({ minutesNano }) => minutesNano).reduce(longer, 0n);
  const starts = window.map(({ startMs }) => startMs);
  const ends = window.map(({ endMs }) => endMs);
  const isSame = starts.every((one) => one === starts[0]) && ends.every((one) => one === ends[0]);
  if (isSame || ![...starts, ...ends].every(Number.isFinite)) return longest;
  const least = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.min(a, b));
  const most = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b));
  const span = (BigInt(Math.max(0, most(ends) - least(starts))) * NANO) / MS_PER_MINUTE;
  return longer(span, longest);
}

function longer(a: NanoUnits, b: NanoUnits): NanoUnits {
  return a < b ? b : a;
}

/** How many pods there were at a time, as a whole number. */
function podCountOf(all: readonly Allocation[], minutesNano: NanoUnits): number {
  const pods = new Map<string, NanoUnits>();
  for (const { windowIndex, pod, minutesNano: minutes } of all) {
    const key = `${windowIndex} ${pod}`;
    const before = pods.get(key) ?? 0n;
    pods.set(key, longer(minutes, before));
  }
  if (minutesNano === 0n) return new Set(all.map(({ pod }) => pod)).size;
  const total = [...pods.values()].reduce((sum, one) => sum + one, 0n);
  return Math.max(1, Number((total + minutesNano / 2n) / minutesNano));
}
