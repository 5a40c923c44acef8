import { InputError, type Problem } from "@nkp-planner/core";
import type { LiftFactors } from "./vm-demand.ts";

/** What the reader can be told, as people write it. */
export interface InventoryWords {
  readonly tenant?: string | undefined;
  readonly "tenant-by"?: string | undefined;
  readonly power: "on" | "all";
  readonly "leave-out"?: string | undefined;
  readonly "cpu-factor"?: string | undefined;
  readonly "memory-factor"?: string | undefined;
  readonly mode: "lift" | "used";
  /** Of a workbook that has a table of tenants instead. */
  readonly columns?: string | undefined;
  readonly decimal?: "." | "," | undefined;
}

/** The same, read. */
export interface InventoryOptions {
  readonly tenant: string | undefined;
  /** The name of a column; undefined: all is of one tenant. */
  readonly tenantBy: string | undefined;
  readonly countsOff: boolean;
  readonly leftOut: RegExp | null;
  readonly factors: LiftFactors;
  /** Whether what VMs used counts, and not what they have. */
  readonly countsUsed: boolean;
}

const FACTOR = /^\d+(\.\d+)?$/;

/** Reads what the reader is told. @throws InputError with everything of it that cannot be read */
export function inventoryOptions(words: InventoryWords): InventoryOptions {
  const {
    tenant,
    "tenant-by": tenantBy,
    power,
    "leave-out": leftOut,
    "cpu-factor": cpu = "1",
    "memory-factor": memory = "1",
    mode,
  } = words;
  const problems: Problem[] = Object.entries({ "cpu-factor": cpu, "memory-factor": memory })
    .filter(([, text]) => !FACTOR.test(text) || Number(text) === 0)
    .map(([key, text]) => ({
      path: [key],
      found: JSON.stringify(text),
      expected: "a number above zero",
      fix: "write 0.5 for half of a VM's size",
    }));
  if (problems.length > 0) throw new InputError("options of vm-inventory", problems);
  return {
    ...{ tenant, tenantBy },
    countsOff: power === "all",
    leftOut: leftOut === undefined ? null : patternOf(leftOut),
    factors: { cpu: Number(cpu), memory: Number(memory) },
    countsUsed: mode === "used",
  };
}

/** `test-*,lab-?` as people write names of files: whole names, letters' size apart. */
function patternOf(words: string): RegExp {
  const one = (word: string) =>
    word
      .trim()
      .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".");
  return new RegExp(`^(?:${words.split(",").map(one).join("|")})$`, "i");
}
