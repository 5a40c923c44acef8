import type { PlaneSize } from "@nkp-planner/core";
import { at, type Dataset, type RawProvenance } from "./dataset.ts";
import type { Bibliography } from "./sources.ts";

type RawSpan = number | readonly [least: number, most: number];

interface RawPlaneSize {
  readonly clusters: readonly [least: number, most: number];
  readonly workers: RawSpan;
  readonly workerVcpu: RawSpan;
  readonly workerMemoryGiB: RawSpan;
}

/** What others say of the workers of a management cluster, by the clusters that it manages. */
export function convertPlaneSizes(dataset: Dataset, bibliography: Bibliography): PlaneSize[] {
  const path = "scaleLimits.managementSizingByClusters";
  const provenance = bibliography.provenanceOf(at(dataset, path) as RawProvenance);
  const sizes = at(dataset, `${path}.value`) as readonly RawPlaneSize[];
  return sizes.map(({ clusters: [, upToClusters], workers, workerVcpu, workerMemoryGiB }) => ({
    upToClusters,
    workers: spanOf(workers),
    workerVcpu: spanOf(workerVcpu),
    workerMemoryGiB: spanOf(workerMemoryGiB),
    ...provenance,
  }));
}

function spanOf(raw: RawSpan): PlaneSize["workers"] {
  const [least, most] = typeof raw === "number" ? [raw, raw] : raw;
  return { least, most };
}
