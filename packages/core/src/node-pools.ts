import { allocatableOf, capacityOf, reservedOf } from "./allocatable.ts";
import type { NodeMinimum, NodeShape } from "./catalog.ts";
import { labelsOf, platformPods, taintsOf } from "./cluster-pods.ts";
import type { PlanningContext } from "./context.ts";
import { type Demand, extraPods } from "./demand.ts";
import { type FootprintLine, requestsPlaced } from "./footprint.ts";
import type { ClusterBlueprint, PoolRole } from "./models/operating-model.ts";
import { podNetworkNodesOf } from "./network.ts";
import { type ChosenShape, chooseShape } from "./node-shapes.ts";
import { controlPlaneShortfalls, workerShortfalls } from "./pool-shortfalls.ts";
import type { NodeCountStep, PoolSizing, Room } from "./pool-sizing.ts";
import { type ConfidenceOrUser, type SourceId, weakestOf } from "./provenance.ts";
import type { Bound } from "./scheduling/bounds.ts";
import type { Allocatable, Node } from "./scheduling/node.ts";
import type { PodGroup } from "./scheduling/pod-group.ts";
import { traitsOf } from "./scheduling/resource-score.ts";
import { Stages } from "./scheduling/stages.ts";
import type { Loss } from "./scheduling/survival.ts";
import type { Shortfall } from "./shortfalls.ts";
import { addResources, multiplyResources, NOTHING, type Resources } from "./units.ts";

/** Nodes of one shape and purpose. */
export interface NodePool {
  readonly role: PoolRole;
  readonly shape: NodeShape;
  readonly nodeCount: number;
  /** Why there are so many: the steps add up to nodeCount. */
  readonly steps: readonly NodeCountStep[];
  /** The least that any placement of today's pods needs; null where the count is a choice (control plane). */
  readonly lowerBoundNodeCount: number | null;
  /** At this many all of today's pods schedule; null where the count is a choice. */
  readonly neededNodeCount: number | null;
  /** What asks for the needed nodes. */
  readonly neededFor: Bound;
  /** Nodes that only the documented minimum asks for. */
  readonly floorAddedNodeCount: number;
  /** Nodes held back so that a loss is survived. */
  readonly failureAddedNodeCount: number;
  /** Further nodes that exist only while the pool is upgraded. */
  readonly surgeNodeCount: number;
  /** What asked for the last node. */
  readonly boundBy: Bound | "growth" | "headroom" | "failure" | "floor" | "choice";
  /** How much more the nodes hold before one more is needed; null where nothing is counted. */
  readonly room: Room | null;
  readonly allocatablePerNode: Allocatable;
  /** CPU and memory of all nodes together; storage is their disks. */
  readonly capacity: Resources;
  /** What firmware, kernel and kubelet keep from pods, on all nodes. */
  readonly reserved: Resources;
  readonly platformRequests: Resources;
  readonly tenantRequests: Resources;
  /** Where the shape and the count come from. */
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  readonly note: string | undefined;
}

/** A cluster before its nodes are counted. */
export interface ClusterToSize {
  readonly blueprint: ClusterBlueprint;
  readonly managedClusterCount: number;
  readonly demand: Demand;
  /** How much of the demand comes on top up to the planning horizon. */
  readonly growthRatio: number;
  readonly footprint: readonly FootprintLine[];
}

export interface PoolsOfCluster {
  readonly pools: readonly NodePool[];
  /** Every pod of the cluster: platform, tenants, and what is held for growth and headroom. */
  readonly podGroups: readonly PodGroup[];
  readonly shortfalls: readonly Shortfall[];
}

/**
 * The pools of a cluster: control plane by choice, workers by where the scheduler puts the pods of platform and
 * tenants, never fewer than the documented minimum unless the plan drops it.
 */
export function poolsOf(cluster: ClusterToSize, context: PlanningContext): PoolsOfCluster {
  const { blueprint, demand, growthRatio, footprint } = cluster;
  const minimum = minimumOf(blueprint, context);
  const workerRole = blueprint.poolRoles.includes("platform") ? "platform" : "workload";
  const reserve = workerRole === "workload" ? reserveOf(demand, growthRatio, context) : { growth: [], headroom: [] };
  const controlPlane = controlPlanePool(footprint, minimum, context);
  const controlShortfalls = controlPlaneShortfalls(blueprint, controlPlane, footprint);
  // Where agents do not even fit on the control plane, the workers are counted all the same.
  const otherNodes = controlShortfalls.length > 0 ? [] : nodesOfPool(controlPlane, zoneCountOf(context));
  const kept = keptFor(cluster, otherNodes.length, context, () => platformPods(footprint, workerRole));
  const pods = { installed: kept.installed, groups: demand.groups, otherNodes, ...reserve };
  const workers = workerPool(cluster, workerRole, pods, minimum, kept, context);
  return {
    pools: [controlPlane, workers.pool],
    podGroups: [...kept.installed, ...demand.groups, ...reserve.growth, ...reserve.headroom],
    shortfalls: [...controlShortfalls, ...workerShortfalls(blueprint, workers.pool, workers.sizing, context)],
  };
}

