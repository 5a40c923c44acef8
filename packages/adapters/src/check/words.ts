import { type MessageValue, visible } from "@nkp-planner/core";

/** What stands in a rule's sentence, by its name there: texts are those of files, and may be anything. */
export type CheckWords = Readonly<Record<string, string | number | readonly string[] | MessageValue>>;

/** The same as figures of a message, in which nothing is invisible. */
export function figuresOfWords(words: CheckWords): Readonly<Record<string, MessageValue>> {
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, figureOfWord(value)]));
}

function figureOfWord(value: CheckWords[string]): MessageValue {
  if (typeof value === "string") return { kind: "name", value: visible(value) };
  if (typeof value === "number") return { kind: "number", value };
  if (isList(value)) return { kind: "list", value: value.map(visible) };
  return value;
}

function isList(value: MessageValue | readonly string[]): value is readonly string[] {
  return Array.isArray(value);
}

/** The same as values for programs. */
export function paramsOfWords(words: CheckWords): Readonly<Record<string, string | number | readonly string[]>> {
  return Object.fromEntries(
    Object.entries(figuresOfWords(words)).map(([name, figure]) => [
      name,
      figure.kind === "money" || figure.kind === "rate" ? figure.value.amount : figure.value,
    ]),
  );
}
