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
    const planeCount = Math.max(1, Math.ceil((managedBy.get(plane)?.length ?? 0) / mostClusters));
    return Array.from({ length: planeCount }, (_, at) => (at === 0 ? plane : `${plane}-${at + 1}`));
  };
  const managerOf = new Map(planes.flatMap(({ name }) => dealtOut(managedBy.get(name) ?? [], namesOf(name))));
  return layout.flatMap((blueprint) =>
    blueprint.role === "management"
      ? namesOf(blueprint.name).map((name) => ({ ...blueprint, name }))
      : [{ ...blueprint, managedBy: managerOf.get(blueprint.name) ?? blueprint.managedBy }],
  );
}

/** Clusters with the plane that looks after each: so many to each plane, give or take one. */
function dealtOut(clusters: readonly string[], planes: readonly string[]): readonly (readonly [string, string])[] {
  return [...clusters]
    .sort()
    .map((name, index) => [name, planes[Math.floor((index * planes.length) / clusters.length)] as string] as const);
}
