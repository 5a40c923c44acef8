import type * as z from "zod";
import type { Problem } from "../base/findings/problem.ts";
import type { Resources } from "../base/units.ts";
import { DemandFile } from "./demand-file.ts";

/** A tenant's size where only totals are known. */
export interface DemandTotals {
  readonly podCount: number;
  readonly requests: Resources;
  /** The biggest single pod: it must fit on one node whatever the totals say. */
  readonly largestPod: Resources;
  /** true: nobody has said how large the largest pod is, and all are taken as equal in size. */
  readonly isEvenlySized?: boolean;
  /** The class of its volumes, where it is not the usual one. */
  readonly storageClass?: string;
}

/** Totals as a file has them, as the planner counts them. */
export function totalsOf(file: z.output<typeof DemandFile>): DemandTotals {
  return {
    podCount: file.pods,
    requests: { cpuMillicores: file.cpu, memoryBytes: file.memory, storageBytes: file.storage ?? 0 },
    ...largestPodOf(file),
    ...(file.storageClass === undefined ? {} : { storageClass: file.storageClass }),
  };
}

/** As said; or the mean pod, rounded up to a whole millicore and byte. */
function largestPodOf({ largestPod, pods, cpu, memory }: z.output<typeof DemandFile>) {
  if (largestPod !== undefined) {
    return { largestPod: { cpuMillicores: largestPod.cpu, memoryBytes: largestPod.memory, storageBytes: 0 } };
  }
  const mean = (total: number) => (pods === 0 ? 0 : Math.ceil(total / pods));
  return {
    largestPod: { cpuMillicores: mean(cpu), memoryBytes: mean(memory), storageBytes: 0 },
    isEvenlySized: true,
  };
}

/** What the fields of totals cannot know of each other. */
export function demandProblems(
  tenant: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): readonly Problem[] {
  const demand = DemandFile.safeParse(tenant["demand"]);
  if (!demand.success) return [];
  const { cpu, memory, pods, largestPod } = demand.data;
  const problem = (field: string, found: string, expected: string, fix: string): readonly Problem[] => [
    { path: [...path, "demand", field], found, expected, fix },
  ];
  if (largestPod !== undefined && (largestPod.cpu > cpu || largestPod.memory > memory)) {
    const found = "a largest pod that asks for more than the totals";
    return problem(
      "largestPod",
      found,
      "totals that contain the largest pod",
      "raise cpu and memory, lower largestPod, or leave it out",
    );
  }
  if (pods === 0 && cpu + memory > 0) {
    return problem("pods", "requests without pods", "at least one pod", "say how many pods there are");
  }
  if (largestPod !== undefined && (largestPod.cpu * pods < cpu || largestPod.memory * pods < memory)) {
    const found = `totals that ${pods} pods of the largest size do not reach`;
    return problem(
      "largestPod",
      found,
      "a largest pod of at least the mean size",
      "raise largestPod, say more pods, or leave it out",
    );
  }
  return [];
}
