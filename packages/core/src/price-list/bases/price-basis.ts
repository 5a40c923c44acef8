import type { ClusterPlan } from "../../clusters/clusters.ts";
import type { Weights } from "../../costs/cost-line.ts";
import type { Demand } from "../../demand/demand.ts";
import type { Tenant } from "../../input/fleet.ts";
import type { ServiceLine } from "../../prices/service-line.ts";

/** How much a tenant is charged for, and what of it is the platform's. */
export interface TenantQuantity {
  readonly quantity: number;
  /** How the price divides into what it pays for. */
  readonly weights: Weights;
}

/** A tenant with the clusters that are its alone, and what its DaemonSets ask for on whatever nodes they run. */
export interface PricedTenant {
  readonly tenant: Tenant;
  readonly daemons: Demand;
  readonly clusters: readonly ClusterPlan[];
}

/** What is charged, and of what there is only some of it. */
export interface ChargedItem {
  /** Id of its basis. */
  readonly per: string;
  /** `8x32x80`: only nodes of this shape; null: all nodes that no other item names. */
  readonly flavour: string | null;
  readonly storageClass: string | null;
}

/** What a tenant may be charged for, by quantity. */
export interface PriceBasis<Id extends string = string> {
  readonly id: Id;
  /** What people call one unit of it. */
  readonly unit: string;
  /** What is sold by it, where an item does not say. */
  readonly service: ServiceLine;
  /** What it pays for, where an item does not say; null: as the nodes it is charged for divide. */
  readonly recovers: "platform" | "workload" | null;
  /**
   * What there must be for it to count anything: the tenant itself; clusters of its own; or the nodes of those, whose
   * shapes are chosen by what they cost.
   */
  readonly countedFrom: "tenant" | "own-clusters" | "own-nodes";
  /**
   * How many units of an item a tenant has.
   * @param items all of the list: an item that names no flavour or class is for those that no other names
   */
  quantityOf(priced: PricedTenant, item: ChargedItem, items: readonly ChargedItem[]): TenantQuantity;
}
