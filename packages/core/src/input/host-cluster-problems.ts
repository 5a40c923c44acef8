import type { Problem } from "../base/findings/problem.ts";
import { didYouMean, shown } from "../base/shown.ts";
import { HOSTED_ROLES } from "./host-clusters.ts";

type Raw = Readonly<Record<string, unknown>>;
type Path = Problem["path"];

/** What lies on a cluster of hosts: everything with this name is placed once. */
interface Placed {
  readonly name: unknown;
  readonly path: Path;
}

/** Clusters of hosts named twice or with nothing on them, and placements of or on what is not there, or done twice. */
export function hostClusterProblems(
  hostClusters: readonly Raw[],
  placement: readonly Raw[],
  tenantIds: readonly unknown[],
): readonly Problem[] {
  const names = hostClusters.map(({ name }) => name);
  const placed = (field: "tenants" | "roles"): readonly Placed[] =>
    placement.flatMap((one, index) =>
      listOf(one[field]).map((name, at) => ({ name, path: ["placement", index, field, at] })),
    );
  const tenants = placed("tenants");
  const roles = placed("roles");
  return [
    ...repeated(hostClusters.map(({ name }, index) => ({ name, path: ["hostClusters", index, "name"] }))),
    ...placement.flatMap(({ hostCluster }, index) =>
      unknownName({ name: hostCluster, path: ["placement", index, "hostCluster"] }, names, "one of hostClusters"),
    ),
    ...tenants.flatMap((one) => unknownName(one, tenantIds, "the id of a tenant")),
    ...repeated(tenants),
    ...repeated(roles),
    ...unusedProblems(names, placement, roles),
  ];
}

function unknownName({ name, path }: Placed, known: readonly unknown[], expected: string): readonly Problem[] {
  if (typeof name !== "string" || known.includes(name)) return [];
  const texts = known.filter((one) => typeof one === "string");
  const fix = texts.length === 0 ? "add it there, or leave this out" : didYouMean(name, texts);
  return [{ path, found: shown(name), expected, fix }];
}

function repeated(all: readonly Placed[]): readonly Problem[] {
  const names = all.map(({ name }) => name);
  return all
    .filter(({ name }, index) => typeof name === "string" && names.indexOf(name) !== index)
    .map(({ name, path }) => ({
      path,
      found: `${shown(name)} a second time`,
      expected: "each once",
      fix: "remove one of them",
    }));
}

/** What no placement names lies on the first; on any other nothing lies unless it is placed there. */
function unusedProblems(
  names: readonly unknown[],
  placement: readonly Raw[],
  roles: readonly Placed[],
): readonly Problem[] {
  const isUsed = (name: unknown) =>
    placement.some((one) => one["hostCluster"] === name && [one["tenants"], one["roles"]].some(isFilled));
  const isAllPlaced = HOSTED_ROLES.every((role) => roles.some(({ name }) => name === role));
  return names.flatMap((name, index) => {
    if (typeof name !== "string" || isUsed(name) || (index === 0 && !isAllPlaced) || names.indexOf(name) !== index)
      return [];
    return [
      {
        path: ["hostClusters", index],
        found: `nothing that lies on ${shown(name)}`,
        expected: "a placement for it",
        fix: `leave it out, or add { hostCluster: ${name}, tenants: […] } to placement`,
      },
    ];
  });
}

function isFilled(value: unknown): boolean {
  return listOf(value).length > 0;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
