/** Units that have a plural; vCPU, GiB and the like have none. */
const COUNTED =
  /^(address|cluster|core|day|host|hour|month|node|pod set|pod|range|second|tenant|trial|VM|worker)(?:e?s)?$/;

/** A unit as it is said of so many: one `node`, two `nodes`, whichever of the two is given. */
export function unitFor(count: number, unit: string): string {
  const [, one] = COUNTED.exec(unit) ?? [];
  if (one === undefined) return unit;
  return count === 1 ? one : `${one}${one.endsWith("s") ? "es" : "s"}`;
}

/** What a price is for, as it is said behind it: `a vCPU-year`, `an hour`. */
export function perUnit(unit: string): string {
  return `${unit.startsWith("hour") ? "an" : "a"} ${unit}`;
}
