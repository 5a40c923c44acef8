const MOST_NAMES = 8;

/** Names for a sentence, each once and the first few of them: `a, b and 3 more`. */
export function namesInWords(all: readonly string[]): string {
  const names = [...new Set(all)];
  const more = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
