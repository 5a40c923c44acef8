import type { ClusterBlueprint } from "@nkp-planner/core";

/** What a name is held against. */
type Planned = Pick<ClusterBlueprint, "name" | "tenantIds">;

/** Which planned cluster a name of a file means: one, none, or several, which nobody but the user can tell apart. */
export interface NameMatch<Cluster> {
  readonly planned: Cluster | null;
  readonly candidates: readonly string[];
}

/**
 * Finds the planned cluster of a name: as the policy says, by the planned name itself, or by the one tenant whose id
 * stands in it as whole words: `kite-prod` is `tenant-kite`.
 *
 * @param named names of files with the planned names that they stand for
 */
export function matchCluster<Cluster extends Planned>(
  name: string,
  clusters: readonly Cluster[],
  named: Readonly<Record<string, string>>,
): NameMatch<Cluster> {
  const bare = name.slice(name.indexOf("/") + 1);
  const said = [name, bare].find((one) => Object.hasOwn(named, one));
  const wanted = said === undefined ? [name, bare] : [named[said] ?? ""];
  const exact = clusters.find((cluster) => wanted.includes(cluster.name));
  if (exact !== undefined || said !== undefined) return { planned: exact ?? null, candidates: [] };
  const words = `-${bare}-`;
  const found = clusters.filter(({ name: own, tenantIds }) =>
    (tenantIds.length === 1 ? [own, tenantIds[0] ?? ""] : [own]).some((one) => words.includes(`-${one}-`)),
  );
  // `kite` stands in `kite-media-prod` as well: the longest name that stands there is meant.
  const longest = found.filter((one) => !found.some((other) => other !== one && isPartOf(one, other)));
  const [only, another] = longest;
  if (only === undefined || another === undefined) return { planned: only ?? null, candidates: [] };
  return { planned: null, candidates: longest.map((one) => one.name) };
}

function isPartOf(one: Planned, other: Planned): boolean {
  const of = ({ name, tenantIds }: Planned) => (tenantIds.length === 1 ? (tenantIds[0] ?? name) : name);
  return `-${of(other)}-`.includes(`-${of(one)}-`);
}
