import type { ClusterBlueprint } from "./operating-model.ts";

/**
 * Gives a management cluster that would look after too many clusters others beside it, alike but for their names. Clusters
 * are dealt out evenly, in the order of their names, so that the order in which a fleet is written changes nothing.
 *
 * 120 clusters at most 50 a plane: `management`, `management-2` and `management-3` with 40 each.
 *
 * @param mostClusters null: one looks after any number
 */
export function withPlanes(
  layout: readonly ClusterBlueprint[],
  mostClusters: number | null,
): readonly ClusterBlueprint[] {
  if (mostClusters === null) return layout;
  const planes = layout.filter(({ role }) => role === "management");
  const managedBy = new Map(
    planes.map(({ name }) => [name, layout.filter((one) => one.managedBy === name).map((one) => one.name)]),
  );
  const namesOf = (plane: string) => {
    return planeNames(plane, planeCountFor(managedBy.get(plane)?.length ?? 0, mostClusters));
  };
  const managerOf = new Map(planes.flatMap(({ name }) => dealtOut(managedBy.get(name) ?? [], namesOf(name))));
  return layout.flatMap((blueprint) =>
    blueprint.role === "management"
      ? namesOf(blueprint.name).map((name) => ({ ...blueprint, name }))
      : [{ ...blueprint, managedBy: managerOf.get(blueprint.name) ?? blueprint.managedBy }],
  );
}

function planeCountFor(clusterCount: number, mostClusters: number): number {
  return Math.max(1, Math.ceil(clusterCount / mostClusters));
}

function planeNames(plane: string, planeCount: number): readonly string[] {
  return Array.from({ length: planeCount }, (_, at) => (at === 0 ? plane : `${plane}-${at + 1}`));
}

/** Planes with how many clusters each looks after, as `withPlanes` deals them out, for who has only their number. */
export function planesFor(
  plane: string,
  clusterCount: number,
  mostClusters: number | null,
): readonly { readonly name: string; readonly clusterCount: number }[] {
  const names = planeNames(plane, mostClusters === null ? 1 : planeCountFor(clusterCount, mostClusters));
  /** Of the first cluster that is dealt to a plane. */
  const firstOf = (at: number) => Math.ceil((at * clusterCount) / names.length);
  return names.map((name, at) => ({ name, clusterCount: firstOf(at + 1) - firstOf(at) }));
}

/** Clusters with the plane that looks after each: so many to each plane, give or take one. */
function dealtOut(clusters: readonly string[], planes: readonly string[]): readonly (readonly [string, string])[] {
  return [...clusters]
    .sort()
    .map((name, index) => [name, planes[Math.floor((index * planes.length) / clusters.length)] as string] as const);
}
