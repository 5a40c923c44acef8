import { type Finding, statementOf } from "@nkp-planner/core";
import type { Judged } from "../check-result.ts";
import type { Checked } from "../subject/checked.ts";
import { exemptionText } from "./exemption-text.ts";

const TEXTS = {
  "unused-exemption": {
    kind: "reading",
    text: "The exemption of {exempted} let nothing pass.",
    help: "Remove it from the policy, or mend the names in it.",
  },
} as const;

/**
 * What is to be known of exemptions that let nothing pass. Those that have expired are said by a rule, and of a planned
 * cluster that no file declares nothing is known.
 */
export function unusedExemptions(
  { exemptions, today, missing }: Pick<Checked, "exemptions" | "today" | "missing">,
  judged: readonly Judged[],
): readonly Finding[] {
  const used = new Set(judged.map(({ exemption }) => exemption));
  return exemptions
    .filter((one) => !used.has(one) && one.expires >= today)
    .filter(({ clusterName }) => !missing.some(({ name }) => name === clusterName))
    .map((one) =>
      statementOf(TEXTS, "policy", "unused-exemption", {
        figures: { exempted: { kind: "name", value: exemptionText(one) } },
      }),
    );
}