interface PoolPods {
  readonly installed: readonly PodGroup[];
  readonly groups: readonly PodGroup[];
  readonly growth: readonly PodGroup[];
  readonly headroom: readonly PodGroup[];
  readonly otherNodes: readonly Node[];
}

function reserveOf(
  demand: Demand,
  growthRatio: number,
  { choices }: PlanningContext,
): Pick<PoolPods, "growth" | "headroom"> {
  const PERCENT = 100;
  const percent = choices.numberOf("headroom-percent") / PERCENT;
  const replicas = choices.numberOf("headroom-pods");
  const [largest] = [...demand.groups].sort(
    (a, b) =>
      (b.requests.cpuMillicores ?? 0) - (a.requests.cpuMillicores ?? 0) ||
      (b.requests.memoryBytes ?? 0) - (a.requests.memoryBytes ?? 0),
  );
  const pods =
    largest === undefined || replicas === 0
      ? []
      : [
          {
            ...largest,
            name: "headroom, pods of the largest size",
            kind: "Deployment" as const,
            replicas,
            topologySpread: [],
            antiAffinity: null,
          },
        ];
  return {
    growth: extraPods("growth", demand, growthRatio),
    headroom: [...extraPods("headroom", demand, percent), ...pods],
  };
}

function minimumOf({ edition, role }: ClusterBlueprint, { catalog }: PlanningContext): NodeMinimum {
  const minimum = catalog.nodeMinimums.find((one) => one.role === role && one.editions.includes(edition));
  if (minimum === undefined) throw new Error(`The catalog has no node minimum for ${edition} ${role} clusters.`);
  return minimum;
}

function zoneCountOf({ choices }: PlanningContext): number {
  return choices.numberOf("zones");
}

/** The nodes of a pool as the scheduler sees them; with several zones they take turns. */
export function nodesOfPool(
  pool: Pick<NodePool, "role" | "nodeCount" | "allocatablePerNode">,
  zoneCount: number,
): readonly Node[] {
  const nodeAt = nodeMaker(pool.role, pool.allocatablePerNode, zoneCount);
  return Array.from({ length: pool.nodeCount }, (_, index) => nodeAt(index));
}

function nodeMaker(role: PoolRole, allocatable: Allocatable, zoneCount: number): (index: number) => Node {
  const labels = labelsOf(role);
  const taints = taintsOf(role);
  return (index) => ({
    name: `${role}-${index + 1}`,
    allocatable,
    zone: zoneCount > 1 ? `zone-${(index % zoneCount) + 1}` : null,
    labels,
    taints,
  });
}

function controlPlanePool(
  footprint: readonly FootprintLine[],
  minimum: NodeMinimum,
  context: PlanningContext,
): NodePool {
  const { choices } = context;
  const { vcpu, memoryGiB, diskGiB } = minimum.controlPlane;
  const shape = { vcpu, memoryGiB, diskGiB };
  const choice = choices.of("control-plane-count");
  const nodeCount = choices.numberOf("control-plane-count");
  const perNode = addResources(requestsPlaced(footprint, "every-node"), requestsPlaced(footprint, "control-plane"));
  return {
    role: "control-plane",
    shape,
    nodeCount,
    steps: [{ reason: "choice", nodeCount }],
    lowerBoundNodeCount: null,
    neededNodeCount: null,
    neededFor: "nothing",
    floorAddedNodeCount: 0,
    failureAddedNodeCount: 0,
    surgeNodeCount: choices.numberOf("surge-nodes"),
    boundBy: "choice",
    room: null,
    allocatablePerNode: allocatableOf(shape, context),
    capacity: multiplyResources(capacityOf(shape), nodeCount),
    reserved: multiplyResources(reservedOf(shape, context), nodeCount),
    platformRequests: multiplyResources(perNode, nodeCount),
    tenantRequests: NOTHING,
    confidence: choice.isDefault ? minimum.confidence : choice.confidence,
    sources: [...new Set([...minimum.sources, ...choice.sources])],
    note: minimum.note,
  };
}

