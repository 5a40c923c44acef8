import type { MachineNetwork } from "../options/site-fields.ts";
import type { ClusterToEmit } from "../plan-to-emit.ts";

/** A planned cluster and where it is to be made. */
export interface PlacedCluster {
  readonly cluster: ClusterToEmit;
  /** What these files call it: letters, digits and hyphens. */
  readonly label: string;
  readonly prismElement: string;
  /** At least one. */
  readonly subnets: readonly string[];
  readonly image: string;
  readonly storageContainer: string;
  readonly project: string | null;
  readonly categories: Readonly<Record<string, string>>;
  /** The network behind its first subnet; null: that is there already. */
  readonly network: MachineNetwork | null;
  /** Where the options say that network. */
  readonly networkPath: readonly string[];
  /** Addresses that are for no machine, where the options say them. */
  readonly endpoint: string | null;
  readonly loadBalancerRange: string | null;
}
