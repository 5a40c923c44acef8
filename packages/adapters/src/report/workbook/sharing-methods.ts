import { choiceOf, InputError, type PlannedFleet, type SharingMethodId, sharingMethods } from "@nkp-planner/core";

/** What a tenant's weight is computed from, in whole numbers. */
export interface WeightUnits {
  readonly cpuUnits: number;
  readonly memoryUnits: number;
  readonly nodes: number;
  readonly weightUnits: number;
}

/** The same as cells, with the sums of those who share. */
export interface WeightCells {
  readonly cpu: string;
  readonly memory: string;
  readonly allCpu: string;
  readonly allMemory: string;
  readonly nodes: string;
  readonly weight: string;
}

interface MethodInWorkbook {
  weight(tenant: WeightUnits, all: Pick<WeightUnits, "cpuUnits" | "memoryUnits">): number;
  formula(cells: WeightCells): string;
}

/** How each method of sharing weighs a tenant: the number, and the formula that comes to it. */
const METHODS: Readonly<Record<SharingMethodId, MethodInWorkbook>> = {
  "by-requests": {
    weight: ({ cpuUnits, memoryUnits }, all) =>
      cpuUnits * Math.max(1, all.memoryUnits) + memoryUnits * Math.max(1, all.cpuUnits),
    formula: ({ cpu, memory, allCpu, allMemory }) => `${cpu}*MAX(1,${allMemory})+${memory}*MAX(1,${allCpu})`,
  },
  uniform: { weight: () => 1, formula: () => "1" },
  "by-nodes": { weight: ({ nodes }) => nodes, formula: ({ nodes }) => nodes },
  "by-weights": { weight: ({ weightUnits }) => weightUnits, formula: ({ weight }) => weight },
};

/** The methods in the order in which the workbook's cell counts them. */
export const methodsInWorkbook: readonly MethodInWorkbook[] = sharingMethods.map(({ id }) => METHODS[id]);

/**
 * Which of them a plan shares by, from 0.
 * @throws InputError for a method of the provider's own, which is no formula
 */
export function methodIndexOf({ context }: PlannedFleet): number {
  const { chosen } = choiceOf(context.choices, "shared-cost");
  const ids = sharingMethods.map(({ id }): string => id);
  if (ids.includes(chosen)) return ids.indexOf(chosen);
  const found = `the method of your own, ${chosen}`;
  const expected = `one that a formula can say: ${ids.join(", ")}`;
  const fix = "take another report, or share by one of them";
  throw new InputError("report xlsx", [{ path: ["shared-cost"], found, expected, fix }]);
}
