import type { TenantId } from "./input.ts";

/** Something a plan cannot give. A result, not an error: the rest of the plan stands. */
export interface Shortfall {
  readonly code: (typeof SHORTFALL_CODES)[number];
  /** `infeasible`: what was asked does not run; `unmet-wish`: it runs, but not as the tenant wants it. */
  readonly severity: "infeasible" | "unmet-wish";
  /** null: it concerns no single cluster. */
  readonly clusterName: string | null;
  readonly tenantId: TenantId | null;
  readonly statement: string;
}

export const SHORTFALL_CODES = [
  "pod-larger-than-node",
  "cluster-too-large",
  "pods-pending",
  "loss-not-survived",
  "control-plane-too-small",
  "cadence-not-own",
  "vm-larger-than-host",
  "spare-without-data",
  "prism-central-too-small",
  "pod-network-too-small",
] as const;
