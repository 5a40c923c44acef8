import { findingText, visible } from "@nkp-planner/core";
import { type CommentPart, commentMarker, commentText, type TextLimit } from "../../text/comment.ts";
import { type MarkdownColumn, markdownRow, markdownTable, markdownText } from "../../text/markdown.ts";
import { type CheckResult, isOpen, type Judged } from "../check-result.ts";
import { notLookedTexts, sentenceText, verdictText, WORST_FIRST, whyLetPass } from "../check-texts.ts";
import type { CheckFormat } from "./check-format.ts";
import { ruleAddress } from "./rule-address.ts";

/** A comment for a pull or merge request, by whose hidden first line it is found again and replaced. */
export const markdown: CheckFormat = {
  id: "markdown",
  title: "A comment for a pull request",
  write: (result, { marker }) => markdownOf(result, [commentMarker("check", marker), ""]),
};

/**
 * The same for the page of a run, such as the step summary of GitHub: what has no room is left out, and counted.
 * @param mostBytes that it may take
 */
export function checkSummary(result: CheckResult, mostBytes: number): string {
  const encoder = new TextEncoder();
  const sizeOf = (text: string) => encoder.encode(text).length;
  return markdownOf(result, ["### nkp-planner check", ""], { of: "a summary", most: mostBytes, sizeOf });
}

/** So many findings stand in the open. */
const MOST_SHOWN = 50;
const ALL = "nkp-planner check prints all";
const COLUMNS: readonly MarkdownColumn[] = ["Severity", "Rule", "Place", "What was found"].map((title) => ({
  title,
  align: "left",
}));

function markdownOf(result: CheckResult, beginning: readonly string[], limit?: TextLimit): string {
  const open = inOrder(result.judged.filter(isOpen));
  const table = markdownTable(COLUMNS, open.slice(0, MOST_SHOWN).map(cellsOf)).split("\n");
  const head = [...beginning, `**${markdownText(verdictText(result))}**`, ...(open.length === 0 ? [] : ["", ...table])];
  return commentText(head, partsOf(result, open), ALL, limit);
}

function partsOf(result: CheckResult, open: readonly Judged[]): readonly CommentPart[] {
  const { judged, rules, notices } = result;
  const found = rules.filter(({ id }) => open.some(({ rule }) => rule.id === id));
  return [
    {
      title: "More findings",
      head: markdownTable(COLUMNS, []).split("\n"),
      lines: open.slice(MOST_SHOWN).map((one) => markdownRow(cellsOf(one))),
    },
    {
      title: "What to do",
      lines: found.map(({ id, fix }) => bullet(`${id}: ${fix}`)),
    },
    { title: "Let pass, or known before", lines: inOrder(judged).flatMap(letPassLine) },
    { title: "What was left out", lines: notLookedTexts(result).map(bullet) },
    { title: "What the check rests on", lines: notices.map((notice) => bullet(findingText(notice))) },
  ];
}

/** The worst first, each severity in the order of files and lines. */
function inOrder(judged: readonly Judged[]): readonly Judged[] {
  const byPlace = judged.toSorted(
    ({ about: { place: a } }, { about: { place: b } }) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
  );
  return WORST_FIRST.flatMap((level) => byPlace.filter(({ severity }) => severity === level));
}

function cellsOf(one: Judged) {
  const severity = one.state === "unknown" ? `${one.severity}, not known` : one.severity;
  const { file, line } = one.about.place;
  // Without the column: two colons around a number would be the name of a picture, and be broken.
  return [
    severity,
    { text: one.rule.id, address: ruleAddress(one.rule.id) },
    `${visible(file)}:${line}`,
    sentenceText(one),
  ];
}

function letPassLine(one: Judged): readonly string[] {
  const why = whyLetPass(one);
  if (why === null) return [];
  return [bullet(`${one.rule.id}, ${visible(one.about.what)}: ${sentenceText(one)} ${why}`)];
}

function bullet(text: string): string {
  return `- ${markdownText(text)}`;
}
