import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import { at, textAt } from "../../read/objects/read-fields.ts";
import type { Checked, CheckedCluster } from "./checked.ts";

const CONFIG = ["spec", "template", "spec", "bootstrap", "configRef"] as const;

/**
 * Whether the files say with which taints the nodes of a pool join. Without a ClusterClass that is in the configuration
 * that a MachineDeployment names: where no file has it, no taints were read, and yet there may be some.
 */
export function areTaintsKnown(
  { shape, partOf }: Pick<CheckedCluster, "shape" | "partOf">,
  pool: PoolShape,
  { objects }: Pick<Checked, "objects">,
): boolean {
  if (shape.source !== "cluster-api" || pool.taints.length > 0) return true;
  const config = at(partOf("whole", pool).object.data, ...CONFIG);
  return objects.some(({ kind, name }) => kind === textAt(config, "kind") && name === textAt(config, "name"));
}
