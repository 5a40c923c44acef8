import type { Problem } from "../base/findings/problem.ts";
import { groupedBy } from "../base/grouped.ts";
import { compareVersions, minorOf } from "../base/minor-version.ts";
import { didYouMean, shown } from "../base/shown.ts";
import type { InfrastructureSupport } from "../input/upgrade-facts.ts";
import { repeatedNames } from "./input-checks.ts";
import type { ClusterToUpgrade, LifecycleInput } from "./lifecycle-input.ts";

/** Clusters that nobody can move: of versions that are not there, under planes that are not, with tenants that are not. */
export function clusterProblems(input: LifecycleInput): readonly Problem[] {
  const { asOf, facts, clusters, readiness } = input;
  const released = facts.versions.flatMap(({ version, releasedOn }) =>
    releasedOn !== null && releasedOn <= asOf ? [version] : [],
  );
  const planes = new Map(clusters.flatMap((one) => (one.role === "management" ? [[one.name, one] as const] : [])));
  const tenants = new Set(readiness.map(({ tenantId }) => tenantId));
  const isReleased = new Set(released);
  const known = groupedBy(facts.upgrades.infrastructure, ({ product }) => product);
  return [
    ...repeatedNames(clusters.map(({ name }, index) => [name, ["clusters", index, "name"]])),
    ...clusters.flatMap((cluster, index) => {
      const path = ["clusters", index];
      return [
        ...(isReleased.has(cluster.version) ? [] : [unknownVersion(cluster.version, path, released, asOf)]),
        ...managerProblems(cluster, path, planes),
        ...infrastructureProblems(cluster, path, known),
        ...cluster.tenantIds.flatMap((id, at): readonly Problem[] => {
          if (tenants.has(id)) return [];
          const expected = "a tenant of the list readiness";
          return [{ path: [...path, "tenantIds", at], found: shown(id), expected, fix: didYouMean(id, [...tenants]) }];
        }),
      ];
    }),
    ...repeatedNames(
      clusters.flatMap(({ tenantIds }, index) =>
        tenantIds.map((id, at) => [id, ["clusters", index, "tenantIds", at]] as const),
      ),
    ),
    ...sharedProblems(input),
  ];
}

function unknownVersion(version: string, path: Problem["path"], released: readonly string[], asOf: string): Problem {
  const alike = released.filter((one) => minorOf(one) === minorOf(version));
  return {
    path: [...path, "version"],
    found: shown(version),
    expected: `a version that was out on ${asOf}`,
    fix: didYouMean(version, alike.length === 0 ? released : alike),
  };
}

function managerProblems(
  { role, managedBy, version }: ClusterToUpgrade,
  path: Problem["path"],
  planes: ReadonlyMap<string, ClusterToUpgrade>,
): readonly Problem[] {
  const place = [...path, "managedBy"];
  if (role !== "attached") {
    if (managedBy === null) return [];
    return [{ path: place, found: shown(managedBy), expected: `null, as it is ${role}`, fix: "write null" }];
  }
  const plane = planes.get(managedBy ?? "");
  if (plane === undefined) {
    const fix = planes.size === 0 ? "add a management cluster" : didYouMean(managedBy ?? "", [...planes.keys()]);
    return [{ path: place, found: shown(managedBy), expected: "the name of a management cluster", fix }];
  }
  if (version === plane.version || compareVersions(minorOf(version), minorOf(plane.version)) <= 0) return [];
  const expected = `no newer minor version than that of its plane, ${plane.version}`;
  return [{ path: [...path, "version"], found: shown(version), expected, fix: "correct one of the two" }];
}

function infrastructureProblems(
  { prismCentral, aos }: ClusterToUpgrade,
  path: Problem["path"],
  infrastructure: ReadonlyMap<InfrastructureSupport["product"], readonly InfrastructureSupport[]>,
): readonly Problem[] {
  const check = (version: string | null, product: InfrastructureSupport["product"], key: string) => {
    if (version === null) return [];
    const known = (infrastructure.get(product) ?? []).map((one) => one.version);
    if (known.includes(version)) return [];
    const fix = `${known.length === 0 ? "none is known" : didYouMean(version, known)}; write null where it is not known`;
    return [{ path: [...path, key], found: shown(version), expected: "a version of the facts, or null", fix }];
  };
  return [...check(prismCentral, "prism-central", "prismCentral"), ...check(aos, "aos", "aos")];
}

/** One Prism Central has one version. */
function sharedProblems({ clusters, policy }: LifecycleInput): readonly Problem[] {
  if (policy.prismCentral === "own") return [];
  const first = clusters.find(({ prismCentral }) => prismCentral !== null)?.prismCentral;
  return clusters.flatMap(({ prismCentral }, index): readonly Problem[] => {
    if (prismCentral === null || prismCentral === first) return [];
    const expected = `${shown(first)}, as all clusters share one Prism Central`;
    const fix = 'write the same version everywhere, or prismCentral: "own" in the policy';
    return [{ path: ["clusters", index, "prismCentral"], found: shown(prismCentral), expected, fix }];
  });
}
