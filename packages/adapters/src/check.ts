/** Files of clusters held against a plan: rules, policies, and how what was found is written. */

export { type Baseline, baselineText, goneCount, readBaseline } from "./check/baseline/baseline.ts";
export { BASELINE_SCHEMA_ADDRESS, baselineFileSchema } from "./check/baseline/baseline-schema.ts";
export { checkFormats } from "./check/check-formats.ts";
export { type CheckResult, isOpen, type Judged } from "./check/check-result.ts";
export { type CheckRule, defineCheckRule } from "./check/check-rule.ts";
export { checkRules } from "./check/check-rules.ts";
export { counted, notLookedTexts, verdictText } from "./check/check-texts.ts";
export type { CheckFormat, ReportedBy } from "./check/formats/check-format.ts";
export { checkSummary } from "./check/formats/markdown.ts";
export { NO_POLICY, type Policy } from "./check/policy/policy.ts";
export { policyExample } from "./check/policy/policy-example.ts";
export { POLICY_SCHEMA_ADDRESS, POLICY_SCHEMA_HEADER, policyFileSchema } from "./check/policy/policy-file-schema.ts";
export { readPolicy } from "./check/policy/read-policy.ts";
export { judgedOf } from "./check/run-check.ts";
export { checkedOf } from "./check/subject/checked-of.ts";
export { modelOfFiles } from "./check/subject/model-of-files.ts";
export { type FilesRead, type FileToCheck, readFilesToCheck } from "./check/subject/read-files.ts";
