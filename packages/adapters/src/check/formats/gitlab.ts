import type { Severity } from "@nkp-planner/core";
import { visibleJson } from "../../text/visible-json.ts";
import { isOpen } from "../check-result.ts";
import { judgedText, WORST_FIRST } from "../check-texts.ts";
import type { CheckFormat } from "./check-format.ts";

/** Severities as GitLab has them, from info over minor, major and critical to blocker. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: "critical", warning: "major", note: "info" };

/**
 * What counts, as a report of code quality: GitLab shows in a merge request what comes and what goes, by fingerprint.
 * @see https://docs.gitlab.com/ci/testing/code_quality/
 */
export const gitlab: CheckFormat = {
  id: "gitlab",
  title: "A report of code quality, for merge requests of GitLab",
  write: ({ judged }) => {
    const open = judged.filter(isOpen);
    const worstFirst = WORST_FIRST.flatMap((level) => open.filter(({ severity }) => severity === level));
    return visibleJson(
      worstFirst.map((one) => ({
        description: judgedText(one),
        check_name: one.rule.id,
        fingerprint: one.fingerprint,
        severity: SEVERITIES[one.severity],
        location: { path: one.about.place.file, lines: { begin: one.about.place.line } },
      })),
    );
  },
};
