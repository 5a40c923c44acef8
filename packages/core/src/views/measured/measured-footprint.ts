import type { MatchWay } from "./match-name.ts";
import type { Measurement } from "./measurement.ts";
import type { RunningNode } from "./running-cluster.ts";

/** What a component was measured to ask for: pods alike, of one version. */
export interface MeasuredComponent {
  readonly application: string | null;
  readonly component: string;
  readonly matchedBy: MatchWay;
  readonly version: string | null;
  readonly podCount: number | null;
  readonly cpuMillicores: number | null;
  readonly memoryBytes: number | null;
  readonly basis: "pods" | "template";
}

/** Nodes alike. */
export interface MeasuredNodes extends RunningNode {
  readonly nodeCount: number;
}

/** What was measured of a release's platform, with names of the catalog and none of its owner's. */
export interface MeasuredFootprint {
  readonly release: string;
  readonly components: readonly MeasuredComponent[];
  readonly nodes: readonly MeasuredNodes[];
  /** Workloads beside parts of the platform that the catalog does not have: how many, and nothing else of them. */
  readonly notInCatalogCount: number;
}

/** Takes of a measurement what may be given away: components by their names in the catalog, numbers, and nothing else. */
export function measuredFootprint(
  { release, matched, notInCatalog }: Measurement,
  nodes: readonly RunningNode[],
): MeasuredFootprint {
  const components = new Map<string, MeasuredComponent>();
  for (const { known, way, workload } of matched) {
    const { version, podCount, cpuMillicores, memoryBytes, basis } = workload;
    const one: MeasuredComponent = {
      ...{ application: known.application, component: known.component.name, matchedBy: way },
      ...{ version, podCount, cpuMillicores, memoryBytes, basis },
    };
    const key = JSON.stringify({ ...one, podCount: 0 });
    const there = components.get(key);
    const count = there === undefined ? podCount : plus(there.podCount, podCount);
    components.set(key, { ...one, podCount: count });
  }
  const alike = new Map<string, MeasuredNodes>();
  for (const node of nodes) {
    const key = JSON.stringify(node);
    alike.set(key, { ...node, nodeCount: (alike.get(key)?.nodeCount ?? 0) + 1 });
  }
  return {
    release,
    components: [...components.values()],
    nodes: [...alike.values()],
    notInCatalogCount: notInCatalog.length,
  };
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
