import { findingOfProblem, InputError, type Problem, readWith, type Severity, shown } from "@nkp-planner/core";
import { textAt } from "../../read/objects/read-fields.ts";
import { readYaml } from "../../read/yaml-text.ts";
import { textOfBytes } from "../../text/file-text.ts";
import type { CheckRule } from "../check-rule.ts";
import type { Exemption, Policy, RulePolicy } from "./policy.ts";
import { policySchema } from "./policy-schema.ts";

const KIND = "SizingPolicy";
const START = { line: 1, column: 1 };

/**
 * A policy of a file in YAML or JSON.
 * @throws InputError with every problem at its place: a rule that there is none of, a severity, a threshold, a date
 */
export function readPolicy(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  rules: readonly CheckRule[],
): Policy {
  const text = textOfBytes(bytes)?.text;
  const { data, problems, placeOf = () => START } = readYaml(text ?? "");
  const noText = {
    code: "unreadable" as const,
    path: [],
    found: "bytes that are no text",
    expected: "a policy in YAML",
  };
  if (text === undefined) throw new InputError(name, [findingOfProblem({ ...noText, fix: "save it as UTF-8" }, name)]);
  const other = text.trim() === "" ? EMPTY : otherKindProblem(data);
  if (other !== null) throw new InputError(name, [findingOfProblem({ ...other, ...placeOf(other.path) }, name)]);
  if (problems.length > 0)
    throw new InputError(
      name,
      problems.map((problem) => findingOfProblem(problem, name)),
    );
  const read = readAt(name, placeOf, () => readWith(policySchema(rules), data, name));
  return {
    modelId: read.model ?? null,
    named: read.clusters ?? {},
    rules: Object.fromEntries(
      Object.entries(read.rules ?? {}).map(([id, said]) => {
        const { severity, ...thresholds } = said as { readonly severity?: Severity | "off" };
        return [id, { ...(severity === undefined ? {} : { severity }), thresholds } satisfies RulePolicy];
      }),
    ),
    exemptions: (read.exemptions ?? []).map(({ rule, cluster, pool, file, reason, expires }, index) => ({
      ...{ ruleId: rule, reason, expires },
      ...(cluster === undefined ? {} : { clusterName: cluster }),
      ...(pool === undefined ? {} : { poolName: pool }),
      ...(file === undefined ? {} : { file }),
      place: { file: name, ...placeOf(["exemptions", index]) },
    })) satisfies readonly Exemption[],
  };
}

const EMPTY: Problem = {
  ...{ code: "unreadable", path: [], found: "an empty file", expected: "a policy of checks" },
  fix: "write apiVersion: nkp-planner/v1 and kind: SizingPolicy into it, then rules",
};

/** The one thing that is wrong with a file of another kind; null: it is a policy, or is to be read as one. */
function otherKindProblem(data: unknown): Problem | null {
  const kind = textAt(data, "kind");
  if (kind === "" || kind === KIND) return null;
  const fix = `give a file of kind ${KIND}`;
  return {
    code: "wrong-kind",
    path: ["kind"],
    found: `a file of kind ${shown(kind)}`,
    expected: "a policy of checks",
    fix,
  };
}

/** Problems of a value at their places in its text. */
function readAt<Value>(
  name: string,
  placeOf: (path: readonly (string | number)[]) => { readonly line: number; readonly column: number },
  read: () => Value,
): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      name,
      error.findings.map((finding) =>
        finding.subject.in === "input"
          ? { ...finding, subject: { ...finding.subject, file: name, ...placeOf(finding.subject.path) } }
          : finding,
      ),
    );
  }
}
