import { type Severity, visible } from "@nkp-planner/core";
import { type CheckResult, isOpen, type Judged } from "../check-result.ts";
import { helpText, judgedText } from "../check-texts.ts";
import type { CheckFormat } from "./check-format.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };
/**
 * So many annotations of a kind are shown of a step.
 * @see https://docs.github.com/en/rest/checks/runs
 */
const MOST_OF_A_KIND = 10;

/**
 * Commands by which a workflow of GitHub shows findings at their lines, the worst first.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: CheckFormat = {
  id: "github",
  title: "Annotations of a GitHub workflow",
  write: (result) =>
    kindsOf(result)
      .flatMap(({ found }) => found.map(commandOf))
      .join(""),
  dropped: (result) => {
    const dropped = kindsOf(result).flatMap(({ severity, found }) =>
      found.length > MOST_OF_A_KIND ? [`${found.length - MOST_OF_A_KIND} more of severity ${severity}`] : [],
    );
    if (dropped.length === 0) return null;
    return `GitHub shows ${MOST_OF_A_KIND} annotations of a kind a step, and drops ${dropped.join(", ")}.`;
  },
};

function kindsOf({ judged }: CheckResult) {
  const open = judged.filter(isOpen);
  return (Object.keys(COMMANDS) as Severity[]).map((severity) => ({
    severity,
    found: open.filter((one) => one.severity === severity),
  }));
}

function commandOf(one: Judged): string {
  const { rule, severity, about } = one;
  const { place } = about;
  const properties = { file: place.file, line: place.line, col: place.column, title: rule.title };
  const words = Object.entries(properties).map(([key, value]) => `${key}=${ofProperty(String(value))}`);
  return `::${COMMANDS[severity]} ${words.join(",")}::${ofData(`${judgedText(one)} ${helpText(one)}`.trim())}\n`;
}

/** Ends of lines have escapes of their own, by which a name stays what it is; nothing else that is invisible gets through. */
function ofData(text: string): string {
  return visible(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function ofProperty(text: string): string {
  return ofData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
