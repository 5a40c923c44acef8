import type { Judged } from "./check-result.ts";

/** From the mildest on. */
const SEVERITIES: readonly Judged["severity"][] = ["note", "warning", "error"];

/**
 * Leaves out what follows from a finding of another rule at the same place, where the one's rule names the other.
 * What a policy lets pass, turns off or makes milder than what follows from it hides nothing.
 */
export function saidOnce(judged: readonly Judged[]): readonly Judged[] {
  const found = new Map<string, Judged[]>();
  for (const one of judged)
    if (one.state !== "pass" && one.exemption === null) found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), one]);
  const isSaid = (one: Judged) =>
    (found.get(keyOf(one)) ?? []).some(
      ({ rule, severity }) =>
        one.rule.followsFrom?.includes(rule.id) === true &&
        SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(one.severity),
    );
  return judged.filter((one) => one.state === "pass" || !isSaid(one));
}

function keyOf({ about: { place } }: Judged): string {
  return JSON.stringify([place.file, place.line, place.column]);
}
