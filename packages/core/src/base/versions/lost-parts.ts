type Path = readonly (string | number)[];

/**
 * Single values of the old form that are not where they were in the new one, and of which no change speaks: each would
 * be lost without a word. @param known places of which it is known what became of them, with all below them
 */
export function lostParts(old: unknown, now: unknown, known: readonly Path[]): readonly Path[] {
  const spokenOf = new Set(known.map(keyOf));
  const lost: Path[] = [];
  const look = (before: unknown, after: unknown, path: Path): void => {
    if (Object.is(before, after) || spokenOf.has(keyOf(path))) return;
    if (typeof before !== "object" || before === null || partCount(before) === 0) {
      if (typeof before !== "object" || before === null || !isSameKind(before, after)) lost.push(path);
      return;
    }
    const parts = Array.isArray(before) ? [...before.entries()] : Object.entries(before);
    for (const [key, part] of parts) look(part, partOf(after, key), [...path, key]);
  };
  look(old, now, []);
  return lost;
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function partCount(value: object): number {
  return Object.keys(value).length;
}

function isSameKind(before: object, after: unknown): boolean {
  return typeof after === "object" && after !== null && Array.isArray(before) === Array.isArray(after);
}

function partOf(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
