import type { DayScale } from "../base/day-scale.ts";
import { groupedBy } from "../base/grouped.ts";
import { compareVersions, minorAfter, minorOf } from "../base/minor-version.ts";
import type { IsoDate } from "../base/provenance.ts";
import type { Version } from "../input/version-facts.ts";

/** A version and the day of its release. */
export interface DatedVersion {
  readonly version: string;
  readonly releaseDay: number;
  /** The last day on which the vendor says to look after it; null: it has said none. */
  readonly endOfLifeDay: number | null;
}

/** A minor version of NKP with its patches. */
export interface MinorRelease {
  readonly minor: string;
  /** Of its first patch. */
  readonly releaseDay: number;
  readonly releasedOn: IsoDate;
  /** It is not known yet: taken to come at the usual distance. */
  readonly isAssumed: boolean;
  /** Null: not known. */
  readonly kubernetesMinor: string | null;
  /** In the order of their numbers. */
  readonly patches: readonly DatedVersion[];
}

/**
 * Minor versions in their order: those that are known, and from the last of them on one every `daysBetweenMinors` days
 * up to a day. One that should have come before day 0 comes on it, and the others are counted from there.
 */
export function releaseCalendarOf(
  versions: readonly Version[],
  daysBetweenMinors: number,
  scale: DayScale,
  untilDay: number,
): readonly MinorRelease[] {
  const known = knownMinors(versions, scale);
  const last = known.at(-1);
  if (last === undefined) return [];
  const countedFrom = Math.max(last.releaseDay, -daysBetweenMinors);
  const coming: MinorRelease[] = [];
  let { minor } = last;
  for (let nth = 1; ; nth++) {
    const releaseDay = Math.round(countedFrom + nth * daysBetweenMinors);
    if (releaseDay > untilDay) return [...known, ...coming];
    minor = minorAfter(minor);
    const patches = [{ version: `${minor}.0`, releaseDay, endOfLifeDay: null }];
    coming.push({
      minor,
      releaseDay,
      releasedOn: scale.dateOf(releaseDay),
      isAssumed: true,
      kubernetesMinor: null,
      patches,
    });
  }
}

function knownMinors(versions: readonly Version[], scale: DayScale): readonly MinorRelease[] {
  const byMinor = groupedBy(
    versions.filter(({ releasedOn }) => releasedOn !== null).toSorted((a, b) => compareVersions(a.version, b.version)),
    ({ version }) => minorOf(version),
  );
  return [...byMinor].map(([minor, all]) => {
    const dates = all.map(({ releasedOn }) => releasedOn as IsoDate);
    const releasedOn = dates.toSorted()[0] as IsoDate;
    const patches = all.map(({ version, endOfLifeOn }, index) => ({
      version,
      releaseDay: scale.dayOf(dates[index] as IsoDate),
      endOfLifeDay: endOfLifeOn === undefined ? null : scale.dayOf(endOfLifeOn),
    }));
    return {
      minor,
      releaseDay: scale.dayOf(releasedOn),
      releasedOn,
      isAssumed: false,
      kubernetesMinor: all[0]?.kubernetesMinor ?? null,
      patches,
    };
  });
}

/** Where in a calendar a version's minor version stands; below zero: it is none of it. */
export function positionOf(version: string, releases: readonly MinorRelease[]): number {
  return releases.findIndex(({ patches }) => patches.some((patch) => patch.version === version));
}
