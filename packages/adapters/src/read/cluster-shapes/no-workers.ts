import type { Problem } from "@nkp-planner/core";
import type { PoolsCounted } from "./demand-of-shapes.ts";
import type { ShapeOptions } from "./shape-options.ts";
import { clusterText, shortName } from "./shape-sentences.ts";
import type { FoundCluster } from "./shape-source.ts";

/** Why a cluster makes no tenant, where nothing else has told it: its workers are elsewhere, none, or closed. */
export function noWorkers(
  { shape, first, hasWorkersApart }: FoundCluster,
  { counted, leftOut }: PoolsCounted,
  { autoscaled }: ShapeOptions,
): readonly Problem[] {
  if (counted.length > 0 || leftOut.some(({ reason }) => reason === "unknown")) return [];
  const of = `of ${shortName(shape.name)}`;
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
  if (hasWorkersApart)
    return problem(`${clusterText(shape)}; its workers are not in this file`, "give the file with them as well");
  return problem(`no workers ${of}`, "add its pools, or leave the cluster out");
}
