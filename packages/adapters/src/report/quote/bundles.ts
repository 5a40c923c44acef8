import { type PriceLine, wholeMinorUnits } from "@nkp-planner/core";

/** A line, with what decides with which others it may stand in one. */
export interface Bundled {
  readonly line: Pick<PriceLine, "billing" | "service" | "isTaxable" | "amount">;
}

/**
 * Lines in so many parts at most: as they are where they fit, else the smallest of one service, billed and taxed alike,
 * together in one part, which stands where the first of them stood. Of services, the one is taken whose smallest lines
 * are worth least; where none has lines enough, the one with most of them is bundled whole, and then another.
 * @throws RangeError where there are more kinds of lines than parts: with six services, billed in two ways, taxed or
 * not, and agreed prices, there are fewer than thirty
 */
export function bundlesOf<Line extends Bundled>(
  lines: readonly Line[],
  mostParts: number,
): readonly (readonly Line[])[] {
  let parts: readonly (readonly Line[])[] = lines.map((line) => [line]);
  while (parts.length > mostParts) {
    const bundle = nextBundle(parts, parts.length - mostParts + 1);
    if (bundle.length === 0) throw new RangeError(`Lines of ${parts.length} kinds are no ${mostParts} parts.`);
    const isBundled = new Set(bundle);
    const [first] = bundle;
    parts = parts.flatMap((part) => {
      const [line] = part;
      if (part.length > 1 || line === undefined || !isBundled.has(line)) return [part];
      return line === first ? [bundle] : [];
    });
  }
  return parts;
}

/** The lines to put together, in their order; none where every kind has one part. */
function nextBundle<Line extends Bundled>(parts: readonly (readonly Line[])[], wantedCount: number): readonly Line[] {
  const kinds = new Map<string, Line[]>();
  for (const [line, ...others] of parts) {
    if (line === undefined || others.length > 0) continue;
    const key = [line.line.billing, line.line.service, line.line.isTaxable].join(" ");
    kinds.set(key, [...(kinds.get(key) ?? []), line]);
  }
  const candidates = [...kinds.values()]
    .filter(({ length }) => length > 1)
    .map((of) => ({ of, smallest: smallestOf(of, wantedCount) }));
  const [best] = candidates.sort(
    (a, b) => b.smallest.length - a.smallest.length || compare(sumOf(a.smallest), sumOf(b.smallest)),
  );
  if (best === undefined) return [];
  const chosen = new Set(best.smallest);
  return best.of.filter((line) => chosen.has(line));
}

function smallestOf<Line extends Bundled>(lines: readonly Line[], count: number): readonly Line[] {
  return [...lines]
    .sort((a, b) => compare(wholeMinorUnits(a.line.amount), wholeMinorUnits(b.line.amount)))
    .slice(0, count);
}

function sumOf(lines: readonly Bundled[]): bigint {
  return lines.reduce((sum, { line }) => sum + wholeMinorUnits(line.amount), 0n);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
