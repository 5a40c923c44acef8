import type { Finding } from "../../base/findings/finding.ts";
import { compareVersions, minorOf } from "../../base/minor-version.ts";
import type { ReleaseTold } from "../../input/calendar-facts.ts";
import type { Version } from "../../input/version-facts.ts";
import { list, text } from "../../plan/rules/figures.ts";
import { type CalendarGiven, FROM_VENDOR, placeIn, replaced, type Told, toldFinding, unsaid } from "./told.ts";

/** Days, ends of life and the Kubernetes of versions, with those of a file laid over them. */
export function toldVersions(versions: readonly Version[], given: CalendarGiven): Told<readonly Version[]> {
  const { releases } = given.value;
  const byVersion = new Map(versions.map((one) => [one.version, one]));
  const findings: Finding[] = [];
  for (const [index, told] of releases.entries()) {
    const own = byVersion.get(told.version);
    const place = placeIn(given, "releases", index);
    byVersion.set(told.version, own === undefined ? added(told, [...byVersion.values()]) : changed(own, told));
    findings.push(
      ...(own === undefined
        ? [addedFinding(byVersion.get(told.version) as Version, place)]
        : changes(own, told, place)),
    );
  }
  const known = new Set(versions.map(({ version }) => version));
  const of = (isSaid: (told: ReleaseTold) => boolean, isKnown: boolean) =>
    releases.filter((told) => !isSaid(told) && known.has(told.version) === isKnown).map(({ version }) => version);
  const ends = releases.flatMap(({ version, endOfLifeOn }) =>
    endOfLifeOn === null ? [] : [`${version} on ${endOfLifeOn}`],
  );
  const hasDay = ({ releasedOn }: ReleaseTold) => releasedOn !== null;
  const hasKubernetes = ({ kubernetesMinors }: ReleaseTold) => kubernetesMinors.length > 0;
  return {
    facts: [...byVersion.values()].toSorted((a, b) => compareVersions(a.version, b.version)),
    findings: [
      ...findings,
      ...(ends.length === 0 ? [] : [toldFinding("told-ends", { ends: list(ends) }, placeIn(given))]),
      ...unsaid("the day on which it came out", of(hasDay, true), CATALOG, given),
      ...unsaid("an end of life", [...of(hasEnd, true), ...of(hasEnd, false)], "support goes by the window", given),
      ...unsaid("which Kubernetes it supports", of(hasKubernetes, true), CATALOG, given),
    ],
  };
}

const CATALOG = "the catalog's word stays";

function hasEnd({ endOfLifeOn }: ReleaseTold): boolean {
  return endOfLifeOn !== null;
}

function added({ version, releasedOn, kubernetesMinors, ...told }: ReleaseTold, others: readonly Version[]): Version {
  const alike = others.find((one) => minorOf(one.version) === minorOf(version));
  return {
    version,
    taggedOn: null,
    releasedOn,
    ...endOf(told),
    kubernetesMinor: newestOf(kubernetesMinors) ?? alike?.kubernetesMinor ?? null,
    kubernetesPatch: null,
    ...FROM_VENDOR,
  };
}

function addedFinding({ version, releasedOn, kubernetesMinor }: Version, place: ReturnType<typeof placeIn>): Finding {
  const figures = {
    version: text(version),
    day: text(releasedOn ?? "a day that is not known"),
    kubernetes: text(kubernetesMinor === null ? "a version that is not known" : kubernetesMinor),
  };
  return toldFinding("told-release", figures, place);
}

function changed(own: Version, told: ReleaseTold): Version {
  const isOther = isOtherDay(own, told) || isOtherKubernetes(own, told);
  return {
    ...own,
    ...(isOther ? FROM_VENDOR : {}),
    releasedOn: told.releasedOn ?? own.releasedOn,
    ...endOf(told),
    kubernetesMinor: isOtherKubernetes(own, told) ? newestOf(told.kubernetesMinors) : own.kubernetesMinor,
  };
}

function changes(own: Version, told: ReleaseTold, place: ReturnType<typeof placeIn>): readonly Finding[] {
  const { version, releasedOn, kubernetesMinors, endOfLifeOn } = told;
  const isOtherEnd = own.endOfLifeOn !== undefined && endOfLifeOn !== null && endOfLifeOn !== own.endOfLifeOn;
  const what = (name: string) => `the ${name} of ${version}`;
  return [
    ...(isOtherDay(own, told) ? [replaced(what("day"), releasedOn ?? "", own.releasedOn ?? "not known", place)] : []),
    ...(isOtherEnd ? [replaced(what("end of life"), endOfLifeOn, own.endOfLifeOn ?? "", place)] : []),
    ...(isOtherKubernetes(own, told)
      ? [replaced(what("Kubernetes"), newestOf(kubernetesMinors) ?? "", own.kubernetesMinor ?? "not known", place)]
      : []),
  ];
}

function isOtherDay(own: Version, { releasedOn }: ReleaseTold): boolean {
  return releasedOn !== null && releasedOn !== own.releasedOn;
}

/** A release supports more than one Kubernetes and brings the newest; that the catalog's is one of them is enough. */
function isOtherKubernetes({ kubernetesMinor }: Version, { kubernetesMinors }: ReleaseTold): boolean {
  return kubernetesMinors.length > 0 && (kubernetesMinor === null || !kubernetesMinors.includes(kubernetesMinor));
}

function newestOf(minors: readonly string[]): string | null {
  return minors.toSorted(compareVersions).at(-1) ?? null;
}

function endOf({ endOfLifeOn }: Pick<ReleaseTold, "endOfLifeOn">): Pick<Version, "endOfLifeOn"> {
  return endOfLifeOn === null ? {} : { endOfLifeOn };
}
