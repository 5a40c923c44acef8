import { optionHelp } from "../../formats/options.ts";
import type { CheckRule } from "../check-rule.ts";

/** How a policy asks a rule otherwise than usual, and lets one of its findings pass: the whole file, as data. */
export function policyExample({ id, severity, thresholds }: CheckRule): object {
  const told = optionHelp(thresholds).map(({ name, examples }) => [name, examples[0]] as const);
  return {
    ...{ apiVersion: "nkp-planner/v1", kind: "SizingPolicy" },
    rules: { [id]: { severity: severity === "warning" ? "error" : "warning", ...Object.fromEntries(told) } },
    exemptions: [
      { rule: id, cluster: "tenant-kite", reason: "Known until the migration in March.", expires: "2027-03-31" },
    ],
  };
}
