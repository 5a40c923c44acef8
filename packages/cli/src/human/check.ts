import { type CheckResult, isOpen, type Judged } from "@nkp-planner/adapters/check";
import { findingText, numberText, visible } from "@nkp-planner/core";
import { noticesText } from "./findings.ts";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";

/** What a check found, file by file and line by line, and what it looked at. */
export function checkText(result: CheckResult, ink: Ink): string {
  const open = result.judged.filter(isOpen);
  const files = [...new Set(open.map(({ about }) => about.place.file))].sort();
  const parts = files.map((file) => {
    const own = open.filter(({ about }) => about.place.file === file);
    const byLine = own.toSorted((a, b) => a.about.place.line - b.about.place.line);
    return [ink.strong(visible(file)), ...byLine.map(judgedText)].join("\n");
  });
  return `${[noticesText(result.notices), ...parts, ink.strong(verdictOf(result))].filter((part) => part !== "").join("\n\n")}\n`;
}

function judgedText({ about: { place }, severity, state, rule, finding }: Judged): string {
  const word = state === "unknown" ? `${severity}, not known` : severity;
  const text = finding === null ? "" : findingText(finding);
  return paragraph(`${place.line}:${place.column} ${word}: ${text} [${rule.id}]`, "  ");
}

function verdictOf({ judged, model, today, clusterCount, fileCount, rules, leftOut }: CheckResult): string {
  const open = judged.filter(isOpen);
  const count = (severity: Judged["severity"], word: string) =>
    counted(open.filter((one) => one.severity === severity).length, word);
  const found =
    open.length === 0
      ? "Nothing found"
      : [count("error", "error"), count("warning", "warning"), count("note", "note")].join(", ");
  const looked = `${counted(clusterCount, "cluster")} in ${counted(fileCount, "file")}`;
  const held = `${counted(judged.length, "judgement")} of ${counted(rules.length, "rule")}`;
  const passed = leftOut.length === 0 ? "" : ` ${counted(leftOut.length, "file")} left out.`;
  return paragraph(`${found}: ${looked} held against ${model.title}, ${held}, on ${today}.${passed}`);
}

function counted(count: number, word: string): string {
  return `${numberText(count)} ${word}${count === 1 ? "" : "s"}`;
}
