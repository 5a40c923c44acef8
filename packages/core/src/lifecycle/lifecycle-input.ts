import type { IsoDate } from "../base/provenance.ts";
import type { TenantId } from "../input/fleet.ts";
import type { UpgradeFacts } from "../input/upgrade-facts.ts";
import type { KubernetesSupport, Version } from "../input/version-facts.ts";
import type { UpgradePolicy } from "./upgrade-policy.ts";

/** A cluster as it is on the first day. */
export interface ClusterToUpgrade {
  readonly name: string;
  /** What decides its version: its plane's and its tenants' pace, or its own tenants' alone. */
  readonly role: "management" | "attached" | "self-managed";
  /** The name of its management cluster, where it is attached. */
  readonly managedBy: string | null;
  /** Attached clusters of one workspace move together where versions are coupled so; null: it is alone. */
  readonly workspace: string | null;
  /** Who lives in it. */
  readonly tenantIds: readonly TenantId[];
  /** Of NKP: `2.17.1`. */
  readonly version: string;
  /** `pc.7.5`; null: not known. */
  readonly prismCentral: string | null;
  /** `7.5`; null: not known. */
  readonly aos: string | null;
}

/** Days on which a tenant's clusters are not touched, both included. */
export interface Freeze {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** When a tenant accepts a new minor version. */
export interface TenantReadiness {
  readonly tenantId: TenantId;
  /** Days after a release until its applications are ready; null: never. */
  readonly readyAfterDays: number | null;
  /** Not overlapping. */
  readonly freezes: readonly Freeze[];
  /** Versions or minor versions that it may run, `2.17.1` or `2.18`; null: all. */
  readonly certified: readonly string[] | null;
  /** Other numbers of days for single minor versions. */
  readonly readyAfterByMinor?: Readonly<Record<string, number | null>>;
  /** Tenants with the same applications share what is validated. */
  readonly applicationsId?: string;
}

/** Facts that a calendar of upgrades is played with. */
export interface LifecycleFacts {
  readonly versions: readonly Version[];
  readonly kubernetesSupport: readonly KubernetesSupport[];
  readonly upgrades: UpgradeFacts;
}

/** What is played forward: a fleet's clusters, its tenants' pace and the provider's rules, from one day on. */
export interface LifecycleInput {
  readonly asOf: IsoDate;
  /** How many months from then: 1 to 120. */
  readonly horizonMonths: number;
  readonly facts: LifecycleFacts;
  readonly policy: UpgradePolicy;
  readonly clusters: readonly ClusterToUpgrade[];
  /** One for each tenant. */
  readonly readiness: readonly TenantReadiness[];
}
