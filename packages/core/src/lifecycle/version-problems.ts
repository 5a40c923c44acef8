import type { Problem } from "../base/findings/problem.ts";
import { compareVersions, minorAfter, minorOf } from "../base/minor-version.ts";
import { shown } from "../base/shown.ts";
import type { Version } from "../input/version-facts.ts";
import { notADay, repeatedNames } from "./input-checks.ts";

const VERSION = /^\d+\.\d+\.\d+$/;

/** Versions that are no calendar: in no form, without a day, out of order, or with a minor version missing. */
export function versionProblems(versions: readonly Version[]): readonly Problem[] {
  const placed = versions.map((one, index) => ({ ...one, path: ["facts", "versions", index] }));
  const problems = placed.flatMap(({ version, releasedOn, path }) => [
    ...(VERSION.test(version)
      ? []
      : [
          {
            path: [...path, "version"],
            found: shown(version),
            expected: "a version of three numbers",
            fix: "write for example 2.17.1",
          },
        ]),
    ...(releasedOn === null ? [] : notADay(releasedOn, [...path, "releasedOn"])),
  ]);
  if (problems.length > 0) return problems;
  const dated = placed.filter(({ releasedOn }) => releasedOn !== null);
  if (dated.length === 0) {
    const fix = "give at least one version with its day";
    return [{ path: ["facts", "versions"], found: "no version with a day", expected: "a calendar of releases", fix }];
  }
  const sorted = dated.toSorted((a, b) => compareVersions(a.version, b.version));
  const firsts = sorted.filter(({ version }, index) => minorOf(version) !== minorOf(sorted[index - 1]?.version ?? ""));
  return [
    ...repeatedNames(dated.map(({ version, path }) => [version, path])),
    ...outOfOrder(sorted, (before, version) => minorOf(before) === minorOf(version)),
    ...outOfOrder(firsts, () => true),
    ...firsts.flatMap(({ version, path }, index): readonly Problem[] => {
      const before = firsts[index - 1];
      if (before === undefined || !isGap(minorOf(before.version), minorOf(version))) return [];
      const expected = `${minorAfter(minorOf(before.version))} after ${minorOf(before.version)}`;
      return [{ path: [...path, "version"], found: shown(version), expected, fix: "add the versions between" }];
    }),
  ];
}

interface PlacedVersion extends Version {
  readonly path: readonly (string | number)[];
}

function outOfOrder(
  versions: readonly PlacedVersion[],
  isOfOneList: (before: string, version: string) => boolean,
): readonly Problem[] {
  return versions.flatMap(({ version, releasedOn, path }, index): readonly Problem[] => {
    const before = versions[index - 1];
    if (before?.releasedOn == null || releasedOn === null) return [];
    if (!isOfOneList(before.version, version) || before.releasedOn < releasedOn) return [];
    const expected = `a day after ${before.releasedOn}, on which ${before.version} came out`;
    return [{ path: [...path, "releasedOn"], found: releasedOn, expected, fix: "correct one of the days" }];
  });
}

function isGap(before: string, minor: string): boolean {
  const [major, last] = before.split(".");
  const [nextMajor, next] = minor.split(".");
  return nextMajor === major ? Number(next) !== Number(last) + 1 : Number(next) !== 0;
}
