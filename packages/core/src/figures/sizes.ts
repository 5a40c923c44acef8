import { dividePool, isLicensed } from "../costs/pool-costs.ts";
import type { PlannedFleet } from "../planned-fleet.ts";
import { gibOf } from "../units.ts";
import { COMPUTED, type Figure, type FigureLine, plainLine } from "./figure.ts";
import { capacityLine, MEMORY, type Measure, reasonOf, unusedOf, VCPU } from "./pools.ts";

/** The sizes of a whole plan, by id: clusters, nodes, vCPU, memory, storage, and what of them serves nobody. */
export const sizeFigures: Readonly<Record<string, (plan: PlannedFleet) => Omit<Figure, "id">>> = {
  clusterCount: (plan) => ({
    title: "Clusters",
    unit: "clusters",
    value: plan.totals.clusterCount,
    formula: null,
    lines: plan.clusters.map((cluster) =>
      plainLine(`${cluster.name}, ${cluster.edition} ${cluster.role}`, 1, {
        ...COMPUTED,
        opens: `cluster.${cluster.name}.nodeCount`,
      }),
    ),
  }),
  nodeCount: (plan) => ({
    title: "Nodes",
    unit: "nodes",
    value: plan.totals.nodeCount,
    formula: null,
    lines: poolLines(plan, (cluster, pool) =>
      plainLine(`${cluster.name}, ${pool.role}`, pool.nodeCount, {
        confidence: pool.confidence,
        sources: pool.sources,
        note: reasonOf(pool),
        opens: `cluster.${cluster.name}.${pool.role === "control-plane" ? "controlPlaneNodeCount" : "workerNodeCount"}`,
      }),
    ),
  }),
  vcpu: (plan) => capacityFigure(plan, "vCPU of all nodes", plan.totals.vcpu, VCPU),
  memoryGiB: (plan) => capacityFigure(plan, "Memory of all nodes", plan.totals.memoryGiB, MEMORY),
  storageGiB: (plan) => ({
    title: "Node disks and volume claims",
    unit: "GiB",
    value: plan.totals.storageGiB,
    formula: null,
    lines: plan.clusters.flatMap((cluster) => [
      ...cluster.pools.map((pool) =>
        plainLine(
          `${cluster.name}, ${pool.role} node disks, ${pool.nodeCount} × ${pool.shape.diskGiB} GiB`,
          gibOf(pool.capacity.storageBytes),
          pool,
        ),
      ),
      ...claims(`${cluster.name}, volume claims of the platform`, cluster.platformClaimsBytes, "derived-manifest"),
      ...claims(`${cluster.name}, volume claims of tenants`, cluster.tenantClaimsBytes, "user"),
    ]),
  }),
  licensedVcpu: (plan) => ({
    title: "vCPU that need a licence",
    unit: "vCPU",
    value: plan.totals.licensedVcpu,
    formula: null,
    lines: poolLines(plan, (cluster, pool) =>
      isLicensed(pool, plan.context.choices) ? capacityLine(cluster, pool, VCPU) : null,
    ),
  }),
  platformVcpu: (plan) =>
    platformFigure(plan, "vCPU that serve no tenant", plan.totals.platformVcpu, VCPU, "platformVcpu"),
  platformMemoryGiB: (plan) =>
    platformFigure(plan, "Memory that serves no tenant", plan.totals.platformMemoryGiB, MEMORY, "platformMemoryGiB"),
  idleVcpu: (plan) => idleFigure(plan, "vCPU that nobody requests", plan.totals.idleVcpu, VCPU),
  idleMemoryGiB: (plan) => idleFigure(plan, "Memory that nobody requests", plan.totals.idleMemoryGiB, MEMORY),
  floorAddedNodeCount: (plan) => ({
    title: "Nodes that only the documented minimums ask for",
    unit: "nodes",
    value: plan.totals.floorAddedNodeCount,
    formula: null,
    lines: poolLines(plan, (cluster, pool) =>
      pool.floorAddedNodeCount === 0
        ? null
        : plainLine(`${cluster.name}, ${pool.role}`, pool.floorAddedNodeCount, {
            confidence: pool.confidence,
            sources: pool.sources,
            note: reasonOf(pool),
          }),
    ),
  }),
  floorAddedVcpu: (plan) =>
    floorFigure(plan, "vCPU that only the documented minimums ask for", plan.totals.floorAddedVcpu, VCPU),
  floorAddedMemoryGiB: (plan) =>
    floorFigure(plan, "Memory that only the documented minimums ask for", plan.totals.floorAddedMemoryGiB, MEMORY),
};

type Cluster = PlannedFleet["clusters"][number];
type Pool = Cluster["pools"][number];

function poolLines(
  plan: PlannedFleet,
  lineOf: (cluster: Cluster, pool: Pool) => FigureLine | null,
): readonly FigureLine[] {
  return plan.clusters.flatMap((cluster) => cluster.pools.flatMap((pool) => lineOf(cluster, pool) ?? []));
}

function capacityFigure(plan: PlannedFleet, title: string, value: number, measure: Measure): Omit<Figure, "id"> {
  return {
    title,
    unit: measure.unit,
    value,
    formula: null,
    lines: poolLines(plan, (cluster, pool) => capacityLine(cluster, pool, measure)),
  };
}

function platformFigure(
  plan: PlannedFleet,
  title: string,
  value: number,
  measure: Measure,
  field: string,
): Omit<Figure, "id"> {
  const lines = poolLines(plan, (cluster, pool) => {
    if (pool.role !== "workload") return capacityLine(cluster, pool, measure);
    const overhead = measure.inUnit(dividePool(pool, measure.resource).overhead);
    return plainLine(`${cluster.name}, platform on workload nodes`, overhead, {
      confidence: "derived-manifest",
      sources: plan.context.catalog.release.sources,
      opens: `cluster.${cluster.name}.${field}`,
    });
  });
  return { title, unit: measure.unit, value, formula: null, lines };
}

function idleFigure(plan: PlannedFleet, title: string, value: number, measure: Measure): Omit<Figure, "id"> {
  const lines = poolLines(plan, (cluster, pool) =>
    pool.role === "workload"
      ? plainLine(`${cluster.name}, workload`, unusedOf(pool, measure), { ...COMPUTED, note: reasonOf(pool) })
      : null,
  );
  return { title, unit: measure.unit, value, formula: null, lines };
}

function floorFigure(plan: PlannedFleet, title: string, value: number, measure: Measure): Omit<Figure, "id"> {
  const lines = poolLines(plan, (cluster, pool) => {
    if (pool.floorAddedNodeCount === 0) return null;
    const each = measure.ofShape(pool);
    const quantity = pool.floorAddedNodeCount;
    return { ...capacityLine(cluster, pool, measure), quantity, value: quantity * each };
  });
  return { title, unit: measure.unit, value, formula: null, lines };
}

function claims(label: string, bytes: number, confidence: "derived-manifest" | "user"): readonly FigureLine[] {
  return bytes === 0 ? [] : [plainLine(label, gibOf(bytes), { confidence, sources: [] })];
}
