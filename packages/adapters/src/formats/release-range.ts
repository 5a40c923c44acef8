import { InputError } from "@nkp-planner/core";

/** Versions of the platform, both ends included; null: no bound. */
export interface ReleaseRange {
  /** `2.17` */
  readonly from: string | null;
  readonly until: string | null;
}

export const EVERY_RELEASE: ReleaseRange = { from: null, until: null };

/** @throws InputError where a format cannot write for a release of the platform */
export function requireRelease({ from, until }: ReleaseRange, version: string, formatId: string): void {
  const isBelow = from !== null && compareVersions(version, from) < 0;
  const isAbove = until !== null && compareVersions(version, until) > 0;
  if (!isBelow && !isAbove) return;
  const expected = [...(from === null ? [] : [`from ${from}`]), ...(until === null ? [] : [`up to ${until}`])].join(
    " ",
  );
  throw new InputError(formatId, [
    {
      path: ["release"],
      found: version,
      expected: `a release ${expected}`,
      fix: "plan for another release, or write another format",
    },
  ]);
}

/** By numbers, as far as both have them: 2.17.1 is within 2.17. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split(/[^0-9]+/).map(Number)) as [number[], number[]];
  for (const [index, number] of right.entries()) {
    const difference = (left[index] ?? 0) - number;
    if (difference !== 0) return difference;
  }
  return 0;
}
