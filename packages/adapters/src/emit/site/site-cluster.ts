import type { ClusterToEmit } from "../plan-to-emit.ts";
import type { AddressRange } from "./addresses.ts";

/** A planned cluster with where and under which name it is made. */
export interface SiteCluster {
  readonly cluster: ClusterToEmit;
  /** A name that Kubernetes takes, once among all. */
  readonly name: string;
  readonly namespace: string;
  readonly endpoint: { readonly host: string; readonly port: number };
  readonly loadBalancers: AddressRange;
  readonly podNetwork: string;
  readonly serviceNetwork: string;
  readonly prismElement: string;
  readonly subnets: readonly string[];
  readonly image: string;
  readonly storageContainer: string;
  /** null: none is said. */
  readonly project: string | null;
  readonly categories: Readonly<Record<string, string>>;
}
