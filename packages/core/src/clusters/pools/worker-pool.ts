import { type ConfidenceOrUser, type SourceId, weakestOf } from "../../base/provenance.ts";
import { addResources, multiplyResources, NOTHING } from "../../base/units.ts";
import { type Demand, extraPods } from "../../demand/demand.ts";
import { requestsPlaced } from "../../demand/footprint.ts";
import type { NodeMinimum, NodeShape } from "../../input/catalog.ts";
import { choiceOf, isAbout, numberOf } from "../../input/parameters.ts";
import type { PlatformContext } from "../../input/platform-context.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import type { ClusterBlueprint } from "../../models/operating-model.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import type { Node } from "../../scheduling/node.ts";
import { PreparedPool } from "../../scheduling/prepared-pool.ts";
import { traitsOf } from "../../scheduling/resource-score.ts";
import type { Loss } from "../../scheduling/survival.ts";
import { allocatableOf, capacityOf, reservedOf } from "./allocatable.ts";
import { type PoolsOfKind, remember } from "./cluster-cache.ts";
import { tenantRequestsOn } from "./cluster-pods.ts";
import { podNetworkNodesOf } from "./network.ts";
import type { ClusterToSize, NodePool, PoolKind } from "./node-pool.ts";
import { askedByTenant, chooseShape, questionFor, standingShape } from "./node-shapes.ts";
import { nodesAlike } from "./nodes-alike.ts";
import { notReplacedIn } from "./pods-replaced.ts";
import { heldTo } from "./pool-choices.ts";
import { nodeMaker, zoneCountOf } from "./pool-nodes.ts";
import type { NodeCountStep, PoolSizing } from "./pool-sizing.ts";

/** What a worker pool is to carry beside what is installed, and the other nodes of its cluster. */
export interface PoolPods {
  readonly installed: readonly PodGroup[];
  readonly groups: readonly PodGroup[];
  readonly growth: readonly PodGroup[];
  readonly headroom: readonly PodGroup[];
  readonly otherNodes: readonly Node[];
}

/** A pool of workers before its nodes are counted. */
export interface PoolToPlan {
  readonly kind: PoolKind;
  readonly pods: PoolPods;
  /** The shape that its tenant asks for; null: as for all pools. */
  readonly shape: NodeShape | null;
  /** The documented minimum, and what its tenant asks for at least. */
  readonly floorNodeCount: number;
  readonly askedNodeCount: number;
  readonly mostNodeCount: number;
  /** Whether the pods that run so many times for the platform are here. */
  readonly isMain: boolean;
  /** What sets it apart from the pool that clusters of its kind have without being asked; empty: nothing. */
  readonly key: string;
}

