import { type Finding, findingOfProblem, problemOf } from "@nkp-planner/core";
import { SPLIT_FILE } from "./files.ts";

const OR_STREAM = "or stream it: nkp-planner compare --stream FILE";

/** What is said of a fleet file; of one that is too large for any command, that there is one which takes it. */
export function withStreaming(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    const { subject } = finding;
    if (subject.in !== "input") return finding;
    const problem = problemOf(finding);
    const [field, ...within] = problem.path;
    const hasTooMany = field === "tenants" && within.length === 0 && problem.code === "out-of-range";
    if (!hasTooMany && problem.fix !== SPLIT_FILE) return finding;
    return findingOfProblem({ ...problem, fix: `${problem.fix}, ${OR_STREAM}` }, subject.file);
  });
}
