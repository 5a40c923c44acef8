import type { TenantId } from "./input.ts";

/** Something a plan cannot give. A result, not an error: the rest of the plan stands. */
export interface Shortfall {
  readonly code:
    | "pod-larger-than-node"
    | "cluster-too-large"
    | "pods-pending"
    | "loss-not-survived"
    | "control-plane-too-small"
    | "cadence-not-own";
  /** `infeasible`: what was asked does not run; `unmet-wish`: it runs, but not as the tenant wants it. */
  readonly severity: "infeasible" | "unmet-wish";
  readonly clusterName: string;
  readonly tenantId: TenantId | null;
  readonly statement: string;
}

/** Something that hosts, Prism Central or the network below the clusters cannot give. */
export interface InfrastructureShortfall extends Omit<Shortfall, "code" | "clusterName"> {
  readonly code: "vm-larger-than-host" | "spare-without-data" | "prism-central-too-small" | "pod-network-too-small";
  /** null: it concerns no single cluster. */
  readonly clusterName: string | null;
}
