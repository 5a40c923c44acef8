import type { Problem } from "../base/findings/problem.ts";
import { minorOf } from "../base/minor-version.ts";
import { shown } from "../base/shown.ts";
import { isDay, notADay, notWhole, repeatedNames } from "./input-checks.ts";
import type { Freeze, LifecycleInput, TenantReadiness } from "./lifecycle-input.ts";

/** Tenants without a home, and paces that nobody can keep to. */
export function readinessProblems({ asOf, facts, clusters, readiness }: LifecycleInput): readonly Problem[] {
  const homes = new Set(clusters.flatMap(({ tenantIds }) => tenantIds));
  const released = facts.versions.filter(({ releasedOn }) => releasedOn !== null && releasedOn <= asOf);
  const known = new Set(released.flatMap(({ version }) => [version, minorOf(version)]));
  return [
    ...repeatedNames(readiness.map(({ tenantId }, index) => [tenantId, ["readiness", index, "tenantId"]])),
    ...readiness.flatMap((one, index) => {
      const path = ["readiness", index];
      return [
        ...(homes.has(one.tenantId) ? [] : [homeless(one, path)]),
        ...dayProblems(one, path),
        ...freezeProblems(one.freezes, [...path, "freezes"]),
        ...(one.certified ?? []).flatMap((version, at): readonly Problem[] => {
          if (known.has(version)) return [];
          const expected = `a version or minor version that was out on ${asOf}`;
          const fix = "leave it out, or write null for all";
          return [{ path: [...path, "certified", at], found: shown(version), expected, fix }];
        }),
      ];
    }),
  ];
}

function homeless({ tenantId }: TenantReadiness, path: Problem["path"]): Problem {
  const expected = "a tenant that lives in a cluster";
  return { path: [...path, "tenantId"], found: shown(tenantId), expected, fix: "add it to a cluster, or leave it out" };
}

const MINOR = /^\d+\.\d+$/;

function dayProblems(
  { readyAfterDays, readyAfterByMinor = {} }: TenantReadiness,
  path: Problem["path"],
): readonly Problem[] {
  const check = (days: number | null, place: Problem["path"]) =>
    days === null ? [] : notWhole(0, days, place, "days, or null for never");
  return [
    ...check(readyAfterDays, [...path, "readyAfterDays"]),
    ...Object.entries(readyAfterByMinor).flatMap(([minor, days]) => {
      const place = [...path, "readyAfterByMinor", minor];
      if (MINOR.test(minor)) return check(days, place);
      return [{ path: place, found: shown(minor), expected: "a minor version", fix: "write for example 2.18" }];
    }),
  ];
}

function freezeProblems(freezes: readonly Freeze[], path: Problem["path"]): readonly Problem[] {
  const problems = freezes.flatMap(({ from, to }, index): readonly Problem[] => {
    const place = [...path, index];
    const wrong = Object.entries({ from, to }).flatMap(([key, day]) => notADay(day, [...place, key]));
    if (wrong.length > 0 || from <= to) return wrong;
    const expected = `a day from ${from} on, on which it begins`;
    return [{ path: [...place, "to"], found: to, expected, fix: "exchange the two, or correct one" }];
  });
  const sound = freezes
    .map((freeze, index) => ({ ...freeze, index }))
    .filter(({ from, to }) => isDay(from) && isDay(to) && from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const overlaps = sound.flatMap(({ from, to, index }, at): readonly Problem[] => {
    const before = sound.slice(0, at).find((one) => one.to >= from);
    if (before === undefined) return [];
    const expected = `days after ${before.to}, until when freezes[${before.index}] lasts`;
    return [{ path: [...path, index], found: `${from} to ${to}`, expected, fix: "make one freeze of the two" }];
  });
  return [...problems, ...overlaps];
}
