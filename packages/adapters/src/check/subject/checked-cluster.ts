import type { ClusterPlan, PlannedFleet } from "@nkp-planner/core";
import type { PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import type { PartPlace, ShapePart, ShapePlaces } from "../../read/cluster-shapes/shape-places.ts";
import type { FoundCluster } from "../../read/cluster-shapes/shape-source.ts";
import type { ObjectAt } from "../../read/objects/objects.ts";
import type { About, FilePlace } from "./about.ts";
import type { CheckedCluster, CheckedObject } from "./checked.ts";
import { declaredNodes } from "./declared-nodes.ts";
import { matchCluster } from "./match-clusters.ts";
import { matchPools } from "./match-pools.ts";

/** A cluster of files beside what a plan has of it. */
export function checkedCluster(
  { shape, first }: FoundCluster,
  places: ShapePlaces,
  clusters: readonly ClusterPlan[],
  named: Readonly<Record<string, string>>,
  context: PlannedFleet["context"],
): CheckedCluster {
  const { planned, candidates } = matchCluster(shape.name, clusters, named);
  const matched = planned === null ? null : matchPools(planned, shape);
  const name = planned?.name ?? shape.name;
  const partOf = (part: ShapePart, pool?: PoolShape): PartPlace =>
    (pool === undefined ? undefined : places.of(pool, part)) ?? places.of(shape, part) ?? { object: first, path: [] };
  const at = (part: ShapePart, pool?: PoolShape) => {
    const { object, path } = partOf(part, pool);
    return placeIn(object, path);
  };
  const { controlPlane = null, pools = [], others = [] } = matched ?? {};
  const all = controlPlane === null ? pools : [controlPlane, ...pools];
  return {
    name: shape.name,
    shape,
    planned,
    candidates,
    controlPlane,
    pools,
    others,
    nodes: planned === null ? null : declaredNodes(planned, all, context),
    at,
    partOf,
    about: (part, pool, poolName = pool?.name): About => ({
      what: `cluster ${name}${poolName === undefined ? "" : `, pool ${poolName}`}`,
      clusterName: name,
      poolName: poolName ?? null,
      place: at(part, pool),
    }),
  };
}

/** An object of files for rules that look at what is written. */
export function checkedObject(object: ObjectAt): CheckedObject {
  const { kind, group, name, data } = object;
  const at = (...path: (string | number)[]) => placeIn(object, path);
  return {
    ...{ kind, group, name, data, at },
    about: (path = [], what) => ({
      what: `${kind} ${name}${what === undefined ? "" : `, ${what}`}`,
      clusterName: /^(Cluster|NKPCluster)$/.test(kind) ? name : null,
      poolName: null,
      place: at(...path),
    }),
  };
}

function placeIn(object: ObjectAt, path: PartPlace["path"]): FilePlace {
  const { file = "", line, column } = object.placeOf([...object.path, ...path]);
  return { file, line, column };
}
