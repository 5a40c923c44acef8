import { existsSync } from "node:fs";
import { type Baseline, baselineText, type CheckResult, goneCount, readBaseline } from "@nkp-planner/adapters/check";
import type { Finding } from "@nkp-planner/core";
import { openFile } from "../files.ts";
import { givenFinding } from "../given-texts.ts";
import { writeOutput } from "../output-file.ts";
import type { ShellProcess } from "../shell.ts";

const text = (input: string): string => input;

const file = (brief: string) => ({ kind: "parsed", parse: text, optional: true, brief, placeholder: "FILE" }) as const;

export const baselineFlags = {
  baseline: file("Findings that are known, so that only new ones fail (default: none is known)"),
  writeBaseline: file("Write all that is found as known, for --baseline from now on, and pass"),
} as const;

export interface BaselineFlags {
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** What is known before. @throws InputError where the file cannot be read, or is no baseline of this version */
export async function givenBaseline(process: ShellProcess, { baseline, writeBaseline }: BaselineFlags) {
  // What is not a baseline is not to be lost by writing one.
  if (writeBaseline !== undefined && existsSync(writeBaseline)) readBaseline(await openFile(process, writeBaseline));
  return baseline === undefined ? null : readBaseline(await openFile(process, baseline));
}

/** What is to be known of the file of findings that are known. */
export function baselineFindings(baseline: Baseline | null, result: Omit<CheckResult, "notices">): readonly Finding[] {
  if (baseline === null) return [];
  const gone = goneCount(baseline, result);
  const { id } = result.model;
  return [
    ...(baseline.modelId === id
      ? []
      : [
          givenFinding("baseline-of-other-model", {
            before: { kind: "name", value: baseline.modelId },
            now: { kind: "name", value: id },
          }),
        ]),
    ...(gone === 0 ? [] : [givenFinding("baseline-gone", { count: { kind: "number", value: gone } })]),
  ];
}

/** Writes all that is open as known; from then on it is. @throws InputError where the file may not be written */
export async function writtenBaseline(path: string, result: CheckResult): Promise<CheckResult> {
  await writeOutput(path, baselineText(result), { isForced: true });
  const judged = result.judged.map((one) =>
    one.state === "pass" || one.exemption !== null ? one : ({ ...one, baselineState: "unchanged" } as const),
  );
  return { ...result, judged };
}
