import { type Decision, numberText, turnSentences } from "@nkp-planner/core";
import type { Ink } from "./ink.ts";
import { paragraph } from "./paragraph.ts";

/** How far each weight can move with all others as they are, a line a change. */
export function turnsText(decision: Decision, ink: Ink): string {
  const lines = turnSentences(decision, numberText);
  if (lines.length === 0) return "";
  return [
    ink.strong("How far one weight can move, all others as they are"),
    ...lines.map((line) => paragraph(line, "  ", "· ")),
  ].join("\n");
}
