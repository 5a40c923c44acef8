import { visible } from "@nkp-planner/core";

/** A text as XML can hold it, on one line: what nobody sees stands as its escape, what XML forbids is gone. */
export function cleanText(text: string): string {
  return visible(text).replaceAll(/[\uFFFE\uFFFF]/g, "");
}
