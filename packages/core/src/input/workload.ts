import type { ExtendedResources } from "../base/extended-resources.ts";
import type { Resources } from "../base/units.ts";
import type { Topology } from "./affinity.ts";
import type { PodGroup } from "./pod-group.ts";
import type { Replacing } from "./rollout.ts";

/** Identical pods that belong together: a Deployment or StatefulSet of a tenant. */
export interface Workload
  extends Replacing,
    Pick<
      PodGroup,
      | "name"
      | "kind"
      | "priority"
      | "nodeSelector"
      | "tolerations"
      | "topologySpread"
      | "labels"
      | "nodeAffinity"
      | "podAffinity"
      | "podAntiAffinity"
    > {
  /** A DaemonSet runs once on every worker, whatever is said here. */
  readonly replicas: number;
  readonly requestsPerReplica: Resources;
  /** Extended resources that each pod asks for; absent: none. */
  readonly extended?: ExtendedResources;
  /** Whether no two replicas may share a node, or a zone. */
  readonly antiAffinity: Topology | null;
  /** The tenant's pool in which it runs; absent: the one for everything. */
  readonly pool?: string;
  /** The class of its volumes, where it is not the usual one; priced apart. */
  readonly storageClass?: string;
  /** Requests that no source states and that are counted as 0: the plan says so. */
  readonly unknownRequests?: readonly ("cpu" | "memory")[];
}
