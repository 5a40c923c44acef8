import type { Problem } from "@nkp-planner/core";
import type { ReadText } from "../reader.ts";
import { namesInWords } from "../workloads/names-in-words.ts";
import { BASES, type Basis, type Sized, titleOf } from "./sized.ts";
import { refusal } from "./sizing-format.ts";

/** A file of which nothing can be taken, for one reason. */
export function without(problem: Problem, entries = "files"): ReadText {
  return {
    data: null,
    problems: [problem],
    report: { entries, foundCount: 1, usedCount: 0, excluded: [], unreadableCount: 1 },
  };
}

/** Sizes that are asked for, and not in the file. */
export function noBasis(wanted: Basis, has: readonly Basis[], tool: string): Problem {
  return refusal(`no ${wanted} in what ${tool} says`, has.join(" or "), `add --option basis=${has[0] ?? BASES[0]}`);
}

/** Workloads of which nobody says how many pods they have. */
export function countsMissing(all: readonly Sized[], tool: string): Problem {
  const names = [...new Set(all.map(titleOf))];
  const example = all[0]?.workload ?? "web";
  return refusal(
    `no count of pods of ${namesInWords(names)}`,
    `how many pods a workload has, which ${tool} does not say`,
    `add --option pods=2 for each, or --option pods=${example}=3,1 for some and the others, or give the workloads beside it with --as right-sizing`,
  );
}

export function nothingCounted(count: number, entries: string, excluded: ReadonlyMap<string, number>): Problem {
  return refusal(
    `nothing that counts among ${count} ${entries}: ${[...excluded.keys()].join("; ")}`,
    "what runs for good",
    "add --option jobs=counted to count Jobs, or leave fewer namespaces out",
  );
}
