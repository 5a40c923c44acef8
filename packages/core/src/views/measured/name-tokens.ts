/** The words of a name: `Kube-State_metrics` → kube, state, metrics. */
export function tokensOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** Whether a list has all of some words one after the other. */
export function hasInRow(words: readonly string[], some: readonly string[]): boolean {
  if (some.length === 0) return false;
  return words.some((_, start) => some.every((word, index) => words[start + index] === word));
}
