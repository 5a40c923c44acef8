import type { Finding } from "./finding.ts";
import { valueText } from "./format.ts";
import { type MessageValue, messageText } from "./messages.ts";
import { problemOf, problemText } from "./problem.ts";

/** A finding in words: what is so, and what to do about it. `format` writes one value. */
export function findingText(finding: Finding, format: (value: MessageValue) => string = valueText): string {
  const { message, help, subject, kind } = finding;
  if (kind === "input" && subject.in === "input") return problemText(problemOf(finding));
  const sentence = messageText(message, format);
  return help === null ? sentence : `${sentence} ${messageText(help, format)}`;
}
