/** How something that the catalog has stands to what runs; `not-running`: nothing of it does. */
export const CATALOG_STATES = ["same", "more", "less", "not-running", "unknown"] as const;
/** The same of anything; `not-in-catalog`: it runs, and the catalog does not have it. */
export type MeasureState = (typeof CATALOG_STATES)[number] | "not-in-catalog";

/** One figure in the catalog and in reality; null: not known, which is not 0. */
export interface Compared {
  readonly catalogValue: number | null;
  /** Of pods that differ the least and the most. */
  readonly leastValue: number | null;
  readonly mostValue: number | null;
  /** What runs − what the catalog has, each in all; null where one of them is not known. */
  readonly differenceValue: number | null;
  readonly state: Extract<MeasureState, "same" | "more" | "less" | "unknown">;
}

/** Lays figures beside each other. `more` where any of what runs is more than the catalog has. */
export function compared(
  catalog: number | null,
  running: readonly (number | null)[],
  difference: number | null,
): Compared {
  const known = running.flatMap((one) => one ?? []);
  const isKnown = known.length > 0 && known.length === running.length;
  const extreme = (of: (a: number, b: number) => number) => (isKnown ? known.reduce((a, b) => of(a, b)) : null);
  const [least, most] = [extreme(Math.min), extreme(Math.max)];
  const figures = { catalogValue: catalog, leastValue: least, mostValue: most, differenceValue: difference };
  if (catalog === null || least === null || most === null) return { ...figures, state: "unknown" };
  return { ...figures, state: most > catalog ? "more" : least < catalog ? "less" : "same" };
}

/** What several figures come to: one that is more weighs most, as a plan takes too little there. */
export function stateOf(all: readonly Pick<Compared, "state">[]): Compared["state"] {
  const states = all.map(({ state }) => state);
  return (["unknown", "more", "less"] as const).find((one) => states.includes(one)) ?? "same";
}

/** a − b where both are known. */
export function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

/** a × b where both are known. */
export function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

/** The sum where all are known. */
export function sumKnown(all: readonly (number | null)[]): number | null {
  return all.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}
