import { findingText, messageText, numberText, type Severity, valueText, visible } from "@nkp-planner/core";
import { type CheckResult, isOpen, type Judged } from "./check-result.ts";

/** Severities, the worst first. */
export const WORST_FIRST: readonly Severity[] = ["error", "warning", "note"];

/** What is said of one thing, without what to do. */
export function sentenceText({ finding }: Judged): string {
  return finding === null ? "" : messageText(finding.message, valueText);
}

/** The same where no other sign says that something cannot be known. */
export function judgedText(one: Judged): string {
  return one.state === "unknown" ? `Not known: ${sentenceText(one)}` : sentenceText(one);
}

/** What to do about it; empty: nothing is. */
export function helpText({ finding }: Judged): string {
  return finding === null || finding.help === null ? "" : messageText(finding.help, valueText);
}

/** `clusters/kite.yaml:12:9`, in which nothing is invisible. */
export function placeText({ about: { place } }: Judged): string {
  return `${visible(place.file)}:${place.line}:${place.column}`;
}

/** Why a judgement does not count though it does not hold; null: it counts, or holds. */
export function whyLetPass({ exemption, baselineState }: Judged): string | null {
  if (exemption !== null) return `Let pass until ${exemption.expires}: ${visible(exemption.reason)}`;
  return baselineState === "unchanged" ? "Known: the baseline has it." : null;
}

/** What the check came to, and what it looked at, in a sentence. */
export function verdictText({ judged, model, today, clusterCount, fileCount, rules }: CheckResult): string {
  const open = judged.filter(isOpen);
  const counts = WORST_FIRST.map((level) => counted(open.filter(({ severity }) => severity === level).length, level));
  const found = open.length === 0 ? "Nothing found" : counts.join(", ");
  const looked = `${counted(clusterCount, "cluster")} in ${counted(fileCount, "file")}`;
  const held = `${counted(judged.length, "judgement")} of ${counted(rules.length, "rule")}`;
  return `${found}: ${looked} held against ${model.title}, ${held}, on ${today}.`;
}

/**
 * What is not said, or what no rule looked at, a sentence each: what follows, rules that are off, files, objects.
 * @param mostFiles so many are named, the others counted
 */
export function notLookedTexts(
  { followed, offRuleIds, leftOut, passedOver }: CheckResult,
  mostFiles: number = leftOut.length,
): readonly string[] {
  const named = leftOut.slice(0, mostFiles).map(({ file, reason }) => `${visible(file)} (${reason})`);
  const moreCount = leftOut.length - named.length;
  const more = moreCount > 0 ? ` and ${counted(moreCount, "more file")}` : "";
  const rules = [...new Set(followed.map(({ rule }) => rule.id))];
  const counts = rules.map((id) => `${id} (${followed.filter(({ rule }) => rule.id === id).length})`);
  return [
    ...(counts.length === 0 ? [] : [`Not said again, as it follows from what is said: ${counts.join(", ")}.`]),
    ...(offRuleIds.length === 0 ? [] : [`Not asked, by the policy: ${offRuleIds.join(", ")}.`]),
    ...(leftOut.length === 0 ? [] : [`Left out: ${named.join(", ")}${more}.`]),
    ...passedOver.map(({ count, reason }) => `No rule asks about objects ${reason}: ${count}.`),
  ];
}

/** What is to be known of a check beside what it found: how it was made, and what no rule looked at. */
export function restTexts(result: CheckResult): readonly string[] {
  return [...result.notices.map((notice) => findingText(notice)), ...notLookedTexts(result)];
}

/** `1 cluster`, `3 clusters`. */
export function counted(count: number, word: string): string {
  return `${numberText(count)} ${word}${count === 1 ? "" : "s"}`;
}
