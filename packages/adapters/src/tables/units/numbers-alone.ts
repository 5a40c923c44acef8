import { asNumber, partsOfNumber, spaced, type Unit } from "./unit.ts";

/** Whole things: pods, replicas. */
export const count: Unit = {
  usual: "",
  isWhole: true,
  inHead: (words) => [{ rest: words }],
  inCell: (text) => ({ number: text }),
  valueOf: asNumber,
  partsOf: partsOfNumber,
};

/** Numbers that count in nothing, with a fraction where one is written: weights. */
export const plain: Unit = { ...count, isWhole: false };

/** Percent of a year: `15`, `15 %`. */
export const percentPerYear: Unit = {
  ...plain,
  inHead: (words) => [{ rest: spaced(words.replaceAll(/\b(percent|(a|per) year|yearly|annual)\b/g, " ")) }],
  inCell: (text) => ({ number: text.replace(/\s?%$/, "") }),
};