function workerPool(
  cluster: ClusterToSize,
  role: PoolRole,
  pods: PoolPods,
  minimum: NodeMinimum,
  kept: Kept,
  context: PlanningContext,
): { readonly pool: NodePool; readonly sizing: PoolSizing } {
  const { blueprint, demand, footprint } = cluster;
  const { choices, catalog } = context;
  const zoneCount = zoneCountOf(context);
  const { installed, groups, growth, headroom, otherNodes } = pods;
  const traits = traitsOf(catalog.release.kubernetesVersion);
  const stagesOf = (shape: NodeShape) =>
    remember(kept.stages, JSON.stringify(shape), () => {
      const nodeAt = nodeMaker(role, allocatableOf(shape, context), zoneCount);
      return new Stages({ installed, otherNodes, nodeAt, traits });
    });
  const question = {
    stagesOf,
    groups,
    growth,
    headroom,
    orderCount: choices.numberOf("arrival-orders"),
    mostNodeCount: mostNodesOf(choices) - choices.numberOf("control-plane-count") - choices.numberOf("surge-nodes"),
    loss: lossOf(context),
    floorNodeCount: floorOf(blueprint, minimum, context),
  };
  const chosen = remember(kept.chosen, JSON.stringify([groups, growth, headroom]), () =>
    chooseShape(role, blueprint.edition, question, minimum, context),
  );
  const { shape, sizing } = chosen;
  const { nodeCount } = sizing;
  const added = (reason: NodeCountStep["reason"]) =>
    sizing.steps.find((step) => step.reason === reason)?.nodeCount ?? 0;
  const platform = addResources(
    requestsPlaced(footprint, "workers"),
    multiplyResources(requestsPlaced(footprint, "every-node"), nodeCount),
  );
  const pool: NodePool = {
    role,
    shape,
    nodeCount,
    steps: sizing.steps,
    lowerBoundNodeCount: sizing.lowerBoundNodeCount,
    neededNodeCount: sizing.neededNodeCount,
    neededFor: sizing.neededFor,
    floorAddedNodeCount: added("floor"),
    failureAddedNodeCount: added("failure"),
    surgeNodeCount: choices.numberOf("surge-nodes"),
    boundBy: lastBound(sizing),
    room: sizing.room,
    allocatablePerNode: allocatableOf(shape, context),
    capacity: multiplyResources(capacityOf(shape), nodeCount),
    reserved: multiplyResources(reservedOf(shape, context), nodeCount),
    platformRequests: platform,
    tenantRequests: addResources(demand.requests, multiplyResources(demand.perNode, nodeCount)),
    ...evidenceOf(added("floor") > 0, chosen, minimum, context),
  };
  return { pool, sizing };
}

/** What clusters of one kind have in common, kept while their tenants differ: many are alike, and each is counted once. */
interface Kept {
  readonly installed: readonly PodGroup[];
  readonly stages: Map<string, Stages>;
  readonly chosen: Map<string, ChosenShape>;
}

const keptByContext = new WeakMap<PlanningContext, Map<string, Kept>>();

function keptFor(
  { blueprint, managedClusterCount }: ClusterToSize,
  otherNodeCount: number,
  context: PlanningContext,
  install: () => readonly PodGroup[],
): Kept {
  const kinds = keptByContext.get(context) ?? new Map<string, Kept>();
  keptByContext.set(context, kinds);
  const { edition, role, services } = blueprint;
  const kind = JSON.stringify([edition, role, services, managedClusterCount, otherNodeCount]);
  return remember(kinds, kind, () => ({ installed: install(), stages: new Map(), chosen: new Map() }));
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function lastBound({ steps, neededFor }: PoolSizing): NodePool["boundBy"] {
  const last = steps.at(-1)?.reason;
  return last === "growth" || last === "headroom" || last === "failure" || last === "floor" ? last : neededFor;
}

/** How many nodes a cluster may have: what Kubernetes is good for, and what the pod network has room for. */
export function mostNodesOf(choices: PlanningContext["choices"]): number {
  return Math.min(choices.numberOf("nodes-per-cluster"), podNetworkNodesOf(choices));
}

function lossOf({ choices }: PlanningContext): Loss {
  const choice = choices.of("loss-survived");
  return choice.value === null ? { kind: "zone" } : { kind: "nodes", count: choice.value };
}

/** A count by the minimum is as sure as the minimum; one by requests only as sure as the manifests they come from. */
function evidenceOf(
  isByFloor: boolean,
  {
    confidence,
    sources,
    reason,
  }: { confidence: ConfidenceOrUser; sources: readonly SourceId[]; reason: string | undefined },
  minimum: NodeMinimum,
  { catalog: { release } }: PlanningContext,
): Pick<NodePool, "confidence" | "sources" | "note"> {
  const note =
    [reason, isByFloor ? minimum.note : undefined].filter((part) => part !== undefined).join("; ") || undefined;
  if (isByFloor) return { confidence, sources: [...new Set([...minimum.sources, ...sources])], note };
  return {
    confidence: confidence === "user" ? "user" : weakestOf([confidence, release.confidence]),
    sources: [...new Set([...sources, ...release.sources])],
    note,
  };
}

/** The documented number of workers, or 0 where the plan drops the floors. */
function floorOf({ role }: ClusterBlueprint, minimum: NodeMinimum, { choices }: PlanningContext): number {
  if (choices.of("floors").chosen === "none") return 0;
  return role === "attached" ? choices.numberOf("attached-worker-floor") : minimum.worker.count;
}
