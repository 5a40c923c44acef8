const CUT = "…";

/** A text of so many letters at most; one that was cut ends by an ellipsis. */
export function shortened(text: string, mostLetters: number): string {
  return text.length <= mostLetters ? text : `${whole(text.slice(0, mostLetters - CUT.length))}${CUT}`;
}

/** Without half a letter at its end: some letters are two units of a text. */
function whole(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, "");
}

/** The parts that say something, as sentences in one line. */
export function sentencesOf(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(". ");
}
