import { isOpen, type Judged } from "./check-result.ts";

/** From the mildest on. */
const SEVERITIES: readonly Judged["severity"][] = ["note", "warning", "error"];

/** What is said, and what follows from it and is not said again. */
export interface SaidOnce {
  readonly judged: readonly Judged[];
  readonly followed: readonly Judged[];
}

/**
 * Sets apart what follows from a finding of another rule at the same place, where the one's rule names the other. What a
 * policy lets pass, turns off or makes milder than what follows from it, or what a baseline has, hides nothing: it fails
 * no check itself.
 */
export function saidOnce(judged: readonly Judged[]): SaidOnce {
  const found = new Map<string, Judged[]>();
  for (const one of judged) if (isOpen(one)) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  const isSaid = (one: Judged) =>
    (found.get(keyOf(one)) ?? []).some(
      ({ rule, severity }) =>
        one.rule.followsFrom?.includes(rule.id) === true &&
        SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(one.severity),
    );
  const followed = new Set(judged.filter((one) => isOpen(one) && isSaid(one)));
  return { judged: judged.filter((one) => !followed.has(one)), followed: [...followed] };
}

function keyOf({ about: { place } }: Judged): string {
  return JSON.stringify([place.file, place.line, place.column]);
}
