import { COMPUTED, type FigureLine, plainLine } from "../../base/figure.ts";
import { gibOf } from "../../base/units.ts";
import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { NodePool } from "../../clusters/pools/node-pool.ts";
import { dividePool, isLicensed } from "../../costs/pool-costs.ts";
import { capacityLine, type Measure, nodeLine, reasonOf, unusedOf, VCPU } from "./pool-lines.ts";
import type { TotalParts } from "./total-parts.ts";

/** The lines behind a size of a whole plan. */
type Lines = readonly FigureLine[];

/** Every cluster, one each. */
export function clusterLines({ clusters }: TotalParts): Lines {
  return clusters.map((cluster) =>
    plainLine(`${cluster.name}, ${cluster.edition} ${cluster.role}`, 1, {
      ...COMPUTED,
      opens: `cluster.${cluster.name}.nodeCount`,
    }),
  );
}

/** The nodes of every pool. */
export function nodeLines(parts: TotalParts): Lines {
  return poolLines(parts, (cluster, pool) => nodeLine(cluster, pool, `${cluster.name}, ${pool.name}`));
}

/** What the nodes of every pool have: number × size of one. */
export function capacityLines(parts: TotalParts, measure: Measure): Lines {
  return poolLines(parts, (cluster, pool) => capacityLine(cluster, pool, measure));
}

/** Disks of nodes and what is stored for pods, in GiB. */
export function storageLines({ clusters }: TotalParts): Lines {
  return clusters.flatMap((cluster) => [
    ...cluster.pools.map((pool) =>
      plainLine(
        `${cluster.name}, ${pool.name} node disks, ${pool.nodeCount} × ${pool.shape.diskGiB} GiB`,
        gibOf(pool.capacity.storageBytes),
        pool,
      ),
    ),
    ...claims(`${cluster.name}, volume claims of the platform`, cluster.platformClaimsBytes, "derived-manifest"),
    ...claims(`${cluster.name}, volume claims of tenants`, cluster.tenantClaimsBytes, "user"),
  ]);
}

function claims(label: string, bytes: number, confidence: "derived-manifest" | "user"): Lines {
  return bytes === 0 ? [] : [plainLine(label, gibOf(bytes), { confidence, sources: [] })];
}

/** vCPU of the nodes that need a licence. */
export function licensedLines(parts: TotalParts): Lines {
  return poolLines(parts, (cluster, pool) =>
    isLicensed(pool, parts.platform.choices) ? capacityLine(cluster, pool, VCPU) : null,
  );
}

/** What serves no tenant: the platform. @param field what opens its part of a cluster's workload nodes */
export function overheadLines(parts: TotalParts, measure: Measure, field: string): Lines {
  return poolLines(parts, (cluster, pool) => {
    if (pool.role !== "workload") return capacityLine(cluster, pool, measure);
    const overhead = measure.inUnit(dividePool(pool, measure.resource).overhead);
    return plainLine(`${cluster.name}, platform on ${pool.name} nodes`, overhead, {
      confidence: "derived-manifest",
      sources: parts.platform.catalog.release.sources,
      opens: `cluster.${cluster.name}.${field}`,
    });
  });
}

/** What workload nodes have and nothing asks for. */
export function idleLines(parts: TotalParts, measure: Measure): Lines {
  return poolLines(parts, (cluster, pool) =>
    pool.role === "workload"
      ? plainLine(`${cluster.name}, ${pool.name}`, unusedOf(pool, measure), { ...COMPUTED, note: reasonOf(pool) })
      : null,
  );
}

/** Nodes that are there for a minimum alone. */
export function floorNodeLines(parts: TotalParts): Lines {
  return poolLines(parts, ({ name }, pool) => {
    const { name: poolName, floorAddedNodeCount, confidence, sources } = pool;
    if (floorAddedNodeCount === 0) return null;
    return plainLine(`${name}, ${poolName}`, floorAddedNodeCount, { confidence, sources, note: reasonOf(pool) });
  });
}

/** What nodes have that are there for a minimum alone. */
export function floorLines(parts: TotalParts, measure: Measure): Lines {
  return poolLines(parts, (cluster, pool) => {
    const quantity = pool.floorAddedNodeCount;
    if (quantity === 0) return null;
    return { ...capacityLine(cluster, pool, measure), quantity, value: quantity * measure.ofShape(pool) };
  });
}

/** What nodes have that are there for a failure. @param each what one node held back for a loss counts */
export function heldBackLines(parts: TotalParts, each: (pool: NodePool) => number): Lines {
  return poolLines(parts, (cluster, pool) => {
    if (pool.failureAddedNodeCount === 0) return null;
    const { confidence, sources, title } = pool.lossSurvived;
    return plainLine(`${cluster.name}, ${pool.name}`, pool.failureAddedNodeCount * each(pool), {
      confidence,
      sources,
      note: title,
      opens: `cluster.${cluster.name}.workerNodeCount`,
    });
  });
}

function poolLines(
  { clusters }: TotalParts,
  lineOf: (cluster: ClusterPlan, pool: NodePool) => FigureLine | null,
): Lines {
  return clusters.flatMap((cluster) => cluster.pools.flatMap((pool) => lineOf(cluster, pool) ?? []));
}
