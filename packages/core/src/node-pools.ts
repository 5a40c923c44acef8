import type { NodeMinimum, NodeShape } from "./catalog.ts";
import type { PlanningContext } from "./context.ts";
import type { Demand } from "./demand.ts";
import { type FootprintLine, podsPlaced, requestsPlaced } from "./footprint.ts";
import type { ClusterBlueprint, PoolRole } from "./models/operating-model.ts";
import { allocatableOf, capacityOf, chooseShape, reservedPerNode } from "./node-shapes.ts";
import { type ConfidenceOrUser, type SourceId, weakestOf } from "./provenance.ts";
import type { Bound, NodeNeed, PoolDemand } from "./scheduling.ts";
import type { Shortfall } from "./shortfalls.ts";
import { addResources, gibOf, multiplyResources, NOTHING, type Resources, vcpuOf } from "./units.ts";

/** Nodes of one shape and purpose. */
export interface NodePool {
  readonly role: PoolRole;
  readonly shape: NodeShape;
  readonly nodeCount: number;
  /** How many nodes the requests ask for; null where the count is a choice (control plane). */
  readonly neededNodeCount: number | null;
  /** Nodes that only the documented minimum asks for. */
  readonly floorAddedNodeCount: number;
  readonly boundBy: Bound | "floor" | "choice";
  /** CPU and memory of all nodes together; storage is their disks. */
  readonly capacity: Resources;
  /** What the kubelet keeps from pods, on all nodes. */
  readonly reserved: Resources;
  readonly platformRequests: Resources;
  readonly tenantRequests: Resources;
  /** Where the shape and the count come from. */
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  readonly note: string | undefined;
}

export interface PoolsOfCluster {
  readonly pools: readonly NodePool[];
  readonly shortfalls: readonly Shortfall[];
}

/**
 * The pools of a cluster: control plane by choice, workers by what platform and tenants request, never fewer
 * than the documented minimum unless the plan drops it.
 */
export function poolsOf(
  blueprint: ClusterBlueprint,
  demand: Demand,
  footprint: readonly FootprintLine[],
  context: PlanningContext,
): PoolsOfCluster {
  const minimum = minimumOf(blueprint, context);
  const controlPlane = controlPlanePool(blueprint, footprint, minimum, context);
  const workers = workerPool(blueprint, demand, footprint, minimum, context);
  return {
    pools: [controlPlane.pool, workers.pool],
    shortfalls: [...controlPlane.shortfalls, ...workers.shortfalls],
  };
}

interface PlannedPool {
  readonly pool: NodePool;
  readonly shortfalls: readonly Shortfall[];
}

function minimumOf({ edition, role }: ClusterBlueprint, { catalog }: PlanningContext): NodeMinimum {
  const minimum = catalog.nodeMinimums.find((one) => one.role === role && one.editions.includes(edition));
  if (minimum === undefined) throw new Error(`The catalog has no node minimum for ${edition} ${role} clusters.`);
  return minimum;
}

function controlPlanePool(
  blueprint: ClusterBlueprint,
  footprint: readonly FootprintLine[],
  minimum: NodeMinimum,
  { choices }: PlanningContext,
): PlannedPool {
  const { vcpu, memoryGiB, diskGiB } = minimum.controlPlane;
  const shape = { vcpu, memoryGiB, diskGiB };
  const choice = choices.of("control-plane-count");
  const nodeCount = choices.numberOf("control-plane-count");
  const perNode = addResources(requestsPlaced(footprint, "every-node"), requestsPlaced(footprint, "control-plane"));
  const allocatable = allocatableOf(shape, choices);
  const fits = perNode.cpuMillicores <= allocatable.cpuMillicores && perNode.memoryBytes <= allocatable.memoryBytes;
  const pool: NodePool = {
    role: "control-plane",
    shape,
    nodeCount,
    neededNodeCount: null,
    floorAddedNodeCount: 0,
    boundBy: "choice",
    capacity: multiplyResources(capacityOf(shape), nodeCount),
    reserved: multiplyResources(reservedPerNode(choices), nodeCount),
    platformRequests: multiplyResources(perNode, nodeCount),
    tenantRequests: NOTHING,
    confidence: choice.isDefault ? minimum.confidence : choice.confidence,
    sources: [...new Set([...minimum.sources, ...choice.sources])],
    note: minimum.note,
  };
  if (fits) return { pool, shortfalls: [] };
  const statement = `A control plane node of ${blueprint.name} has ${sizeText(allocatable)} for pods; its own pods ask for ${sizeText(perNode)}.`;
  const shortfall = {
    code: "control-plane-too-small",
    severity: "infeasible",
    clusterName: blueprint.name,
    tenantId: null,
    statement,
  } as const;
  return { pool, shortfalls: [shortfall] };
}

