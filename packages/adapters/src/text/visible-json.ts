import { visible } from "@nkp-planner/core";

/**
 * A value as JSON in which nothing is invisible: what terminals obey and people do not see stands in it as its escape,
 * which readers of JSON take for the same. It ends with the end of a line.
 */
export function visibleJson(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split("\n");
  return `${lines.map((line) => visible(line.replaceAll(TWO_UNITS, (character) => unitsOf(character)))).join("\n")}\n`;
}

/** What has two units of UTF-16 and is not seen: JSON has no single escape for it. */
const TWO_UNITS = /[\u{E0000}-\u{E00FF}]/gu;
const HEXADECIMAL = 16;

function unitsOf(character: string): string {
  return [0, 1].map((index) => `\\u${character.charCodeAt(index).toString(HEXADECIMAL)}`).join("");
}