/** Counts a pool of workers and chooses their shape, unless they stand already in one. */
export function workerPool(
  cluster: ClusterToSize,
  { kind, pods, shape: askedShape, floorNodeCount, askedNodeCount, mostNodeCount, isMain, key }: PoolToPlan,
  minimum: NodeMinimum,
  kept: PoolsOfKind,
  context: PricedContext,
): NodePool {
  const { blueprint, demand, footprint } = cluster;
  const { name, role } = kind;
  const { choices, catalog } = context;
  const zoneCount = zoneCountOf(context);
  const { installed, groups, growth, headroom, otherNodes } = pods;
  const traits = traitsOf(catalog.release.kubernetesVersion);
  const poolOf = (shape: NodeShape) =>
    remember(kept.prepared, `${key}${JSON.stringify(shape)}`, () => {
      const nodeAt = nodeMaker(kind, allocatableOf(shape, context), zoneCount);
      return new PreparedPool({ installed, otherNodes, nodeAt, traits });
    });
  const standing = cluster.standing.find((pool) => pool.name === name);
  const asked = `${key}${JSON.stringify([groups, growth, headroom, standing])}`;
  const question = {
    poolOf,
    sizings: kept.sizings.of(asked),
    groups,
    growth,
    headroom,
    orderCount: numberOf(choices, "arrival-orders"),
    mostNodeCount,
    loss: lossOf(context),
    floorNodeCount,
    askedNodeCount,
    standingNodeCount: standing?.nodeCount ?? 0,
    onTry: kept.onTry,
  };
  const best =
    standing !== undefined
      ? standingShape(standing, question)
      : askedShape !== null
        ? askedByTenant(askedShape, question)
        : chooseShape(role, blueprint.edition, question, minimum, context);
  const { shape, sizing } = best;
  const sized = questionFor(shape, question);
  const { nodeCount } = sizing;
  const added = (reason: NodeCountStep["reason"]) =>
    sizing.steps.find((step) => step.reason === reason)?.nodeCount ?? 0;
  const platform = addResources(
    isMain ? requestsPlaced(footprint, "workers") : NOTHING,
    multiplyResources(requestsPlaced(footprint, "every-node"), nodeCount),
  );
  const { extended, ...tenantRequests } = tenantRequestsOn(
    groups,
    nodesAlike(poolOf(shape).ground.nodeAt, nodeCount, zoneCount),
    otherNodes,
  );
  return {
    ...kind,
    isMain,
    dividedWorkloads: [],
    divisionMonthlySaving: null,
    shape,
    nodeCount,
    steps: sizing.steps,
    lowerBoundNodeCount: sizing.lowerBoundNodeCount,
    division: sizing.division,
    neededNodeCount: sizing.neededNodeCount,
    neededFor: sizing.neededFor,
    floorAddedNodeCount: added("floor"),
    failureAddedNodeCount: added("failure"),
    ...heldTo(choices),
    surgeNodeCount: numberOf(choices, "surge-nodes"),
    boundBy: lastBound(sizing),
    room: sizing.room,
    unplaced: sizing.unplaced,
    whyNot: question.sizings.whyNot(shape, sized, sizing),
    ...notReplacedIn(sized, sizing, numberOf(choices, "surge-nodes")),
    survivesLoss: sizing.survivesLoss,
    hasOneMore: sizing.hasOneMore,
    limited: sizing.limited,
    isCutShort: sizing.isCutShort,
    triedOrderCount: sizing.triedOrderCount,
    allocatablePerNode: allocatableOf(shape, context),
    capacity: multiplyResources(capacityOf(shape), nodeCount),
    reserved: multiplyResources(reservedOf(shape, context), nodeCount),
    platformRequests: platform,
    tenantRequests: {
      ...tenantRequests,
      // Volumes belong to no pool; the one for everything stands for all.
      storageBytes: isMain ? demand.requests.storageBytes : 0,
    },
    ...(extended === undefined ? {} : { tenantExtended: extended }),
    ...evidenceOf(added("floor") > 0, best, minimum, context),
  };
}

const PERCENT = 100;

/** Pods that stand for growth and headroom; only pools that tenants use have them. */
export function reserveOf(
  demand: Demand,
  growthRatio: number,
  { choices }: PricedContext,
): Pick<PoolPods, "growth" | "headroom"> {
  const percent = numberOf(choices, "headroom-percent") / PERCENT;
  const replicas = numberOf(choices, "headroom-pods");
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
            isReserve: true as const,
            replicas,
            topologySpread: [],
            labels: {},
            podAffinity: null,
            podAntiAffinity: null,
          },
        ];
  return {
    growth: extraPods("growth", demand, growthRatio),
    headroom: [...extraPods("headroom", demand, percent), ...pods],
  };
}

function lastBound({ steps, neededFor }: PoolSizing): NodePool["boundBy"] {
  const last = steps.at(-1)?.reason;
  return last === undefined || last === "requests" || last === "spreading" || last === "arrival" ? neededFor : last;
}

/**
 * How many workers a cluster may have: what Kubernetes is good for and the pod network has room for, less the control
 * plane and a node during an upgrade.
 */
export function mostWorkersOf(choices: PlatformContext["choices"]): number {
  const most = Math.min(numberOf(choices, "nodes-per-cluster"), podNetworkNodesOf(choices));
  return Math.max(0, most - numberOf(choices, "control-plane-count") - numberOf(choices, "surge-nodes"));
}

function lossOf({ choices }: PricedContext): Loss {
  const choice = choiceOf(choices, "loss-survived");
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
  { catalog: { release } }: PricedContext,
): Pick<NodePool, "confidence" | "sources" | "note"> {
  const note = isByFloor ? minimum.note : reason;
  if (isByFloor) return { confidence, sources: [...new Set([...minimum.sources, ...sources])], note };
  return {
    confidence: confidence === "user" ? "user" : weakestOf([confidence, release.confidence]),
    sources: [...new Set([...sources, ...release.sources])],
    note,
  };
}

/** The documented number of workers, or 0 where the plan drops the floors. */
export function floorOf({ edition, role }: ClusterBlueprint, minimum: NodeMinimum, { choices }: PricedContext): number {
  if (choiceOf(choices, "floors").chosen === "none") return 0;
  const asked = choiceOf(choices, "attached-worker-floor");
  return role === "attached" && isAbout(asked, { edition, role })
    ? numberOf(choices, "attached-worker-floor")
    : minimum.worker.count;
}
