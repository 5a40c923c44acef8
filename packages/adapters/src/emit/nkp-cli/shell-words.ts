import { visible } from "@nkp-planner/core";

/**
 * A text as one word of a shell, which then neither runs nor expands anything of it.
 * @throws RangeError where it has a NUL, which no argument can hold
 * @see POSIX.1-2024, Shell Command Language, 2.2.2 Single-Quotes
 */
export function quoted(text: string): string {
  if (text.includes("\0")) throw new RangeError("An argument cannot hold a NUL.");
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * Texts as the value of a flag that takes several: the command reads it as one record of CSV.
 * @see github.com/spf13/pflag, string_slice.go, whose type help shows as `strings`
 */
export function listValue(texts: readonly string[]): string {
  return texts.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",");
}

/** A comment of a script, each sentence on a line: nothing of it ends the comment or hides. */
export function comment(...sentences: readonly string[]): string {
  return sentences.map((sentence) => `# ${visible(sentence)}\n`).join("");
}
