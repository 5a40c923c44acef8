import {
  type CheckResult,
  counted,
  isOpen,
  type Judged,
  notLookedTexts,
  verdictText,
} from "@nkp-planner/adapters/check";
import { messageText, valueText, visible } from "@nkp-planner/core";
import { noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";

/** What a check found, file by file and line by line, what to do about it, and what was looked at. */
export function checkText(result: CheckResult, ink: Ink): string {
  const open = result.judged.filter(isOpen);
  const files = [...new Set(open.map(({ about }) => about.place.file))].sort();
  const parts = files.map((file) => {
    const own = open.filter(({ about }) => about.place.file === file);
    const byLine = own.toSorted((a, b) => a.about.place.line - b.about.place.line);
    return [ink.strong(visible(file)), ...byLine.map(judgedText)].join("\n");
  });
  const found = result.rules.filter((rule) => open.some((one) => one.rule === rule));
  const toDo = found.map(({ id, fix }) => paragraph(`${id}: ${fix}`, "  "));
  const fixes = toDo.length === 0 ? "" : [ink.strong("What to do"), ...toDo].join("\n");
  return joined([
    noticesText(result.notices),
    ...parts,
    fixes,
    ink.strong(paragraph(verdictText(result))),
    lookedText(result),
  ]);
}

/** What a format has no place for: what is to be known of the check, and what of it will be dropped. */
export function checkRestText(result: CheckResult, dropped: string | null): string {
  const said = dropped === null ? "" : paragraph(dropped);
  return joined([noticesText(result.notices), said, paragraph(verdictText(result)), lookedText(result)]);
}

/** What is lost of a report where it goes. */
export function droppedText(dropped: string): string {
  return joined([paragraph(dropped)]);
}

function joined(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function judgedText({ about: { place }, severity, state, rule, finding }: Judged): string {
  const word = state === "unknown" ? `${severity}, not known` : severity;
  const text = finding === null ? "" : messageText(finding.message, valueText);
  return paragraph(`${place.line}:${place.column} ${word}: ${text} [${rule.id}]`, "  ");
}

const MOST_NAMED = 5;

/** What no rule looked at, and what was let pass. */
function lookedText(result: CheckResult): string {
  const { judged } = result;
  const exempted = judged.filter(({ exemption }) => exemption !== null);
  const known = judged.filter(({ baselineState }) => baselineState === "unchanged");
  return [
    ...exempted.map(({ rule, about, exemption }) =>
      paragraph(
        `Let pass until ${exemption?.expires}: ${rule.id}, ${visible(about.what)}. ${visible(exemption?.reason ?? "")}`,
      ),
    ),
    ...(known.length === 0 ? [] : [paragraph(`${counted(known.length, "finding")} of the baseline.`)]),
    ...notLookedTexts(result, MOST_NAMED).map((text) => paragraph(text)),
  ].join("\n");
}
