import { compareVersions } from "../base/minor-version.ts";
import type { CouplingScope } from "../input/upgrade-facts.ts";
import type { MinorRelease } from "./release-calendar.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";

/** A minor version of which sources differ who moves together. */
export interface DisputedScope {
  readonly minor: string;
  /** What the calendar is played with. */
  readonly scope: CouplingScope["scope"];
  readonly otherScope: CouplingScope["scope"];
}

/** Who moves together to a minor version. Where nothing is known of it: all clusters of a workspace. */
export function scopeOf(
  { minor }: Pick<MinorRelease, "minor">,
  { couplingScope }: Pick<UpgradePolicy, "couplingScope">,
  known: readonly CouplingScope[],
): CouplingScope["scope"] {
  if (couplingScope !== "by-release") return couplingScope;
  return factOf(minor, known)?.scope ?? "workspace";
}

/** Minor versions whose scope is disputed, where the calendar is played with what is known of each. */
export function disputedScopes(
  releases: readonly MinorRelease[],
  { couplingScope }: Pick<UpgradePolicy, "couplingScope">,
  known: readonly CouplingScope[],
): readonly DisputedScope[] {
  if (couplingScope !== "by-release") return [];
  return releases.flatMap(({ minor }) => {
    const fact = factOf(minor, known);
    if (fact === undefined || fact.otherScope === null || fact.otherScope === fact.scope) return [];
    return [{ minor, scope: fact.scope, otherScope: fact.otherScope }];
  });
}

function factOf(minor: string, known: readonly CouplingScope[]): CouplingScope | undefined {
  return known
    .toSorted((a, b) => compareVersions(a.fromMinor, b.fromMinor))
    .findLast(({ fromMinor }) => compareVersions(fromMinor, minor) <= 0);
}
