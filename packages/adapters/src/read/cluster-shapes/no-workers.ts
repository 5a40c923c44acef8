import type { Problem } from "@nkp-planner/core";
import { type CountedPool, keepsPodsOff, type LeftOutPool } from "./demand-of-shapes.ts";
import type { ShapeOptions } from "./shape-options.ts";
import { clusterText } from "./shape-sentences.ts";
import type { FoundCluster } from "./shape-source.ts";

/** Why a cluster makes no tenant, where nothing else has told it: its workers are elsewhere, none, or closed. */
export function noWorkers(
  { shape, first, hasWorkersApart }: FoundCluster,
  leftOut: readonly LeftOutPool[],
  counted: readonly CountedPool[],
  { autoscaled }: ShapeOptions,
): readonly Problem[] {
  const isCounted = counted.some(({ cluster }) => cluster === shape);
  if (isCounted || leftOut.some(({ reason }) => reason === "unknown")) return [];
  const of = `of ${shape.name}`;
  const place = first.placeOf(first.path);
  const problem = (found: string, fix: string): readonly Problem[] => [
    { path: [], found, expected: "worker nodes, of which demand is made", fix, ...place },
  ];
  if (leftOut.some(({ reason }) => reason === "empty")) {
    const fix =
      autoscaled === "least" ? "add --option autoscaled=most where they are autoscaled" : "leave the cluster out";
    return problem(`only pools without machines ${of}`, fix);
  }
  if (leftOut.length > 0)
    return problem(`only workers ${of} that keep pods off`, "give the file with the other workers as well");
  const isTainted = shape.source === "nodes" && shape.controlPlane !== null && keepsPodsOff(shape.controlPlane);
  if (hasWorkersApart || isTainted)
    return problem(`${clusterText(shape)}; its workers are not in this file`, "give the file with them as well");
  return problem(`no workers ${of}`, "add its pools, or leave the cluster out");
}
