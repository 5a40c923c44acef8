import type { IsoDate } from "../base/provenance.ts";

/** What the objects of an owner's own management cluster say of releases, clusters and upgrades that were made. */
export interface CalendarFacts {
  readonly releases: readonly ReleaseTold[];
  readonly clusters: readonly ClusterTold[];
  readonly upgrades: readonly UpgradeTold[];
}

/** A version of NKP, as its vendor tells it to the cluster. Nothing of a list: the object does not say. */
export interface ReleaseTold {
  /** `2.18.0` */
  readonly version: string;
  readonly releasedOn: IsoDate | null;
  /** The last day on which the vendor looks after it. */
  readonly endOfLifeOn: IsoDate | null;
  /** Minor versions of Kubernetes that it supports: `1.35`. */
  readonly kubernetesMinors: readonly string[];
  readonly paths: readonly PathTold[];
  /** Versions of Prism Central that it runs on, as the object writes them. */
  readonly prismCentral: readonly string[];
  readonly aos: readonly string[];
}

/** A step to a version, as its object lists it. */
export interface PathTold {
  readonly from: string;
  readonly isSupported: boolean;
  /** Why it is not; null: the object does not say. */
  readonly reason: string | null;
}

/** A cluster that stands today. */
export interface ClusterTold {
  readonly name: string;
  /** Of NKP: what it runs. */
  readonly version: string;
  /** Whether it manages clusters, itself or others. */
  readonly isManagement: boolean;
}

/** An upgrade of one cluster that has ended. */
export interface UpgradeTold {
  readonly clusterName: string;
  /** What it was upgraded to. */
  readonly version: string;
  /** From the beginning of its first step to the end of its last. */
  readonly durationMinutes: number;
  /** Those of which both ends are known, in their order. */
  readonly steps: readonly { readonly name: string; readonly durationMinutes: number }[];
}
