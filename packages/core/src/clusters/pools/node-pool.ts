import type { ExtendedResources } from "../../base/extended-resources.ts";
import type { Money } from "../../base/money.ts";
import type { ConfidenceOrUser, SourceId } from "../../base/provenance.ts";
import type { Resources } from "../../base/units.ts";
import type { Demand } from "../../demand/demand.ts";
import type { FootprintLine } from "../../demand/footprint.ts";
import type { NodeShape } from "../../input/catalog.ts";
import type { Choice } from "../../input/parameters.ts";
import type { PodGroup } from "../../input/pod-group.ts";
import type { TenantPool } from "../../input/tenant-pools.ts";
import type { ClusterBlueprint, PoolRole } from "../../models/operating-model.ts";
import type { Bound } from "../../scheduling/bound.ts";
import type { Division } from "../../scheduling/bounds.ts";
import type { Allocatable, Node } from "../../scheduling/node.ts";
import type { Unplaced } from "./hopeless-pods.ts";
import type { NodeCountStep, PoolSizing, Room } from "./pool-sizing.ts";
import type { WhyNot } from "./why-not.ts";

/** What the nodes of a pool are for, and what they are made with. */
export interface PoolKind {
  /** Once in its cluster: the role's, where a tenant gave it none. */
  readonly name: string;
  readonly role: PoolRole;
  readonly labels: Node["labels"];
  readonly taints: Node["taints"];
}

/** A choice that a pool is counted by. */
export type PoolChoice = Pick<Choice, "title" | "confidence" | "sources">;

/** Nodes of one shape and purpose. */
export interface NodePool extends PoolKind {
  /** Whether the platform's pods run here that run on workers so many times; of a cluster's pools in one. */
  readonly isMain: boolean;
  /** Workloads that the planner put here because that is cheaper; empty where it did not divide the workers. */
  readonly dividedWorkloads: readonly string[];
  /** What the cluster's nodes cost less a month than with one pool; null where that is not known, or does not run. */
  readonly divisionMonthlySaving: Money | null;
  readonly shape: NodeShape;
  readonly nodeCount: number;
  /** Why there are so many: the steps add up to nodeCount. */
  readonly steps: readonly NodeCountStep[];
  /** The least that any placement of today's pods needs; null where the count is a choice (control plane). */
  readonly lowerBoundNodeCount: number | null;
  /** Of what binds: what pods ask for, and what a node has for them; null where no division gives the lower bound. */
  readonly division: Division | null;
  /** At this many all of today's pods schedule; null where the count is a choice. */
  readonly neededNodeCount: number | null;
  /** What asks for the needed nodes. */
  readonly neededFor: Bound;
  /** Nodes that only the documented minimum asks for. */
  readonly floorAddedNodeCount: number;
  /** Nodes held back so that a loss is survived. */
  readonly failureAddedNodeCount: number;
  /** What it is held to, by its tenant's wish or by what holds for all pools. */
  readonly lossSurvived: PoolChoice;
  readonly headroom: PoolChoice;
  /** Further nodes that exist only while the pool is upgraded. */
  readonly surgeNodeCount: number;
  /** What asked for the last node. */
  readonly boundBy: Bound | "growth" | "headroom" | "failure" | "floor" | "asked" | "standing" | "choice";
  /** How much more the nodes hold before one more is needed; null where nothing is counted. */
  readonly room: Room | null;
  /** Pods that run on no number of its nodes. */
  readonly unplaced: readonly Unplaced[];
  /** Deployments whose rollout waits for a pod that finds no node. */
  readonly stuckRollouts: readonly string[];
  /** A pod that finds no node while its own is drained; null: none, or nodes come before others go. */
  readonly pendingInDrain: string | null;
  /** Why it has not one node fewer, as far as pods say it. */
  readonly whyNot: readonly WhyNot[];
  /** Whether every pod finds a node again after the loss that the plan is to survive. */
  readonly survivesLoss: boolean;
  /** Whether one node is among those for the loss that only orders which were not tried may ask for. */
  readonly hasOneMore: boolean;
  /** What the most nodes that a cluster may have stands in the way of. */
  readonly limited: PoolSizing["limited"];
  /** Whether counts below were left untried, so that fewer nodes may do. */
  readonly isCutShort: boolean;
  /** In how many orders of arrival the pods were placed; null where they were not. */
  readonly triedOrderCount: number | null;
  readonly allocatablePerNode: Allocatable;
  /** CPU and memory of all nodes together; storage is their disks. */
  readonly capacity: Resources;
  /** What firmware, kernel and kubelet keep from pods, on all nodes. */
  readonly reserved: Resources;
  readonly platformRequests: Resources;
  readonly tenantRequests: Resources;
  /** Extended resources that tenants' pods ask for here; absent: none. */
  readonly tenantExtended?: ExtendedResources;
  /** Where the shape and the count come from. */
  readonly confidence: ConfidenceOrUser;
  readonly sources: readonly SourceId[];
  readonly note: string | undefined;
}

/** Nodes that stand before a plan is made: it keeps their shape, and has no fewer of them. */
export type StandingPool = Pick<
  NodePool,
  "name" | "role" | "shape" | "nodeCount" | "dividedWorkloads" | "confidence" | "sources"
>;

/** What stands already, by the name of its cluster; a cluster that is not in it is planned from nothing. */
export type StandingClusters = ReadonlyMap<string, readonly StandingPool[]>;

/** A cluster before its nodes are counted. */
export interface ClusterToSize {
  readonly blueprint: ClusterBlueprint;
  readonly managedClusterCount: number;
  readonly demand: Demand;
  /** How much of the demand comes on top up to the planning horizon. */
  readonly growthRatio: number;
  readonly footprint: readonly FootprintLine[];
  /** Pools that its tenants ask for. */
  readonly wishes: readonly TenantPool[];
  /** Its pools that stand already; empty where it is planned from nothing. */
  readonly standing: readonly StandingPool[];
}

/** What is planned of a cluster: its pools and its pods. */
export interface PoolsOfCluster {
  readonly pools: readonly NodePool[];
  /** What its tenants ask for, as their pods run in these pools. */
  readonly demand: Demand;
  /** Every pod of the cluster: platform, tenants, and what is held for growth and headroom. */
  readonly podGroups: readonly PodGroup[];
}
