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
