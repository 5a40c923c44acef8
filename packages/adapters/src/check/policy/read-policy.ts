import type { Severity } from "@nkp-planner/core";
import type { CheckRule } from "../check-rule.ts";
import { readKindFile } from "../read-kind-file.ts";
import type { Exemption, Policy, RulePolicy } from "./policy.ts";
import { policySchema } from "./policy-schema.ts";

/**
 * A policy of a file in YAML or JSON.
 * @throws InputError with every problem at its place: a rule that there is none of, a severity, a threshold, a date
 */
export function readPolicy(
  file: { readonly name: string; readonly bytes: Uint8Array },
  rules: readonly CheckRule[],
): Policy {
  const { value: read, placeOf } = readKindFile(file, {
    kind: "SizingPolicy",
    title: "a policy of checks",
    ifEmpty: "write apiVersion: nkp-planner/v1 and kind: SizingPolicy into it, then rules",
    schema: policySchema(rules),
  });
  return {
    modelId: read.model ?? null,
    named: read.clusters ?? {},
    rules: Object.fromEntries(
      Object.entries(read.rules ?? {}).map(([id, said]) => {
        const { severity, ...thresholds } = said as { readonly severity?: Severity | "off" };
        return [id, { ...(severity === undefined ? {} : { severity }), thresholds } satisfies RulePolicy];
      }),
    ),
    exemptions: (read.exemptions ?? []).map(({ rule, cluster, pool, file: inFile, reason, expires }, index) => ({
      ...{ ruleId: rule, reason, expires },
      ...(cluster === undefined ? {} : { clusterName: cluster }),
      ...(pool === undefined ? {} : { poolName: pool }),
      ...(inFile === undefined ? {} : { file: inFile }),
      place: { file: file.name, ...placeOf(["exemptions", index]) },
    })) satisfies readonly Exemption[],
  };
}
