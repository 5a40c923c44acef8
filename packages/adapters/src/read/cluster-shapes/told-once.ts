import type { ObjectAt } from "../objects/objects.ts";
import { textAt } from "../objects/read-fields.ts";
import { shapeTitle } from "./shape-fields.ts";
import type { ShapeLedger } from "./shape-ledger.ts";

/** Kinds of which a second one of a name is counted a second time. */
const COUNTED = /^(Cluster|NKPCluster|MachineDeployment|MachinePool|EtcdadmCluster)$|ControlPlane$/;

/**
 * Objects without those that stand there a second time, as in files that are read together. Where a pool is another one
 * the second time, nothing tells which of the two holds.
 */
export function toldOnce(objects: readonly ObjectAt[], ledger: ShapeLedger): readonly ObjectAt[] {
  const first = new Map<string, ObjectAt>();
  return objects.filter((object) => {
    const { group, kind, name, data } = object;
    const of = [textAt(data, "metadata", "namespace"), textAt(data, "spec", "clusterName")];
    const key = JSON.stringify([group, kind, ...of, name]);
    const earlier = first.get(key);
    if (earlier === undefined || name === "") {
      first.set(key, object);
      return true;
    }
    if (JSON.stringify(earlier.data) === JSON.stringify(data)) ledger.leaveOut(object, TWICE);
    else if (COUNTED.test(kind))
      ledger.refuse(object, [], {
        found: `${shapeTitle(object)} a second time, and otherwise`,
        expected: "each once",
        fix: "leave one of the two out",
      });
    else return true;
    return false;
  });
}

/** Why the second of two is left out. */
export const TWICE = "that stand in it twice";
