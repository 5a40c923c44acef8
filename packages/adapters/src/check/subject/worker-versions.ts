import { textAt } from "../../read/objects/read-fields.ts";
import type { About } from "./about.ts";
import type { CheckedCluster } from "./checked.ts";

const VERSION = ["spec", "template", "spec", "version"] as const;

/** Workers that say a version of their own, beside that of their control plane. */
export interface WorkersOfVersion {
  readonly pool: string;
  /** null: they do not say it. */
  readonly version: string | null;
  /** Of the control plane. */
  readonly other: string;
  readonly about: About;
}

/** Pools of a cluster whose objects have a version each, as Cluster API has them without a ClusterClass. */
export function* workersOfVersions(cluster: CheckedCluster): Iterable<WorkersOfVersion> {
  const { source, controlPlane, kubernetesVersion, pools } = cluster.shape;
  if (source !== "cluster-api" || controlPlane === null || kubernetesVersion === null) return;
  for (const pool of pools) {
    const { object } = cluster.partOf("whole", pool);
    const { file = "", line, column } = object.placeOf([...object.path, ...VERSION]);
    yield {
      pool: pool.name,
      version: textAt(object.data, ...VERSION).replace(/^v/, "") || null,
      other: kubernetesVersion,
      about: { ...cluster.about("whole", pool), place: { file, line, column } },
    };
  }
}
