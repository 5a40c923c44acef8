import { findingText, type Severity } from "@nkp-planner/core";
import { isOpen } from "../check-result.ts";
import type { CheckFormat } from "./check-format.ts";

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/**
 * Commands by which a workflow of GitHub shows findings at their lines.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: CheckFormat = {
  id: "github",
  title: "Annotations of a GitHub workflow",
  write: ({ judged }) =>
    judged
      .filter(isOpen)
      .flatMap(({ rule, severity, about: { place }, finding }) => {
        if (finding === null) return [];
        const properties = { file: place.file, line: place.line, col: place.column, title: rule.title };
        const words = Object.entries(properties).map(([key, value]) => `${key}=${ofProperty(String(value))}`);
        return `::${COMMANDS[severity]} ${words.join(",")}::${ofData(findingText(finding))}\n`;
      })
      .join(""),
};

function ofData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function ofProperty(text: string): string {
  return ofData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
