import type { Finding } from "../../base/findings/finding.ts";
import type { UpgradePath } from "../../input/upgrade-facts.ts";
import { list, text } from "../../plan/rules/figures.ts";
import { type CalendarGiven, FROM_VENDOR, placeIn, replaced, type Told, toldFinding } from "./told.ts";

/** Steps of the vendor's table, with those of a file laid over them. */
export function toldPaths(paths: readonly UpgradePath[], given: CalendarGiven): Told<readonly UpgradePath[]> {
  const byStep = new Map(paths.map((path) => [stepOf(path.from, path.to), path]));
  const findings = given.value.releases.flatMap(({ version: to, paths: told }, index): readonly Finding[] => {
    const place = placeIn(given, "releases", index);
    const added: string[] = [];
    const changes: Finding[] = [];
    for (const { from, isSupported, reason } of told) {
      const step = stepOf(from, to);
      const own = byStep.get(step);
      const said = isSupported ? "allowed" : `refused${reason === null ? "" : ` (${reason})`}`;
      if (own === undefined) added.push(`from ${from}${isSupported ? "" : ` ${said}`}`);
      else if (own.isSupported !== isSupported)
        changes.push(replaced(`the step ${step}`, said, own.isSupported ? "allowed" : "refused", place));
      if (own?.isSupported !== isSupported)
        byStep.set(step, { from, to, advisedAgainst: own?.advisedAgainst ?? null, isSupported, ...FROM_VENDOR });
    }
    if (added.length === 0) return changes;
    return [...changes, toldFinding("told-paths", { version: text(to), steps: list(added) }, place)];
  });
  return { facts: [...byStep.values()], findings };
}

function stepOf(from: string, to: string): string {
  return `${from} → ${to}`;
}
