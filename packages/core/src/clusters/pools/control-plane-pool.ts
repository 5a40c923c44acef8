import { addResources, multiplyResources, NOTHING, type Resources } from "../../base/units.ts";
import { type FootprintLine, requestsPlaced } from "../../demand/footprint.ts";
import type { NodeMinimum } from "../../input/catalog.ts";
import { choiceOf, numberOf } from "../../input/parameters.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import type { PricedContext } from "../../prices/priced-context.ts";
import { isAdmitted } from "../../scheduling/bounds.ts";
import { allocatableOf, capacityOf, reservedOf } from "./allocatable.ts";
import { daemonRequestsOn, poolKindOf } from "./cluster-pods.ts";
import type { NodePool } from "./node-pool.ts";
import { heldTo } from "./pool-choices.ts";
import { nodesOfPool, zoneCountOf } from "./pool-nodes.ts";

/** The control plane: as many nodes as chosen, of the documented size. */
export function controlPlanePool(
  footprint: readonly FootprintLine[],
  minimum: NodeMinimum,
  context: PricedContext,
): NodePool {
  const { choices } = context;
  const { vcpu, memoryGiB, diskGiB } = minimum.controlPlane;
  const shape = { vcpu, memoryGiB, diskGiB };
  const choice = choiceOf(choices, "control-plane-count");
  const nodeCount = numberOf(choices, "control-plane-count");
  const perNode = addResources(requestsPlaced(footprint, "every-node"), requestsPlaced(footprint, "control-plane"));
  return {
    ...poolKindOf("control-plane"),
    isMain: false,
    dividedWorkloads: [],
    divisionMonthlySaving: null,
    shape,
    nodeCount,
    steps: [{ reason: "choice", nodeCount }],
    lowerBoundNodeCount: null,
    division: null,
    neededNodeCount: null,
    neededFor: "nothing",
    floorAddedNodeCount: 0,
    failureAddedNodeCount: 0,
    ...heldTo(choices),
    surgeNodeCount: numberOf(choices, "surge-nodes"),
    boundBy: "choice",
    room: null,
    unplaced: [],
    whyNot: [],
    stuckRollouts: [],
    pendingInDrain: null,
    hasOneMore: false,
    survivesLoss: true,
    limited: null,
    isCutShort: false,
    triedOrderCount: null,
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

/** What a control plane node would have to hold beyond what it has room for. */
export interface ControlPlaneExcess {
  readonly requestsPerNode: Resources;
  /** DaemonSets of tenants that run there too. */
  readonly guests: readonly PodGroup[];
}

/** null where its pods fit, or the pool is no control plane. */
export function controlPlaneExcess(
  pool: NodePool,
  footprint: readonly FootprintLine[],
  groups: readonly PodGroup[],
  context: PricedContext,
): ControlPlaneExcess | null {
  const [node] = pool.role === "control-plane" ? nodesOfPool(pool, zoneCountOf(context)) : [];
  if (node === undefined) return null;
  const platform = addResources(requestsPlaced(footprint, "every-node"), requestsPlaced(footprint, "control-plane"));
  const guests = groups.filter((group) => group.kind === "DaemonSet" && isAdmitted(group, node));
  const requestsPerNode = addResources(platform, daemonRequestsOn(guests, node));
  const { cpuMillicores, memoryBytes } = pool.allocatablePerNode;
  const fits = requestsPerNode.cpuMillicores <= cpuMillicores && requestsPerNode.memoryBytes <= memoryBytes;
  return fits ? null : { requestsPerNode, guests };
}
