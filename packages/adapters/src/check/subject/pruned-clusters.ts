import type { About } from "./about.ts";
import type { CheckedObject } from "./checked.ts";
import type { Pruner } from "./pruners.ts";

export function isNkpCluster({ group, kind }: Pick<CheckedObject, "group" | "kind">): boolean {
  return group === "clusters.nkp.nutanix.com" && kind === "NKPCluster";
}

/** What a judgement about a pruner is about: of one cluster where it deletes no other. */
export function aboutPruner({ object, path }: Pruner, deleted: readonly CheckedObject[]): About {
  const names = new Set(deleted.flatMap((one) => one.about().clusterName ?? []));
  const [only = null] = names;
  return { ...object.about(path), clusterName: names.size === 1 ? only : null };
}
