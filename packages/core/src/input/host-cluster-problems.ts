import type { Problem } from "../base/findings/problem.ts";
import { didYouMean, shown } from "../base/shown.ts";

type Raw = Readonly<Record<string, unknown>>;

/** A name in a file, and where it stands. */
type Named = readonly [name: string, path: Problem["path"]];

/** Clusters of hosts named twice or by no placement, and placements of or on what is not there, or done twice. */
export function hostClusterProblems(
  hostClusters: readonly Raw[],
  placement: readonly Raw[],
  tenantIds: readonly unknown[],
): readonly Problem[] {
  const names = hostClusters.flatMap(({ name }, index) => named(name, ["hostClusters", index, "name"]));
  const homes = placement.flatMap((one, index) => named(one["hostCluster"], ["placement", index, "hostCluster"]));
  const placed = (field: string) =>
    placement.flatMap((one, index) =>
      listOf(one[field]).flatMap((name, at) => named(name, ["placement", index, field, at])),
    );
  const tenants = placed("tenants");
  const [first] = names;
  // What no placement names lies on the first.
  const used = new Set([first, ...homes].map((one) => one?.[0]));
  return [
    ...unknown(homes, namesOf(names), "one of hostClusters"),
    ...unknown(tenants, namesOf(tenantIds.flatMap((id) => named(id, []))), "the id of a tenant"),
    ...[names, tenants, placed("roles")].flatMap(repeated),
    ...names
      .filter(([name]) => !used.has(name))
      .map(([name, path]) => ({
        path,
        found: `${shown(name)}, on which nothing lies`,
        expected: "a placement for it",
        fix: `leave it out, or add { hostCluster: ${name}, tenants: […] } to placement`,
      })),
  ];
}

/** What is no text, the schema tells of. */
function named(name: unknown, path: Problem["path"]): readonly Named[] {
  return typeof name === "string" ? [[name, path]] : [];
}

function namesOf(all: readonly Named[]): ReadonlySet<string> {
  return new Set(all.map(([name]) => name));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function repeated(all: readonly Named[]): readonly Problem[] {
  const seen = new Set<string>();
  return all
    .filter(([name]) => seen.size === seen.add(name).size)
    .map(([name, path]) => ({
      path,
      found: `${shown(name)} a second time`,
      expected: "each once",
      fix: "remove one of them",
    }));
}

function unknown(all: readonly Named[], known: ReadonlySet<string>, expected: string): readonly Problem[] {
  return all
    .filter(([name]) => !known.has(name))
    .map(([name, path]) => ({
      path,
      found: shown(name),
      expected,
      fix: known.size === 0 ? "add it there, or leave this out" : didYouMean(name, [...known]),
    }));
}
