import type { ClusterPlan, PlannedFleet, Problem } from "@nkp-planner/core";
import type { ClusterShape, PoolShape } from "../../read/cluster-shapes/cluster-shape.ts";
import type { PartPlace, ShapePart } from "../../read/cluster-shapes/shape-places.ts";
import type { ObjectAt } from "../../read/objects/objects.ts";
import type { ExcludedEntries, ProblemAt } from "../../read/read-result.ts";
import type { Exemption } from "../policy/policy.ts";
import type { About, FilePlace } from "./about.ts";
import type { CheckedPool } from "./checked-pool.ts";
import type { DeclaredNodes } from "./declared-nodes.ts";
import type { FilesRead } from "./read-files.ts";

/** All that rules look at: a plan, and what stands in files. */
export interface Checked {
  readonly plan: PlannedFleet;
  /** The day of the check. */
  readonly today: string;
  readonly clusters: readonly CheckedCluster[];
  /** Planned clusters that no file declares. */
  readonly missing: readonly ClusterPlan[];
  /** Every object of every file. */
  readonly objects: readonly CheckedObject[];
  /** Scripts that call NKP's command line. */
  readonly scripts: FilesRead["scripts"];
  /** Lists of machines or tenants, as their readers have them. */
  readonly inventories: FilesRead["inventories"];
  /** What of the files' clusters cannot be read, such as machines of a size that nothing says. */
  readonly unread: readonly ProblemAt[];
  /** Ids of all tenants in the order of the fleet file, whether they are under contract or not. */
  readonly tenantIds: readonly string[];
  /** Objects that say nothing of clusters and machines, or say again what others do: no rule asks about them. */
  readonly passedOver: readonly ExcludedEntries[];
  /** What the policy lets pass. */
  readonly exemptions: readonly Exemption[];
  /** Where something of the fleet stands in its file. */
  fleet(path: Problem["path"]): FilePlace;
  /** The same of the price list; null: there is none. */
  priceList(path: Problem["path"]): FilePlace | null;
}

/** An object of Kubernetes, and where its parts stand. */
export interface CheckedObject extends Pick<ObjectAt, "kind" | "group" | "name" | "data"> {
  /** Of the whole where no path is given. */
  at(...path: Problem["path"]): FilePlace;
  /** What a judgement about it is about. @param what beside its kind and name */
  about(path?: Problem["path"], what?: string): About;
}

/** A cluster of files beside the planned one that it is. */
export interface CheckedCluster {
  /** As its file has it. */
  readonly name: string;
  readonly shape: ClusterShape;
  /** null: no plan knows it, or several do. */
  readonly planned: ClusterPlan | null;
  /** Names of planned clusters that it may be, where that is more than one. */
  readonly candidates: readonly string[];
  readonly controlPlane: CheckedPool | null;
  /** Planned pools of workers, each with the pools of the file that make it up. */
  readonly pools: readonly CheckedPool[];
  /** Pools of the file that no planned one is made of. */
  readonly others: readonly PoolShape[];
  /** Nodes as they are declared; null: no plan knows the cluster, or how large they are is not known. */
  readonly nodes: DeclaredNodes | null;
  at(part: ShapePart, pool?: PoolShape): FilePlace;
  /** Which object says a part, and where in it. */
  partOf(part: ShapePart, pool?: PoolShape): PartPlace;
  /** What a judgement about it, or about one of its pools, is about. */
  about(part: ShapePart, pool?: PoolShape, poolName?: string): About;
}
