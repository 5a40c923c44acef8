import type { Edition } from "../input/edition-facts.ts";
import type { CostDriver } from "./cost-drivers.ts";
import type { CountedUnit } from "./price-units.ts";

/** What the table of price kinds says of one kind. */

/** What people do for which a price by the hour may be said; `labour` alone is for all of it. */
export type Activity = "operations" | "upgrades" | "onboarding";

/** What holds of a kind of price, however it is billed. */
export interface KindDefinition {
  readonly title: string;
  readonly driver: CostDriver;
  /** What happens where a book has no item of it. */
  readonly absent: Absence;
}

export type Absence =
  /** A plan that needs it is refused. */
  | "refused"
  /** It is priced by the rate of another kind; without that one, a plan is refused. */
  | { readonly pricedAs: string }
  /** The price of another kind is for it too; without that one, a plan is refused. */
  | { readonly coveredBy: string }
  /** The plan says that it is left out, and calls it so. */
  | { readonly leftOutAs: string }
  /** Where a fleet has any, the plan says that it is left out. */
  | "missed where there is any"
  /** Nobody expects it. */
  | "not missed";

/** Which part of the bill an item is for. */
export type Billing =
  /** So much a unit, counted by `costs/unit-costs.ts`; a book may hold several items of the kind, each is added. */
  | { readonly billed: "by-unit"; readonly units: readonly CountedUnit[] }
  /** The nodes of all clusters by their size, and volume claims by the GiB. */
  | { readonly billed: "by-node-size"; readonly units: readonly ["vCPU"] | readonly ["GiB"]; readonly size: NodeSize }
  /** Hosts, whose price stands for all that runs on them. */
  | { readonly billed: "by-host"; readonly units: readonly ["host"] }
  | { readonly billed: "by-licensed-vcpu"; readonly units: readonly ["vCPU", "core"]; readonly edition: Edition }
  /** Hours; null: of everything that has no price of its own. */
  | { readonly billed: "by-effort"; readonly units: readonly ["hour"]; readonly activity: Activity | null }
  /** Once, for each tenant that is taken on. */
  | { readonly billed: "once-a-tenant"; readonly units: readonly ["tenant"] };

export type NodeSize = "vcpu" | "memoryGiB" | "diskGiB";