function workerPool(
  blueprint: ClusterBlueprint,
  demand: Demand,
  footprint: readonly FootprintLine[],
  minimum: NodeMinimum,
  context: PlanningContext,
): PlannedPool {
  const role = blueprint.poolRoles.includes("platform") ? "platform" : "workload";
  const platform = requestsPlaced(footprint, "workers");
  const poolDemand: PoolDemand = {
    requests: addResources(platform, demand.requests),
    podCount: podsPlaced(footprint, "workers") + demand.podCount,
    perNode: requestsPlaced(footprint, "every-node"),
    podsPerNode: podsPlaced(footprint, "every-node"),
    podSizes: [
      ...demand.podSizes,
      ...footprint
        .filter(({ placement, count, isSumOfPods }) => placement === "workers" && count !== 0 && !isSumOfPods)
        .map(({ component, requestsEach }) => ({ name: component, requests: requestsEach })),
    ],
  };
  const floor = floorOf(blueprint, minimum, context);
  const { shape, need, confidence, sources } = chooseShape(role, poolDemand, floor, minimum, context);
  const needed = Number.isFinite(need.nodeCount) ? need.nodeCount : 0;
  const nodeCount = Math.max(needed, floor, 1);
  const reserved = reservedPerNode(context.choices);
  const pool: NodePool = {
    role,
    shape,
    nodeCount,
    neededNodeCount: needed,
    floorAddedNodeCount: Math.max(0, floor - Math.max(needed, 1)),
    boundBy: nodeCount > needed ? "floor" : need.boundBy,
    capacity: multiplyResources(capacityOf(shape), nodeCount),
    reserved: multiplyResources(reserved, nodeCount),
    platformRequests: addResources(platform, multiplyResources(poolDemand.perNode, nodeCount)),
    tenantRequests: demand.requests,
    ...evidenceOf(nodeCount > needed, { confidence, sources }, minimum, context),
  };
  return { pool, shortfalls: shortfallsOf(blueprint, shape, need) };
}

/** A count by the minimum is as sure as the minimum; one by requests only as sure as the manifests they come from. */
function evidenceOf(
  isByFloor: boolean,
  shape: Pick<NodePool, "confidence" | "sources">,
  minimum: NodeMinimum,
  { catalog: { release } }: PlanningContext,
): Pick<NodePool, "confidence" | "sources" | "note"> {
  if (isByFloor) {
    return {
      confidence: shape.confidence,
      sources: [...new Set([...minimum.sources, ...shape.sources])],
      note: minimum.note,
    };
  }
  const confidence = shape.confidence === "user" ? "user" : weakestOf([shape.confidence, release.confidence]);
  return { confidence, sources: [...new Set([...shape.sources, ...release.sources])], note: undefined };
}

/** The documented number of workers, or 0 where the plan drops the floors. */
function floorOf({ role }: ClusterBlueprint, minimum: NodeMinimum, { choices }: PlanningContext): number {
  if (choices.of("floors").chosen === "none") return 0;
  return role === "attached" ? choices.numberOf("attached-worker-floor") : minimum.worker.count;
}

function shortfallsOf(blueprint: ClusterBlueprint, shape: NodeShape, need: NodeNeed): readonly Shortfall[] {
  const tenantId = blueprint.tenantIds[0] ?? null;
  const base = { severity: "infeasible", clusterName: blueprint.name, tenantId } as const;
  const node = `${shape.vcpu} vCPU and ${shape.memoryGiB} GiB`;
  const tooLarge = need.unplaceable.map(({ name, requests }) => ({
    ...base,
    code: "pod-larger-than-node" as const,
    statement: `${name} on ${blueprint.name} asks for ${sizeText(requests)} a pod, more than a node of ${node} has left for it; give the pool a larger node shape.`,
  }));
  if (Number.isFinite(need.nodeCount)) return tooLarge;
  const statement = `A node of ${node} on ${blueprint.name} has nothing left for pods after its reservations and agents.`;
  return [...tooLarge, { ...base, code: "no-room-for-pods" as const, statement }];
}

function sizeText({ cpuMillicores, memoryBytes }: Resources): string {
  return `${vcpuOf(cpuMillicores)} vCPU and ${Number(gibOf(memoryBytes).toFixed(2))} GiB`;
}
